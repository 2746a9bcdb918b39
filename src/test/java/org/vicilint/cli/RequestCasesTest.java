package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** Requests as they were found in public documents and programs, with what is right of them. */
class RequestCasesTest {
  private static final String CASES = "src/test/resources/requests/";
  private static final String ACCOUNTS = CASES + "accounts.yaml";

  @Test
  void aPageWithCurlOverLinesHasTwoRequests() {
    List<JsonNode> requests = jsonl("req-curl-d-lines/onboard.md");
    assertThat(requests).hasSize(2);
    // An encoded & is data, of which the server keeps nothing; another one ends the value.
    assertThat(answer(requests.get(0)))
        .isEqualTo(
            "SUCCESS: add_user USER HAS BEEN ADDED - api|1001|****|1|Ann Example  Co|AGENTS");
    assertThat(answer(requests.get(1)))
        .isEqualTo("SUCCESS: add_user USER HAS BEEN ADDED - api|1002|****|1|Ann |AGENTS");
    assertThat(requests.get(1).get("notes").toString())
        .contains("an & within a value begins another parameter; write it as %26");
    // Both succeed, and neither is stored as it was sent.
    assertThat(run("req-curl-d-lines/onboard.md").status()).isEqualTo(1);
  }

  @Test
  void inventedParametersAreNamedWithTheRightOnes() {
    List<JsonNode> requests = jsonl("req-invented-api-doc/doc_examples.txt");
    assertThat(requests)
        .extracting(RequestCasesTest::answer)
        .containsExactly(
            "ERROR: add_user YOU MUST USE ALL REQUIRED FIELDS: |6666|||||",
            "ERROR: update_user YOU MUST USE ALL REQUIRED FIELDS: |6666||",
            "ERROR: NO FUNCTION SPECIFIED");
    assertThat(requests.get(0).get("notes").toString())
        .contains(
            "new_user and ignores it: the parameter is agent_user",
            "new_pass and ignores it: the parameter is agent_pass",
            "full_name and ignores it: the parameter is agent_full_name",
            "user_level and ignores it: the parameter is agent_user_level",
            "user_group and ignores it: the parameter is agent_user_group");
    assertThat(requests.get(1).get("notes").toString())
        .contains("user_to_update and ignores it: the parameter is agent_user");
    assertThat(requests.get(2).get("notes").toString())
        .contains("did you mean add_user? Upper and lower case count");
    assertThat(run("req-invented-api-doc/doc_examples.txt").status()).isEqualTo(1);
  }

  @Test
  void whoeverOpensThePageMakesCopies() {
    Cli run = run("req-js-copy-concat/copyform.js");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out())
        .contains("copy_user by admin", "agent_user is what the program fills in (agentUser)")
        .containsSubsequence(
            "anyone who runs this makes copies of copy: level 9",
            "with a password of their choice",
            "the password of admin stands in this file");
  }

  @Test
  void aTemplatesVariablesAreNoAccounts() {
    List<JsonNode> requests = jsonl("req-js-template/page.js");
    assertThat(requests).hasSize(1);
    assertThat(requests.get(0).get("outcome").asText()).isEqualTo("uncertain");
    assertThat(requests.get(0).get("answer")).isEmpty();
    assertThat(requests.get(0).get("stored")).isEmpty();
    assertThat(requests.get(0).get("notes").toString())
        .contains("agent_user is what the program fills in (username)")
        .contains("the password of 6666 stands in this file");
    assertThat(run("req-js-template/page.js").status()).isEqualTo(3);
  }

  @Test
  void aClientOfCsharpDeletesNothing() {
    List<JsonNode> requests = jsonl("req-no-source-csharp/requests.sh");
    assertThat(requests.get(0).get("answer"))
        .extracting(JsonNode::asText)
        .containsExactly("ERROR: Invalid Source - ", "ERROR: Invalid Source: ||");
    assertThat(requests.subList(1, 3))
        .allSatisfy(
            request -> {
              assertThat(answer(request)).isEqualTo("ERROR: NO FUNCTION SPECIFIED");
              assertThat(request.get("outcome").asText()).isEqualTo("refused");
              assertThat(request.get("notes").toString())
                  .contains("no account is made, changed or deleted")
                  .contains("use update_user with delete_user=Y");
            });
    assertThat(run("req-no-source-csharp/requests.sh").status()).isEqualTo(1);
  }

  @Test
  void variablesOfPhpAreNeitherCallersNorAccounts() {
    Cli run = run("req-php-concat/store.php");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out())
        .contains("add_user by {$authUsername}", "1 not certain")
        .doesNotContain("user='", "Login incorrect");
    assertThat(run("req-php-concat/store.php", "--caller", "apiuser").out())
        .contains("add_user by apiuser", "agent_user is what the program fills in ($agentUser)");
  }

  @Test
  void aCommentHoldsAWholeRequest() {
    Cli run = run("req-php-concat/comment.php");
    assertThat(run.out())
        .contains(
            "SUCCESS: add_user USER HAS BEEN ADDED - apiuser|maren|****|1|Maren Iqbal|AGENTS");
    assertThat(run.status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"req-python-format/urls.py", "req-python-format/url.txt"})
  void placesOfAFormatAreNoLogins(String file) {
    List<JsonNode> requests = jsonl(file);
    assertThat(requests).hasSize(1);
    assertThat(requests.get(0).get("outcome").asText()).isEqualTo("uncertain");
    assertThat(requests.get(0).get("answer")).isEmpty();
    assertThat(requests.get(0).get("notes").toString())
        .contains("({4}), which is not known here")
        .doesNotContain("does not keep", "too short");
    assertThat(run(file).status()).isEqualTo(3);
  }

  @Test
  void aLostAmpersandIsNamedAndThePasswordIsNot() {
    Cli run = run("req-secret-in-user/broken.txt");
    assertThat(run.all())
        .contains("`$pass=` inside user: an ampersand is missing")
        .contains("Login incorrect, please try again: |****||BAD|")
        .contains("add_lead makes and changes no accounts")
        .doesNotContain("K7pQ2mVtWz55", "Zu7secret");
    assertThat(run.status()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "jsonl", "markdown"})
  void anEncodedAmpersandHidesTheWholeValue(String format) {
    Cli run =
        Cli.run(
            "request",
            CASES + "hostile/requests.sh",
            CASES + "hostile/accounts.yaml",
            "--format",
            format);
    assertThat(run.all()).doesNotContain("planted");
    assertThat(run.out()).contains("it holds another parameter, since the ", "was encoded");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create_user | use add_user",
        "edit_user | use update_user",
        "update_password | use update_user with agent_pass",
        "remove_user | use update_user with delete_user=Y",
        "deactivate_user | use update_user with active=N",
        "clone_user | use copy_user",
        "Update_User | did you mean update_user? Upper and lower case count",
        "reset_password | reset_password is a parameter, not a function: use update_user",
        "add_usr | did you mean add_user?",
      })
  void whatIsNoFunctionIsSaidWithTheRightOne(String function, String hint) {
    Cli run =
        Cli.run(
            "request",
            "http://d/non_agent_api.php?source=crm&user=api&pass=x1&agent_user=1001&function="
                + function,
            ACCOUNTS);
    assertThat(run.out())
        .contains(
            "answer    ERROR: NO FUNCTION SPECIFIED", function + " is no function of the API");
    assertThat(run.out().replaceAll("\\s+", " ")).contains(hint);
    assertThat(run.status()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://d/agc/api.php?source=crm&user=api&pass=x1&agent_user=1001&function=add_user",
        "curl 'https://d/agc/api.php?source=crm&user=api&pass=x1&agent_user=1&function=logout'",
        "$u = 'https://d/agc/api.php?source=crm&function=logout&agent_user='.$a;",
      })
  void theAgentApiMakesNoAccounts(String request) {
    Cli run = Cli.run("request", request, ACCOUNTS);
    assertThat(run.err())
        .contains("the Agent API (agc/api.php), which makes no accounts and changes no rights");
    assertThat(run.status()).isEqualTo(3);
  }

  @Test
  void whatIsRefusedInAnyCaseIsSaid() {
    String program =
        "u = f'http://d/non_agent_api.php?source=py&user=apiuser&pass={p}&function=add_user"
            + "&agent_user={a}&agent_pass={b}&agent_user_level=9&agent_full_name=N&agent_user_group=AGENTS'";
    Cli run = Cli.runWith(program, "request", "-", ACCOUNTS);
    assertThat(run.out())
        .contains(
            "in any case: the server refuses it, since the caller makes no accounts of level 9");
    assertThat(run.status()).isEqualTo(3);
  }

  private static Cli run(String file, String... more) {
    List<String> args = new ArrayList<>(List.of("request", CASES + file, ACCOUNTS));
    args.addAll(List.of(more));
    return Cli.run(args.toArray(String[]::new));
  }

  private static List<JsonNode> jsonl(String file) {
    return run(file, "--format", "jsonl").out().lines().map(Vectors::parse).toList();
  }

  private static String answer(JsonNode request) {
    return request.get("answer").path(0).asText();
  }
}
