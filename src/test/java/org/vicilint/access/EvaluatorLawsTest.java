package org.vicilint.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Build;
import org.vicilint.model.Change;
import org.vicilint.model.Characters;
import org.vicilint.model.Groups;
import org.vicilint.model.Secret;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.UserGroup;
import org.vicilint.testkit.Restatement;

/** Laws of the evaluator, over random accounts and all builds. */
@Tag("slow")
class EvaluatorLawsTest {
  private static final Catalog CATALOG = Catalog.load();
  private static final Groups GROUPS =
      new Groups(List.of(new UserGroup("ADMIN", "", "", "", SourceLocation.of("test"))));
  private static final List<String> FLAGS =
      List.of(
          "vdc_agent_api_access",
          "api_list_restrict",
          "modify_users",
          "modify_campaigns",
          "modify_lists",
          "modify_inbound_dids",
          "modify_remoteagents",
          "view_reports",
          "ast_admin_access",
          "delete_from_dnc",
          "delete_users",
          "delete_lists",
          "ast_delete_phones",
          "custom_fields_modify",
          "delete_inbound_dids",
          "change_agent_campaign");

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void bothWaysToDecideEqualThePlainRestatementOfTheFacts(
      @ForAll("accounts") Map<String, String> columns,
      @ForAll("builds") Build nonAgent,
      @ForAll("agentBuilds") Build agent) {
    Account account = account(columns);
    AccessEvaluator access = evaluator(nonAgent, agent);
    Subject subject = access.prepare(account);
    List<String> decided = new ArrayList<>();
    for (int i = 0; i < access.functions().size(); i++) {
      Function function = access.functions().get(i);
      String expected =
          Restatement.decide(
              columns,
              Set.of("ADMIN"),
              function.api().word(),
              function.name(),
              access.builds().of(function.api()).toString());
      assertThat(access.decide(subject, i).name()).as(function.name()).isEqualTo(expected);
      Decision explained = access.explain(account, function, null);
      assertThat(explained.verdict().name()).as(function.name()).isEqualTo(expected);
      decided.add(function.api().word() + function.name());
    }
    for (Api api : Api.values()) {
      for (String function : Restatement.functions(api.word())) {
        String build = access.builds().of(api).toString();
        boolean exists = Restatement.decide(columns, Set.of(), api.word(), function, build) != null;
        assertThat(decided.contains(api.word() + function)).as(function).isEqualTo(exists);
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void theFastWayAndTheExplanationAgreeOnOperations(
      @ForAll("accounts") Map<String, String> columns, @ForAll("builds") Build build) {
    Account account = account(columns);
    AccessEvaluator access = evaluator(build, CATALOG.api(Api.AGENT).newest());
    Subject subject = access.prepare(account);
    for (int i = 0; i < access.functions().size(); i++) {
      for (Operation operation : access.functions().get(i).operations()) {
        assertThat(access.decide(subject, i, operation))
            .as(operation.name())
            .isEqualTo(access.explain(account, access.functions().get(i), operation).verdict());
      }
    }
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void theRefusalsInBitsAreTheGatesThatFail(
      @ForAll("accounts") Map<String, String> columns,
      @ForAll("accounts") Map<String, String> otherColumns,
      @ForAll("builds") Build build,
      @ForAll("agentBuilds") Build agent) {
    Account one = account(columns);
    Account other = account(otherColumns);
    AccessEvaluator access = evaluator(build, agent);
    for (int i = 0; i < access.functions().size(); i++) {
      Function function = access.functions().get(i);
      List<Operation> operations = new ArrayList<>(function.operations());
      operations.add(null);
      for (Operation operation : operations) {
        Refusals refusals = access.refusals(access.prepare(one), i, operation);
        Refusals others = access.refusals(access.prepare(other), i, operation);
        Set<String> failing = failing(access.explain(one, function, operation));
        Set<String> otherFailing = failing(access.explain(other, function, operation));
        assertThat(refusals.none()).as(function.name()).isEqualTo(failing.isEmpty());
        assertThat(refusals.equals(others))
            .as("%s: %s and %s", function.name(), failing, otherFailing)
            .isEqualTo(failing.equals(otherFailing));
        assertThat(refusals.without(others).none())
            .as("%s: %s without %s", function.name(), failing, otherFailing)
            .isEqualTo(otherFailing.containsAll(failing));
      }
    }
  }

  private static Set<String> failing(Decision decision) {
    return decision.gates().stream()
        .filter(gate -> !gate.passed())
        .map(gate -> gate.kind() + " " + gate.column())
        .collect(Collectors.toSet());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void theSmallestChangeOpensTheCallAndEveryPartOfItIsNeeded(
      @ForAll("accounts") Map<String, String> columns, @ForAll("builds") Build build) {
    Account account = account(columns);
    AccessEvaluator access = evaluator(build, CATALOG.api(Api.AGENT).newest());
    for (Function function : access.functions()) {
      List<Change> changes = access.explain(account, function, null).opening();
      if (changes.stream().allMatch(Change::exact)) {
        assertThat(access.explain(apply(account, changes), function, null).granted())
            .as("%s after %s", function.name(), changes)
            .isTrue();
        for (Change left : changes) {
          List<Change> others = changes.stream().filter(c -> c != left).toList();
          assertThat(access.explain(apply(account, others), function, null).granted())
              .as("%s without %s", function.name(), left)
              .isFalse();
        }
      }
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void moreFlagsALowerBarAndMoreGrantsNeverCloseAFunction(
      @ForAll("accounts") Map<String, String> columns, @ForAll("builds") Build build) {
    Account account = account(columns);
    Account more =
        account
            .with()
            .column("user_level", "9")
            .column("api_allowed_functions", account.apiAllowedFunctions() + " ALL_FUNCTIONS ")
            .column("view_reports", "1")
            .column("modify_users", "1")
            .build();
    AccessEvaluator access = evaluator(build, CATALOG.api(Api.AGENT).newest());
    for (int i = 0; i < access.functions().size(); i++) {
      if (access.decide(access.prepare(account), i) == Verdict.GRANTED) {
        assertThat(access.decide(access.prepare(more), i)).isEqualTo(Verdict.GRANTED);
      }
    }
  }

  @Provide
  Arbitrary<Build> builds() {
    return Arbitraries.of(CATALOG.api(Api.NON_AGENT).builds());
  }

  @Provide
  Arbitrary<Build> agentBuilds() {
    return Arbitraries.of(CATALOG.api(Api.AGENT).builds());
  }

  @Provide
  Arbitrary<Map<String, String>> accounts() {
    Arbitrary<String> user = Arbitraries.of("loader", "crm-api", "bad.name", "x", "Ünal");
    Arbitrary<String> pass = Arbitraries.of("Pw1234", "Pw_1-2", "Pw.1+2", "pa ss!w@rd", "p");
    Arbitrary<List<String>> flags = Arbitraries.of("0", "1").list().ofSize(FLAGS.size());
    return Combinators.combine(
            user,
            pass,
            Arbitraries.integers().between(0, 9),
            Arbitraries.of("Y", "Y", "Y", "N"),
            Arbitraries.of("ADMIN", "NOGROUP", ""),
            Arbitraries.integers().between(0, 6),
            functionLists(),
            flags)
        .as(
            (name, secret, level, active, group, leads, list, set) -> {
              Map<String, String> columns = new HashMap<>();
              columns.put("user", name);
              columns.put("pass", secret);
              columns.put("user_level", Integer.toString(level));
              columns.put("active", active);
              columns.put("user_group", group);
              columns.put("modify_leads", Integer.toString(leads));
              columns.put("api_allowed_functions", list);
              for (int i = 0; i < FLAGS.size(); i++) {
                columns.put(FLAGS.get(i), set.get(i));
              }
              return columns;
            });
  }

  private static Arbitrary<String> functionLists() {
    List<String> names = CATALOG.names();
    Arbitrary<List<String>> some = Arbitraries.of(names).list().ofMaxSize(12);
    Arbitrary<String> joined =
        Combinators.combine(some, Arbitraries.of(" ", ",", "  ", " , "), Arbitraries.of("", " "))
            .as((list, between, outside) -> outside + String.join(between, list) + outside);
    Arbitrary<String> special =
        Arbitraries.of(
            " ALL_FUNCTIONS ",
            "XALL_FUNCTIONSX",
            " all_functions ",
            "",
            " ",
            " " + String.join(" ", names) + " ");
    return Arbitraries.oneOf(joined, special);
  }

  private static Account account(Map<String, String> columns) {
    AccountBuilder builder = Account.builder(columns.get("user"));
    String pass = columns.get("pass");
    for (Map.Entry<String, String> column : columns.entrySet()) {
      String value = column.getValue();
      switch (column.getKey()) {
        case "user" -> {}
        case "pass" ->
            builder.secret(
                new Secret(
                    true,
                    false,
                    1,
                    Math.min(2, pass.length()),
                    Characters.of(pass),
                    false,
                    false,
                    null));
        case "api_allowed_functions" ->
            // What a reader does: the column keeps so much and no more.
            builder.set(column.getKey(), value.substring(0, Math.min(1000, value.length())));
        default -> builder.column(column.getKey(), value);
      }
    }
    return builder.build();
  }

  private static Account apply(Account account, List<Change> changes) {
    AccountBuilder builder = account.with();
    for (Change change : changes) {
      builder.column(change.column(), change.to());
    }
    return builder.build();
  }

  private static AccessEvaluator evaluator(Build nonAgent, Build agent) {
    return new AccessEvaluator(CATALOG, new Builds(nonAgent, agent, List.of()), GROUPS, null);
  }
}
