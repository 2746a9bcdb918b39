package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** {@code vicilint request}. */
class RequestTest {
  private static final String ACCOUNTS =
      """
      accounts:
        - {user: hr, user_level: 9, user_group: ADMIN, vdc_agent_api_access: 1, modify_users: 1, kind: person}
        - {user: sup, user_level: 8, user_group: SUB, vdc_agent_api_access: 1, modify_users: 1, kind: person}
        - {user: "1001", user_level: 1, user_group: SUB, kind: person, api_allowed_functions: ""}
        - {user: boss, user_level: 9, user_group: ADMIN, kind: person, modify_users: 1, vdc_agent_api_access: 1}
      """;
  private static final String GROUPS =
      """
      groups:
        - {user_group: ADMIN, admin_viewable_groups: " ---ALL--- "}
        - {user_group: SUB, admin_viewable_groups: " SUB "}
      phones: [ph1]
      """;

  @TempDir private Path folder;
  private Path estate;

  @BeforeEach
  void estate() throws IOException {
    estate = Files.writeString(folder.resolve("estate.yaml"), ACCOUNTS + GROUPS);
  }

  @Test
  void aTutorialsNamesAreNamedWithTheRightOnes() {
    Cli run =
        request(
            "curl 'http://d/vicidial/non_agent_api.php?source=tt&user=hr&pass=x&function=add_user"
                + "&user_id=1002&pass_hash=secret1&full_name=Ann&user_level=1&user_group=SUB'");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("answer    ERROR: add_user YOU MUST USE ALL REQUIRED FIELDS: |hr|||||")
        .contains("does not know user_id and ignores it: the parameter is agent_user")
        .contains("pass_hash and ignores it: the parameter is agent_pass")
        .contains("full_name and ignores it: the parameter is agent_full_name")
        .contains("agent_pass is missing");
    assertThat(run.all()).doesNotContain("secret1");
  }

  @Test
  void whatIsStoredDiffersFromWhatIsSent() {
    JsonNode out =
        one(
            "http://d/non_agent_api.php?source=tt&user=hr&pass=x&function=add_user&agent_user=on%20a%3Bb"
                + "&agent_pass=pa+ss!w@rd&agent_user_level=4&agent_full_name=New&agent_user_group=SUB");
    assertThat(out.get("answer").get(0).asText())
        .isEqualTo("SUCCESS: add_user USER HAS BEEN ADDED - hr|onab|****|4|New|SUB");
    assertThat(out.get("stored").get("user").asText()).isEqualTo("onab");
    assertThat(out.get("stored").get("pass").asText()).isEqualTo("****");
    assertThat(out.get("stored").get("api_allowed_functions").asText())
        .isEqualTo(" ALL_FUNCTIONS ");
    assertThat(out.get("as_sent").asBoolean()).isFalse();
    assertThat(out.get("notes").toString())
        .contains("agent_pass: 3 characters that the server does not keep")
        .contains("it becomes 'onab'")
        .contains("ALL_FUNCTIONS");
  }

  @Test
  void aLoginCreatedTwiceIsRefusedTheSecondTime() {
    String twice =
        """
        {"caller":"hr","function":"add_user","params":{"agent_user":"n1","agent_pass":"Abc12","agent_user_level":"1","agent_full_name":"N","agent_user_group":"SUB"}}
        {"caller":"sup","function":"add_user","params":{"agent_user":"N1","agent_pass":"Abd12","agent_user_level":1,"agent_full_name":"N","agent_user_group":"SUB"}}
        """;
    Cli run = request(twice, "--format", "jsonl");
    assertThat(run.status()).isEqualTo(1);
    assertThat(answers(run))
        .containsExactly(
            "SUCCESS: add_user USER HAS BEEN ADDED - hr|n1|****|1|N|SUB",
            "ERROR: add_user USER ALREADY EXISTS: |sup|N1");
    assertThat(request(twice, "--alone").status()).isZero();
  }

  @Test
  void aCallerThatDeletesItselfIsGone() {
    Cli run =
        request(
            """
            - {function: update_user, agent_user: sup, active: "N"}
            - {function: update_user, agent_user: sup, delete_user: "Y"}
            - {caller: sup, function: update_user, agent_user: "1001", active: "N"}
            """,
            "--caller",
            "hr",
            "--format",
            "jsonl");
    assertThat(answers(run))
        .containsExactly(
            "SUCCESS: update_user USER HAS BEEN UPDATED - hr|sup|",
            "ERROR: update_user USER DOES NOT HAVE PERMISSION TO DELETE USERS: |hr|0",
            "ERROR: Login incorrect, please try again: |sup|****|BAD|");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void aCopyHasThePowerOfItsSource() {
    JsonNode out =
        one(
            "curl -G http://d/non_agent_api.php -d source=tt -d user=hr -d pass=x -d function=copy_user"
                + " -d agent_user=AUTOGENERATED -d agent_pass=Qx81kdUa -d source_user=boss"
                + " --data-urlencode 'agent_full_name=A & B'");
    assertThat(out.get("answer").get(0).asText())
        .matches("SUCCESS: copy_user USER HAS BEEN COPIED - hr\\|\\d+\\|\\*{4}\\|A  B\\|boss");
    assertThat(out.get("stored").get("user_level").asText()).isEqualTo("9");
    assertThat(out.get("power").get("gained").toString()).contains("add_user", "copy_user");
    assertThat(out.get("findings")).isNotEmpty();
    assertThat(out.get("findings").get(0).get("user").asText())
        .isEqualTo(out.get("stored").get("user").asText());
  }

  @Test
  void aFindingThatWasThereBeforeIsNotRaised() {
    JsonNode same = one("- {function: update_user, agent_user: boss, custom_one: x}");
    assertThat(same.get("findings")).isEmpty();
    JsonNode raised =
        one(
            "- {function: update_user, agent_user: sup, agent_user_level: 9, agent_user_group: ADMIN}");
    assertThat(raised.get("answer").get(0).asText()).startsWith("SUCCESS");
    assertThat(raised.get("findings").toString()).contains("can-become-others");
  }

  @Test
  void twoOfAPasswordAreFound() {
    Cli run =
        request(
            """
            agent_user,agent_pass,agent_user_level,agent_full_name,agent_user_group
            a1,Same1pass,7,A,SUB
            a2,Same1pass,7,B,SUB
            """,
            "--caller",
            "hr");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("shared-password").doesNotContain("Same1pass");
  }

  @Test
  void phonesAndGroupsThatAreNotKnownLeaveItOpen() throws IOException {
    Files.writeString(estate, ACCOUNTS);
    Cli run = request("- {function: update_user, agent_user: '1001', phone_login: ph9}");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out())
        .contains("SUCCESS: update_user USER HAS BEEN UPDATED")
        .contains("whether there is a phone ph9 is not known")
        .contains("no user groups were given")
        .contains("1 not certain");
  }

  @Test
  void knownPhonesDecide() {
    assertThat(one("- {function: update_user, agent_user: '1001', phone_login: ph1}").toString())
        .contains("SUCCESS");
    assertThat(one("- {function: update_user, agent_user: '1001', phone_login: ph9}").toString())
        .contains("YOU MUST USE A VALID PHONE LOGIN, THIS IS AN OPTIONAL FIELD: |hr|ph9|0|0");
  }

  @Test
  void theBuildDecidesWhatAFunctionKnows() {
    String request = "- {function: update_user, agent_user: '1001', in_groups: SALES}";
    assertThat(one(request).get("stored").get("closer_campaigns").asText()).isEqualTo(" SALES -");
    JsonNode old = one(request, "--build", "240703-1657");
    assertThat(old.get("answer").get(0).asText()).contains("NO UPDATES DEFINED");
    assertThat(old.get("notes").toString()).contains("build 241113-1600 brings it");
    JsonNode none = one("- {source_user: boss, agent_user: n1}", "--build", "200815-1025");
    assertThat(none.get("answer").get(0).asText()).isEqualTo("ERROR: NO FUNCTION SPECIFIED");
  }

  @Test
  void aCallWithoutSourceIsRefused() {
    JsonNode out = one("http://d/non_agent_api.php?user=hr&pass=x&function=add_user&agent_user=n1");
    assertThat(out.get("answer").toString())
        .isEqualTo("[\"ERROR: Invalid Source - \",\"ERROR: Invalid Source: ||\"]");
  }

  @Test
  void aCallWithoutPasswordIsRefused() {
    String url =
        "http://d/non_agent_api.php?source=tt&user=hr&function=update_user&agent_user=1001";
    for (String each : List.of(url + "&active=N", url + "&active=N&pass=")) {
      Cli run = request(each);
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.out()).contains("Login incorrect, please try again: |hr||BAD|");
    }
  }

  @Test
  void aCallWithoutFunctionIsNotTakenForAnother() {
    Cli run = request("http://d/non_agent_api.php?source=tt&user=hr&pass=x&agent_user=n1");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).doesNotContain("add_user");
    assertThat(run.err()).contains("-:1:1: problem: this request names no function");
  }

  @Test
  void aWrongPasswordInTheCallIsRefused() throws IOException {
    Files.writeString(estate, ACCOUNTS.replace("user: hr,", "user: hr, pass: Right1,") + GROUPS);
    String url =
        "http://d/non_agent_api.php?source=tt&user=hr&function=update_user&agent_user=1001&active=N";
    assertThat(one(url + "&pass=right1").toString()).contains("SUCCESS");
    Cli wrong = request(url + "&pass=wrong1");
    assertThat(wrong.out()).contains("Login incorrect, please try again: |hr|****|BAD|");
    assertThat(wrong.all()).doesNotContain("wrong1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " -d agent_user=$1 -d agent_pass=Abc123",
        " -d agent_user=n1 -d agent_pass=$(pwgen -s 12 1 | head -1)",
        " -d agent_user=n1 -d agent_pass=`pwgen -s 12`",
        " -d agent_user=n1 --data-urlencode \"agent_pass=x$PASS\"",
        " -d agent_user=n1 -d agent_pass=${PASS:-Abc}",
        " -d agent_user=n1 -d agent_pass=Abc123 -d agent_full_name=$NAME",
        " -d agent_user=n1 -d agent_pass=Abc123 -d agent_user_level=$LEVEL",
      })
  void whatAShellFillsInIsNotGuessed(String call) {
    Cli run = request(SHELL + call, "--format", "jsonl");
    JsonNode out = Vectors.parse(run.out());
    assertThat(run.status()).isEqualTo(3);
    assertThat(out.get("outcome").asText()).isEqualToIgnoringCase("uncertain");
    assertThat(out.get("notes").toString())
        .contains("is what a shell fills in")
        .doesNotContain("does not keep");
    assertThat(out.get("findings").toString()).doesNotContain("weak-password");
  }

  private static final String SHELL =
      "curl 'http://d/non_agent_api.php?source=tt&user=hr&pass=x&function=add_user'"
          + " -d agent_full_name=N -d agent_user_level=1 -d agent_user_group=SUB";

  @Test
  void whatFollowsAnUnknownLoginMayDependOnIt() {
    Cli run =
        request(
            SHELL
                + " -d agent_user=$1 -d agent_pass=Abc123"
                + "\n"
                + SHELL
                + " -d agent_user=n1 -d agent_pass=Abc123");
    assertThat(run.out()).contains("it may depend on what becomes of request 1");
    assertThat(run.status()).isEqualTo(3);
  }

  @Test
  void aDollarWithinSingleQuotesIsOne() {
    assertThat(request(SHELL + " -d agent_user=n1 -d 'agent_pass=a$b'").out())
        .contains("would succeed", "1 character that the server does not keep");
  }

  @Test
  void aPasswordOfTheCallThatAShellCompletesMayBeRight() throws IOException {
    Files.writeString(estate, ACCOUNTS.replace("user: hr,", "user: hr, pass: Right1,") + GROUPS);
    String call =
        "curl \"http://d/non_agent_api.php?source=tt&user=hr&pass=pre$PASS&function=update_user"
            + "&agent_user=1001&active=N\"";
    assertThat(request(call).status()).isZero();
  }

  @Test
  void anAddressIsOneToTheEndOfItsLine() {
    Cli run =
        request(
            """
            http://d/non_agent_api.php?source=tt&user=hr&pass=a;b|c&agent_full_name=O'Brien&function=update_user&agent_user=1001&active=N
            $ http://d/non_agent_api.php?source=tt&user=hr&pass=x&function=update_user&agent_user=1001&active=Y
            curl http://d/non_agent_api.php?agent_full_name=O'Brien
            curl 'http://d/non_agent_api.php?source=tt&user=hr&pass=x&function=update_user&agent_user=boss&active=Y'
            """,
            "--format",
            "jsonl");
    assertThat(answers(run))
        .containsExactly(
            "SUCCESS: update_user USER HAS BEEN UPDATED - hr|1001|",
            "SUCCESS: update_user USER HAS BEEN UPDATED - hr|1001|",
            "SUCCESS: update_user USER HAS BEEN UPDATED - hr|boss|");
    assertThat(run.err()).contains("-:3:1: problem: a quote is not closed");
    assertThat(run.status()).isEqualTo(3);
  }

  @Test
  void notesSayWhatStandsInTheWay() {
    assertThat(
            request(
                    "- {function: update_user, agent_user: '1001', agent_user_level: 9}",
                    "--caller",
                    "sup")
                .out())
        .contains("a caller of level 8 with modify_same_user_level=")
        .doesNotContain("takes a level");
    assertThat(
            request(
                    "- {function: update_user, agent_user: '1001', agent_user_group: ADMIN}",
                    "--caller",
                    "sup")
                .out())
        .contains("user_group ADMIN exists, but not for this caller")
        .doesNotContain("takes an existing");
    assertThat(
            request(
                    "- {function: update_user, agent_user: '1001', phone_pass: aaaaaaaaaaaaaaaaaaaaaaaa}")
                .out())
        .contains("phone_pass takes a password of 1 to 20 characters");
    assertThat(request("- {agent_user: n1}", "--caller", "nobody").out())
        .doesNotContain("user_level is 0");
    assertThat(request("- {agent_user: n1}", "--build", "80801-0047").out())
        .contains("add_user: build 80801-0047 does not have it")
        .doesNotContain("known to the build");
  }

  @Test
  void aQuoteInALoginOfAnOldBuildIsNotCertain() {
    Cli run =
        request(
            "- {agent_user: \"o'x\\\\\", agent_pass: Abc123, agent_user_level: 1, agent_full_name: N, agent_user_group: SUB}",
            "--build",
            "200101-0000");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("writes into its SQL as it is");
  }

  @Test
  void findingsAreThoseOfTheStateRightAfter() {
    String both =
        """
        - {function: add_user, agent_user: a1, agent_pass: Same1pass, agent_user_level: 7, agent_full_name: A, agent_user_group: SUB}
        - {function: add_user, agent_user: a2, agent_pass: Same1pass, agent_user_level: 7, agent_full_name: B, agent_user_group: SUB}
        - {function: update_user, agent_user: a1, agent_pass: Other1pass}
        """;
    assertThat(request(both).out()).contains("shared-password");
    assertThat(request(both, "--alone").out()).doesNotContain("shared-password");
  }

  @Test
  void aDeletionSettlesNothingThatWasRaisedBefore() {
    String add =
        "- {function: add_user, agent_user: a1, agent_pass: Same1pass, agent_user_level: 7, agent_full_name: A, agent_user_group: SUB}\n";
    String same =
        "- {function: add_user, agent_user: a2, agent_pass: Same1pass, agent_user_level: 7, agent_full_name: B, agent_user_group: SUB}\n";
    String gone = "- {function: update_user, agent_user: a1, delete_user: 'Y'}\n";
    String mayDelete = ACCOUNTS.replace("{user: hr,", "{user: hr, delete_users: 1,");
    assertThat(withEstate(mayDelete, add + same + gone).out())
        .contains("HAS BEEN DELETED", "shared-password");
  }

  private Cli withEstate(String accounts, String text) {
    try {
      Files.writeString(estate, accounts + GROUPS);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return request(text);
  }

  @Test
  void whatCannotBeReadHasItsNumberToo() {
    assertThat(
            request(
                    """
                    {"caller":"hr","function":"update_user","params":"x"}
                    {"caller":"hr","function":"add_lead"}
                    {"caller":"hr","function":"update_user","params":{"agent_user":"1001","active":"N"}}
                    """)
                .out())
        .contains("Request 3");
  }

  @Test
  void namesInVariablesAreNotRead() {
    assertThat(request("curl -d \"$DATA\" http://d/non_agent_api.php").err())
        .contains("the name of a parameter stands in a variable");
    assertThat(request("curl -d \"function=$F\" http://d/non_agent_api.php").err())
        .contains("what is called stands in a variable");
  }

  @Test
  void aQuoteInAnAddressStopsTheServer() {
    JsonNode out =
        one("- {function: update_user, agent_user: '1001', email: \"o'neil@example.com\"}");
    assertThat(out.get("answer")).isEmpty();
    assertThat(out.get("stored")).isEmpty();
    assertThat(out.get("notes").toString()).contains("breaks the server's SQL");
  }

  @Test
  void anUnknownCallerIsNoAnswer() {
    Cli run = request("- {agent_user: n1}", "--caller", "nobody");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("there is no account nobody in what was read");
  }

  @Test
  void nobodyCallingIsAProblem() {
    Cli run = request("{\"function\":\"add_user\",\"params\":{\"agent_user\":\"n1\"}}");
    assertThat(run.status()).isEqualTo(1).as("--caller is given by the test");
    Cli none = Cli.runWith("- {agent_user: n1}", "request", "-", estate.toString());
    assertThat(none.status()).isEqualTo(3);
    assertThat(none.err()).contains("-:1:3: problem: who calls is not said").contains("--caller");
  }

  @Test
  void otherFunctionsAreNotGuessed() {
    Cli run = request("http://d/non_agent_api.php?source=tt&user=hr&function=add_lead");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("add_lead makes and changes no accounts");
    assertThat(request("- {function: add_usr, agent_user: n1}").err())
        .contains("did you mean add_user?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "jsonl", "markdown"})
  void noFormatShowsAPasswordOrTakesOverATerminal(String format) {
    Cli run =
        request(
            """
            {"caller":"hr","function":"add_user","params":{"agent_user":"n1","agent_pass":"S3cretA","agent_user_level":"1","agent_full_name":"\\u001b[31mX","agent_user_group":"\\u202eSUB","phone_pass":"S3cretB"}}
            {"caller":"hr","function":"update_user","params":{"agent_user":"1001","phone_pass":"S3cretCCCCCCCCCCCCCCCCCCCC","agent_pass":"S3cretD"}}
            {"caller":"hr\\u001b","function":"add_user","params":{"agent_pass":"S3cretE","\\u001bS3cretF":"1"}}
            """,
            "--format",
            format);
    assertThat(run.all())
        .doesNotContain("S3cret")
        .doesNotContain("\u001b")
        .doesNotContain("\u202e");
    assertThat(run.out()).contains("YOU MUST USE A VALID PHONE PASSWORD");
  }

  @Test
  void partsOfAPasswordBehindAnAmpersandAreNotShown() {
    Cli run =
        request(
            "http://d/non_agent_api.php?source=tt&user=hr&pass=x&function=add_user&agent_pass=ab&Xy7z");
    assertThat(run.out()).contains("does not know a parameter and ignores it");
    assertThat(run.all()).doesNotContain("Xy7z");
  }

  static Stream<String> sameRequest() {
    String parameters = "agent_user=n1&agent_pass=Abc123&agent_user_level=1&agent_full_name=A+B&";
    return Stream.of(
        "https://d/vicidial/non_agent_api.php?source=t1&user=hr&pass=x&function=add_user&agent_user_group=SUB&"
            + parameters,
        "curl -s -d '"
            + parameters
            + "agent_user_group=SUB' \\\n  'http://d/non_agent_api.php?"
            + "source=t1&user=hr&pass=x&function=add_user&agent_user=n1'",
        "agent_user;agent_pass;agent_user_level;agent_full_name;agent_user_group\nn1;Abc123;1;A B;SUB",
        "agent_user\tagent_pass\tagent_user_level\tagent_full_name\tagent_user_group\nn1\tAbc123\t1\tA B\tSUB",
        "requests:\n- {agent_user: n1, agent_pass: Abc123, agent_user_level: 1, agent_full_name: A B,"
            + " agent_user_group: SUB}",
        "[{\"caller\": \"hr\", \"params\": {\"agent_user\": \"n1\", \"agent_pass\": \"Abc123\","
            + " \"agent_user_level\": 1, \"agent_full_name\": \"A B\", \"agent_user_group\": \"SUB\"}}]",
        "{\"caller\":\"hr\",\"function\":\"add_user\",\"params\":{\"agent_user\":\"n1\",\"agent_pass\":"
            + "\"Abc123\",\"agent_user_level\":\"1\",\"agent_full_name\":\"A B\",\"agent_user_group\":\"SUB\"}}");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("sameRequest")
  void everyWayToWriteARequestIsReadAlike(String text) {
    Cli run = request(text, "--format", "jsonl");
    assertThat(answers(run))
        .as(run.err())
        .containsExactly("SUCCESS: add_user USER HAS BEEN ADDED - hr|n1|****|1|A B|SUB");
    assertThat(run.status()).isZero();
  }

  @Test
  void usageIsSaid() {
    assertThat(Cli.run("request").status()).isEqualTo(2);
    assertThat(Cli.run("request", "-", "-").status()).isEqualTo(2);
    assertThat(Cli.run("request", "-", "--format", "html").status()).isEqualTo(2);
    assertThat(request("").status()).isEqualTo(3);
    assertThat(Cli.run("request", "nosuch.csv", estate.toString()).status()).isEqualTo(3);
    assertThat(Cli.run("request", folder.toString(), estate.toString()).err())
        .contains("this is a folder");
  }

  private JsonNode one(String request, String... more) {
    List<String> lines =
        request(
                request,
                Stream.concat(Stream.of("--format", "jsonl"), Stream.of(more))
                    .toArray(String[]::new))
            .out()
            .lines()
            .toList();
    assertThat(lines).hasSize(1);
    return Vectors.parse(lines.get(0));
  }

  private static List<String> answers(Cli run) {
    return run.out().lines().map(l -> Vectors.parse(l).get("answer").path(0).asText()).toList();
  }

  /** Asks by hr, unless the request or the options say otherwise. */
  private Cli request(String text, String... more) {
    Stream<String> caller =
        List.of(more).contains("--caller") ? Stream.of() : Stream.of("--caller", "hr");
    return Cli.runWith(
        text,
        Stream.of(Stream.of("request", "-", estate.toString()), caller, Stream.of(more))
            .flatMap(s -> s)
            .toArray(String[]::new));
  }
}
