package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** {@code vicilint recommend}. */
class RecommendTest {
  private static final Catalog CATALOG = Catalog.load();

  private static final String ESTATE =
      """
      accounts:
        - user: crm
          kind: service
          owner: crm-team@example.com
          functions: [add_lead, {update_list: {delete_list: Y}}]
          user_level: 9
          user_group: SALES
          vdc_agent_api_access: 1
          modify_users: 1
          modify_leads: 3
        - user: board
          kind: service
          user_level: 8
          vdc_agent_api_access: 1
          view_reports: 1
          modify_leads: 1
          api_allowed_functions: [agent_status, update_list, not_a_function]
        - user: old
          kind: service
          active: N
        - user: "=evil/../\\u202e"
          kind: service
          user_level: 7
          vdc_agent_api_access: 1
          view_reports: 1
        - user: boss
          kind: person
          user_level: 9
          modify_users: 1
          api_allowed_functions: [update_user]
          vdc_agent_api_access: 1
      groups:
        - user_group: SALES
          allowed_campaigns: [OUTBND]
      """;

  @TempDir private Path folder;

  @Test
  void theDefinitionComesWithItsReasons() {
    Cli run = recommend("crm");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("# The least that crm needs on build 250720-1841")
        .contains("#   user_level: 9 → 8, needed by add_lead, update_list\n")
        .contains("#   modify_users: 1 → 0, nothing that it calls needs it\n")
        .contains("modify_leads: 3 → 2, needed by add_lead; 2 has the least power")
        .endsWith(
            """
            accounts:
              - user: crm
                kind: service
                owner: crm-team@example.com
                functions: [add_lead, 'update_list:delete_list=Y']
                user_level: 8
                user_group: SALES
                api_only_user: 1
                vdc_agent_api_access: 1
                api_list_restrict: 1
                api_allowed_functions: [add_lead, update_list]
                modify_leads: 2
                delete_lists: 1
                modify_lists: 1
            """);
  }

  @Test
  void sqlIsOneStatementForTheAccount() {
    Cli run = recommend("crm", "--format", "sql");
    assertThat(run.out().lines().filter(l -> !l.startsWith("--")))
        .singleElement()
        .asString()
        .startsWith("UPDATE vicidial_users SET user_level='8', api_only_user='1', ")
        .contains("api_allowed_functions=' add_lead update_list '", "modify_users='0'")
        .endsWith(" WHERE user='crm';");
  }

  @Test
  void jsonHasTheAccountAndAReasonForEachColumn() {
    JsonNode json = Vectors.parse(recommend("crm", "--format", "json").out());
    assertThat(json.fieldNames()).toIterable().containsExactly("account", "reasons");
    assertThat(json.get("account").get("user_level").asText()).isEqualTo("8");
    json.get("account")
        .fieldNames()
        .forEachRemaining(
            column ->
                assertThat(column.equals("user") || json.get("reasons").has(column))
                    .as(column)
                    .isTrue());
  }

  @Test
  void withoutADeclarationWhatIsGrantedAndAnswersCounts() {
    Cli run = recommend("board");
    assertThat(run.out())
        .contains("left out, since its level or flags refuse them today: update_list")
        .contains("not_a_function: out of reach, no build of either API has this function")
        .contains("api_allowed_functions: [agent_status]\n")
        .contains("modify_leads: 1 → 0");
    assertThat(run.status()).isEqualTo(3);
  }

  @Test
  void namesThatTheServerDoesNotFindAreTakenAsMeantAndTold() {
    Cli run =
        Cli.runWith(
            ESTATE.replace("[agent_status, update_list, not_a_function]", "agent_status"),
            "recommend",
            "board",
            "-");
    assertThat(run.out())
        .contains("the server does not find these in its list today")
        .contains("api_allowed_functions: [agent_status]\n");
  }

  @Test
  void functionsOnTheCommandLineComeFirst() {
    Cli run = recommend("crm", "--functions", "agent_status", "--format", "json");
    assertThat(Vectors.parse(run.out()).get("account").get("api_allowed_functions").asText())
        .isEqualTo(" agent_status ");
  }

  @Test
  void aNewAccountNeedsNothingToRead() {
    Cli run =
        Cli.run("recommend", "--functions", "update_list:custom_fields_copy=7", "--user", "n");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("functions: ['update_list:custom_fields_copy']")
        .contains("custom_fields_modify: 1")
        .contains("nothing limits update_list to some lists");
    assertThat(Cli.run("recommend", "--functions", "add_lead").out()).contains("new_account");
    Cli group =
        Cli.run("recommend", "--functions", "add_lead", "--user", "n", "--user-group", "LOADER");
    assertThat(group.out()).contains("api_list_restrict: 1\n").contains("user_group: LOADER\n");
  }

  @Test
  void sqlForAnAccountThatWasNotReadNeverTakesItsListsLimitAway() {
    Cli run = Cli.run("recommend", "--functions", "add_lead", "--user", "n", "--format", "sql");
    assertThat(run.out()).contains("-- ", "nothing limits add_lead").doesNotContain("_restrict='");
    Cli grouped =
        Cli.run(
            "recommend",
            "--functions",
            "add_lead",
            "--user",
            "n",
            "--user-group",
            "SALES",
            "--format",
            "sql");
    assertThat(grouped.out()).contains("api_list_restrict='1'");
  }

  @Test
  void whoMayCallEverythingAndDeclaresNothingHasNoLeastAccount() {
    String users = "src/test/resources/exports/vicidial_users.tsv";
    Cli run = Cli.run("recommend", "crm_api", users);
    assertThat(run.status()).as(run.err()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("# There is no least account for crm_api: ")
        .contains("--functions", "--from-usage", "person_accounts: [crm_api] in vicilint.yaml")
        .doesNotContain("accounts:\n", "out of reach");
    assertThat(Cli.run("recommend", "crm_api", users, "--format", "sql").out())
        .startsWith("-- There is no least account")
        .doesNotContain("UPDATE");
    JsonNode json = Vectors.parse(Cli.run("recommend", "6666", users, "--format", "json").out());
    assertThat(json.get("account").isNull()).isTrue();
    assertThat(json.at("/reasons/account").asText()).contains("nothing says what");
  }

  @Test
  void aListThatDoesNotFitIsToldFirstAndLosesNoCall() {
    String all =
        CATALOG.functions().stream()
            .filter(Function::needsLogin)
            .map(Function::name)
            .collect(Collectors.joining(","));
    Cli run = Cli.run("recommend", "--functions", all, "--user", "everything");
    assertThat(run.status()).as(run.err()).isEqualTo(1);
    assertThat(run.out().replaceAll("\n# ", " "))
        .startsWith("# There is no least account for everything: the list of its ")
        .contains("characters, and api_allowed_functions keeps 1000")
        .doesNotContain("accounts:\n");
  }

  @Test
  void withFunctionsAPathIsNoUser() {
    Cli run = Cli.runWith(ESTATE, "recommend", "--functions", "add_lead", "-");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("user: new_account");
    Cli grouped =
        Cli.runWith(ESTATE, "recommend", "--functions", "add_lead", "--user-group", "GONE", "-");
    assertThat(grouped.out()).contains("nothing limits add_lead");
  }

  @Test
  void twoBuildsAreServedAtOnce() {
    String[] args = {"--functions", "campaigns_list", "--format", "json", "--build", "240703-1657"};
    assertThat(level(args)).isEqualTo("7");
    String[] both = List.of(args).toArray(new String[8]);
    both[6] = "--build";
    both[7] = "250720-1841";
    assertThat(level(both)).isEqualTo("8");
  }

  private static String level(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "recommend";
    System.arraycopy(args, 0, all, 1, args.length);
    return Vectors.parse(Cli.run(all).out()).get("account").get("user_level").asText();
  }

  @Test
  void aBuildWithoutTheFunctionLeavesItUnknown() {
    Cli run = Cli.run("recommend", "--functions", "hopper_bulk_insert", "--build", "240703-1657");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("build 240703-1657 of the Non-Agent API does not have it");
  }

  @Test
  void powerOverOthersIsCalledOut() {
    Cli run = Cli.run("recommend", "--functions", "update_user,external_pause", "--user", "hr");
    assertThat(run.out())
        .contains("update_user: sets password, level and group of every account up to level 7")
        .contains("Safer: leave to a person")
        .contains("external_pause: works on the session of any agent")
        .contains("modify_same_user_level: 0\n");
    JsonNode json =
        Vectors.parse(Cli.run("recommend", "--functions", "copy_user", "--format", "json").out());
    assertThat(json.get("reasons").get("copy_user").asText()).contains("clones every account");
  }

  @Test
  void aPersonsAccountKeepsItsScreens() {
    Cli run = recommend("boss", "--functions", "agent_status");
    assertThat(run.out())
        .contains("not a program's account")
        .contains("user_level: 9\n")
        .contains("modify_users: 1\n")
        .doesNotContain("api_only_user");
  }

  @Test
  void wrongUsageIsTold() {
    assertThat(Cli.run("recommend").status()).isEqualTo(2);
    assertThat(Cli.run("recommend", "--functions", "ad_lead").err())
        .contains("did you mean 'add_lead'?");
    assertThat(Cli.run("recommend", "--functions", " , ").status()).isEqualTo(2);
    assertThat(Cli.run("recommend", "--user", "x").status()).isEqualTo(2);
    assertThat(Cli.run("recommend", "--functions", "add_lead", "--user", " ").status())
        .isEqualTo(2);
    assertThat(Cli.run("recommend", "--all", "x").err()).contains("--output DIR");
    assertThat(Cli.run("recommend", "--functions", "add_lead", "--format", "sql").err())
        .contains("--user");
    assertThat(Cli.run("recommend", "--functions", "add_lead", "--build", "1").status())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hr&pass=Hush1",
        "user=hr&pass=Hush1",
        "hr sync",
        "hr,sync",
        "hr.sync",
        "j\u00f6rg",
        "a_login_of_21_letters"
      })
  void aLoginThatNoServerKeepsIsWrongUsage(String user) {
    for (String[] args :
        List.of(
            new String[] {"recommend", "--functions", "add_lead", "--user", user},
            new String[] {"recommend", user, "--functions", "add_lead"})) {
      Cli run = Cli.run(args);
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("is no login").doesNotContain("Hush1");
    }
  }

  @Test
  void theAgentApiTakesNoLoginOfOneCharacter() {
    String[] args = {"recommend", "--user", "n", "--functions"};
    assertThat(Cli.run(args[0], args[1], args[2], args[3], "add_lead").status()).isZero();
    Cli run = Cli.run(args[0], args[1], args[2], args[3], "external_pause");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("takes no user under 2 characters");
  }

  @Test
  void aGroupWithAPasswordIsWrongUsage() {
    Cli run =
        Cli.run(
            "recommend", "--functions", "add_lead", "--user", "n", "--user-group", "A&pass=Hush1");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.all()).doesNotContain("Hush1");
  }

  @Test
  void anAccountThatIsNotThereIsNoAnswer() {
    Cli run = recommend("crn");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("did you mean 'crm'?");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void allWritesAFileForEachActiveProgram() throws IOException {
    Path out = folder.resolve("least");
    Cli run = Cli.runWith(ESTATE, "recommend", "--all", "-", "--output", out.toString());
    assertThat(run.status()).as(run.all()).isEqualTo(3);
    assertThat(run.out()).startsWith("2 files written to ").contains("no file for =evil/");
    try (var files = Files.list(out)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("crm.yaml", "board.yaml");
    }
    assertThat(Files.readString(out.resolve("crm.yaml"))).isEqualTo(recommend("crm").out());
    // What its calls hold open is not the account's to close.
    Cli lint =
        Cli.run(
            "lint",
            out.resolve("crm.yaml").toString(),
            "--skip",
            "no-purpose,api-only-still-opens-pages");
    assertThat(lint.out()).contains("no findings");
  }

  @Test
  void allNeverWritesWhereItReads() throws IOException {
    Path file = folder.resolve("crm.yaml");
    Files.writeString(file, ESTATE);
    Cli run = Cli.run("recommend", "--all", file.toString(), "--output", folder.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("choose another folder");
    assertThat(Files.readString(file)).isEqualTo(ESTATE);
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void whatIsRecommendedThenGrantsExactlyThat(
      @ForAll("functions") List<String> functions, @ForAll("builds") String build) {
    String[] builds = {"--build", build, "--agent-build", "250122-1010"};
    Cli run =
        Cli.run(
            "recommend",
            "--user",
            "loader",
            "--functions",
            String.join(",", functions),
            builds[0],
            builds[1],
            builds[2],
            builds[3],
            "--user-group",
            "SALES");
    Map<String, String> decisions = new TreeMap<>();
    Cli matrix =
        Cli.runWith(
            run.out(),
            "matrix",
            "-",
            "--format",
            "jsonl",
            builds[0],
            builds[1],
            builds[2],
            builds[3]);
    for (String line : matrix.out().split("\n")) {
      JsonNode json = Vectors.parse(line);
      decisions.put(json.get("function").asText(), json.get("decision").asText());
    }
    TreeSet<String> granted = new TreeSet<>();
    decisions.forEach(
        (function, decision) -> {
          if (decision.equals("GRANTED")) {
            granted.add(function);
          }
        });
    TreeSet<String> known = new TreeSet<>(functions);
    known.retainAll(decisions.keySet());
    assertThat(granted).isEqualTo(known);
    assertThat(run.status()).isEqualTo(known.containsAll(functions) ? 0 : 3);
  }

  @Provide
  Arbitrary<List<String>> functions() {
    return Arbitraries.of(
            CATALOG.functions().stream().filter(Function::needsLogin).map(Function::name).toList())
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  /** Those that look at the list: on older ones level and flags open what they open. */
  @Provide
  Arbitrary<String> builds() {
    return Arbitraries.of(
        CATALOG.api(Api.NON_AGENT).builds().stream()
            .map(Object::toString)
            .filter(b -> b.length() == 11 && b.compareTo("150430-0644") >= 0)
            .toList());
  }

  private static Cli recommend(String... args) {
    String[] all = new String[args.length + 2];
    all[0] = "recommend";
    all[1] = args[0];
    all[2] = "-";
    System.arraycopy(args, 1, all, 3, args.length - 1);
    return Cli.runWith(ESTATE, all);
  }

  @Test
  void aBuildWithoutFunctionListsBlamesNoListOfItsProposal() {
    String[] build = {"--build", "120831-1523"};
    Cli made =
        Cli.run("recommend", "--functions", "add_phone", "--user", "bot", build[0], build[1]);
    Cli lint = Cli.runWith(made.out(), "lint", "-", build[0], build[1]);
    assertThat(lint.status()).as(lint.all()).isZero();
    assertThat(lint.out()).doesNotContain("all-functions-grant");
  }
}
