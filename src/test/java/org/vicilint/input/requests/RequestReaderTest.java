package org.vicilint.input.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.model.Problem;
import org.vicilint.model.Request;

/** Requests are read as people write them. */
class RequestReaderTest {
  private final List<Problem> problems = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl 'http://d/non_agent_api.php?user=hr&function=add_user&agent_user=1&agent_full_name=A%20%26+B'",
        "curl -G http://d/non_agent_api.php -d user=hr -d function=add_user --data-urlencode"
            + " 'agent_full_name=A & B' --data agent_user=1",
        "$ curl -sSG -o /dev/null -H 'A: b' --data-raw 'user=hr&function=add_user&agent_user=1' \\\n"
            + "  --data-urlencode=\"agent_full_name=A & B\" --url https://d/x/non_agent_api.php",
        "FOO=bar wget -qO- \"http://d/non_agent_api.php?user=hr&function=add_user&agent_user=1&agent_full_name=A+%26+B#x\"",
        "# a comment\n\n/usr/bin/curl http://d/non_agent_api.php?user=hr\\&function=add_user\\&agent_user=1\\&agent_full_name=A+%26+B",
        "if curl -dagent_full_name=A+%26+B 'http://d/non_agent_api.php?agent_user=1&user=hr&function=add_user'; then echo ok; fi",
        "https://d/non_agent_api.php?user=hr&function=add_user&agent_user=0&agent_user=1&agent_full_name=A%20%26%20B"
      })
  void everyCallSaysTheSame(String text) {
    List<Request> requests = read(text);
    assertThat(problems).isEmpty();
    assertThat(requests).hasSize(1);
    Request request = requests.get(0);
    assertThat(request.whole()).isTrue();
    assertThat(request.caller()).isEqualTo("hr");
    assertThat(request.function()).isEqualTo("add_user");
    assertThat(request.parameters())
        .containsExactlyInAnyOrderEntriesOf(Map.of("agent_user", "1", "agent_full_name", "A & B"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "requests.get(URL, params={'function':'add_user','user':'hr','agent_user':'n1'})",
        "params = {\n  'function': 'add_user',\n  'user': 'hr', 'agent_user': 'n1'}",
        "axios.post(URL, {function:'add_user',user:'hr',agent_user:'n1'})",
        "axios.post('http://d/non_agent_api.php', {function:'add_user',user:'hr',agent_user:'n1'})",
        "fetch('http://d/non_agent_api.php', {method:'POST', body: new URLSearchParams("
            + "{function:'add_user',user:'hr',agent_user:'n1'})})",
        "fetch('http://d/non_agent_api.php', {\n  method: 'POST',\n  body: new URLSearchParams({\n"
            + "    function:'add_user',user:'hr',agent_user:'n1'})\n})",
        "fetch('http://d/non_agent_api.php?function=add_user&user=hr&agent_user=n1')",
      })
  void aProgramsCallBetweenCommandLinesIsRead(String call) {
    String curl = "curl 'http://d/non_agent_api.php?function=update_user&user=hr&agent_user=%s'";
    List<Request> requests = read(curl.formatted("a1") + "\n" + call + "\n" + curl.formatted("a2"));
    assertThat(problems).isEmpty();
    assertThat(requests)
        .extracting(request -> request.function() + " " + request.parameters().get("agent_user"))
        .containsExactly("update_user a1", "add_user n1", "update_user a2");
    assertThat(requests).extracting(Request::caller).containsOnly("hr");
    assertThat(read("# Notes\n```\n" + call + "\n```\n").get(0).function()).isEqualTo("add_user");
  }

  @Test
  void aProgramsCallThatSaysNothingOfItsParametersIsAProblem() {
    read(
        "curl 'http://d/non_agent_api.php?function=update_user&user=hr&agent_user=a1'\n"
            + "fetch('http://d/non_agent_api.php', options)\n"
            + "axios.post(URL, {function:'add_user',user:'hr',agent_user:'n1'})");
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).place().line()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--A--user--B--",
        "x--A--user--B--",
        "YOUR_AGENT",
        "AGENT_ID_HERE",
        "$((x+1))",
        "{agent}",
        "<agent>",
      })
  void aPlaceToFillInIsNotKnown(String value) {
    String url = "http://d/non_agent_api.php?function=update_user&user=hr&agent_user=";
    assertThat(read(url + value + "&active=N").get(0).opens("agent_user")).isTrue();
    String list = "- {caller: hr, function: update_user, agent_user: \"" + value + "\"}\n";
    assertThat(read(list).get(0).opens("agent_user")).isTrue();
    assertThat(read(url + "A-B--YOURS&active=N").get(0).opens("agent_user")).isFalse();
  }

  @Test
  void theAddressHoldsAgainstTheBodyAsInPhp() {
    List<Request> requests =
        read("curl -d 'agent_user=body&active=N' 'http://d/non_agent_api.php?agent_user=url'");
    assertThat(requests.get(0).parameters())
        .containsEntry("agent_user", "url")
        .containsEntry("active", "N");
  }

  @Test
  void everyAddressOfALineIsACall() {
    List<Request> requests =
        read(
            "curl -d active=N 'http://d/non_agent_api.php?agent_user=a'"
                + " --url 'http://d/non_agent_api.php?agent_user=b'");
    assertThat(requests)
        .extracting(r -> r.parameters().get("agent_user"))
        .containsExactly("a", "b");
    assertThat(requests).allSatisfy(r -> assertThat(r.parameters()).containsEntry("active", "N"));
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`curl 'http://d/non_agent_api.php?a=1'`",
        "`curl 'http://d/non_agent_api.php?a=1' `",
        "$(curl 'http://d/non_agent_api.php?a=1')",
        "$(curl 'http://d/non_agent_api.php?a=1' )",
        "$(curl http://d/non_agent_api.php?a=1) && echo done"
      })
  void aCallWhoseOutputIsTakenIsOne(String text) {
    assertThat(read(text)).extracting(Request::parameters).containsExactly(Map.of("a", "1"));
  }

  @Test
  void aListOnOneLineIsOne() {
    assertThat(
            read(
                "{\"caller\": \"hr\", \"requests\": [{\"agent_user\": \"a\"}, {\"agent_user\": \"b\"}]}"))
        .extracting(Request::caller)
        .containsExactly("hr", "hr");
    assertThat(problems).isEmpty();
  }

  @Test
  void aTableMayHaveOneColumn() {
    assertThat(read("agent_user\na\nb\n")).hasSize(2);
    assertThat(problems).isEmpty();
  }

  @Test
  void anOpenQuoteOfATableIsFound() {
    assertThat(read("agent_user,agent_pass\na,b\n\"c,d\n")).hasSize(1);
    assertThat(problems.get(0).place().line()).isEqualTo(3);
  }

  @Test
  void linesKeepTheirNumbers() {
    List<Request> requests =
        read(
            """
            #!/bin/sh
            echo start

            curl "http://d/non_agent_api.php?a=1" \\
              -d b=2
            http://d/non_agent_api.php?c=3
            """);
    assertThat(requests).extracting(r -> r.place().line()).containsExactly(4, 6);
    assertThat(requests).extracting(Request::number).containsExactly(1, 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -d @params.txt http://d/non_agent_api.php",
        "curl -F a=b http://d/non_agent_api.php",
        "curl --form-string a=b http://d/non_agent_api.php",
        "curl --data-urlencode agent_pass@/tmp/pw http://d/non_agent_api.php",
        "curl http://d/non_agent_api.php?a=1 --next http://d/non_agent_api.php?a=2",
        "curl http://d/other.php?a=b",
        "curl 'http://d/non_agent_api.php?a=b",
        "http post http://d/non_agent_api.php a=b",
        "{\"caller\":\"a\",\"params\":{\"b\":[1]}}",
        "{\"caller\":\"a\"}}",
        "{\"caller\":\"a\",\"params\":\"text\"}",
        "- {caller: a, params: text}",
        "agent_user,agent_pass,agent_user\na,b,c",
        "[1, 2]",
        "just words",
        "a: [b",
        "agent_user,agent_pass\na,b,c",
        "agent_user,agent_pass\n\"a,b",
        ""
      })
  void whatCannotBeReadIsAProblemAndNoRequest(String text) {
    assertThat(read(text)).isEmpty();
    assertThat(problems).isNotEmpty();
  }

  @Test
  void noProblemShowsALineOrAValue() {
    read("{\"caller\":\"a\",\"params\":{\"agent_pass\":\"S3cret\"\n\"S3cret\nagent_pass: [S3cret");
    read("agent_user,agent_pass\nx,S3cret,S3cret\n");
    read("- agent_pass: {S3cret: S3cret}\n- S3cret\n");
    assertThat(problems).hasSizeGreaterThan(3);
    assertThat(problems.toString()).doesNotContain("S3cret");
    assertThat(problems).allSatisfy(problem -> assertThat(problem.excerpt()).isNull());
  }

  @Test
  void aRequestDoesNotPrintItself() {
    assertThat(read("- {agent_user: n1, agent_pass: S3cret}").toString()).doesNotContain("S3cret");
  }

  @Property(tries = 300)
  void nothingMakesTheReaderThrow(@ForAll String text) {
    List<Problem> found = new ArrayList<>();
    List<Request> requests = new RequestReader(List.of("agent_user"), found).read("-", in(text));
    assertThat(requests.isEmpty() && found.isEmpty()).isFalse();
  }

  private List<Request> read(String text) {
    return new RequestReader(List.of("agent_user", "agent_pass"), problems).read("-", in(text));
  }

  private static ByteArrayInputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
