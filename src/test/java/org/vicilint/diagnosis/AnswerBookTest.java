package org.vicilint.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Decision;
import org.vicilint.access.Gate;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Build;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;

/** What the evaluator makes of the catalog's texts is read back, for every build. */
class AnswerBookTest {
  private static final Catalog CATALOG = Catalog.load();
  private static final AnswerBook BOOK = new AnswerBook(CATALOG);

  /** Each is stopped at another gate. */
  private static final List<Account> ACCOUNTS =
      List.of(
          account("0", "", 0, false),
          account("9", " ", Long.MAX_VALUE, false),
          account("9", " ALL_FUNCTIONS ", Long.MAX_VALUE, true),
          account("9", " ALL_FUNCTIONS ", Flag.VDC_AGENT_API_ACCESS.bit(), false),
          account("9", " ALL_FUNCTIONS ", flagsOfNoOperation(), false));

  private static Account account(String level, String granted, long flags, boolean restricted) {
    AccountBuilder builder =
        Account.builder("caller_1")
            .column("user_level", level)
            .column("user_group", restricted ? "" : "ADMIN")
            .column("modify_leads", flags == 0 ? "0" : "1")
            .column("api_allowed_functions", granted);
    for (Flag flag : Flag.values()) {
      builder.column(flag.column(), (flags & flag.bit()) != 0 ? "1" : "0");
    }
    return builder.column("api_list_restrict", restricted ? "1" : "0").build();
  }

  private static long flagsOfNoOperation() {
    long flags = Long.MAX_VALUE;
    for (Function function : CATALOG.functions()) {
      for (Operation operation : function.operations()) {
        flags &= ~operation.history().get(0).flags();
      }
    }
    return flags;
  }

  @Test
  void everyAnswerOfEveryBuildNamesItsGateFunctionAndCaller() {
    Map<String, String> different = new TreeMap<>();
    Map<Gate.Kind, Integer> asked = new TreeMap<>();
    Stream<Builds> builds =
        Stream.concat(
            CATALOG.api(Api.NON_AGENT).builds().stream()
                .map(b -> Builds.choose(CATALOG, b.toString(), null)),
            CATALOG.api(Api.AGENT).builds().stream()
                .map(b -> Builds.choose(CATALOG, null, b.toString())));
    builds.forEach(
        b -> {
          AccessEvaluator access = new AccessEvaluator(CATALOG, b, Groups.UNKNOWN, null);
          Diagnoser diagnoser = Diagnoser.of(b);
          Diagnoser knowing = Diagnoser.of(access, ACCOUNTS.subList(0, 1));
          for (Account account : ACCOUNTS) {
            for (Function function : access.functions()) {
              check(access.explain(account, function, null), diagnoser, asked, different, b);
              for (Operation operation : access.operations(function)) {
                check(access.explain(account, function, operation), diagnoser, asked, different, b);
              }
            }
          }
          Decision login = access.explain(ACCOUNTS.get(0), access.functions().get(0), null);
          Diagnosis agreed = knowing.of(BOOK.read(login.answer()).get(0));
          assertThat(agreed.lookup()).isEqualTo(Diagnosis.Lookup.AGREES);
          assertThat(agreed.change()).isNotEmpty();
        });
    assertThat(different).isEmpty();
    assertThat(asked.keySet())
        .containsExactlyInAnyOrder(
            Gate.Kind.LOGIN,
            Gate.Kind.LIST_SCOPE,
            Gate.Kind.ALLOWED_FUNCTION,
            Gate.Kind.LEVEL_AND_FLAGS,
            Gate.Kind.OPERATION);
  }

  private static void check(
      Decision decision,
      Diagnoser diagnoser,
      Map<Gate.Kind, Integer> asked,
      Map<String, String> different,
      Builds builds) {
    if (decision.answer().isEmpty()) {
      return;
    }
    Gate.Kind gate = decision.failed().orElseThrow().kind();
    asked.merge(gate, 1, Integer::sum);
    List<Reply> replies = BOOK.read(decision.answer());
    assertThat(replies).as(decision.answer()).hasSize(1);
    Diagnosis told = diagnoser.of(replies.get(0));
    Build build = builds.of(decision.function().api());
    boolean anyFunction = gate == Gate.Kind.LOGIN;
    boolean listed =
        told.candidates().stream()
            .anyMatch(
                c ->
                    c.on(build)
                        && (anyFunction
                            ? c.function() == null
                            : c.function().equals(decision.function().name())));
    boolean same =
        told.gate().equals(Optional.of(gate))
            && told.reply().api() == decision.function().api()
            && listed
            && told.onBuild()
            && !told.reply().cut()
            && Objects.equals(told.reply().account(), caller(decision, builds));
    boolean named =
        gate == Gate.Kind.LOGIN
            || gate == Gate.Kind.LIST_SCOPE
            || told.candidates().size() > 1
            || decision.function().name().equals(told.function());
    if (!same || !named) {
      different.put(build + " " + decision.function().name() + " " + decision.answer(), "" + told);
    }
  }

  /** As the build prints the name: the oldest delete more of it. */
  private static String caller(Decision decision, Builds builds) {
    return CATALOG
        .api(decision.function().api())
        .loginAt(builds.of(decision.function().api()))
        .userCharacters()
        .keep(decision.account().user());
  }

  @Test
  void noTextSpeaksForTwoGatesOrTwoApis() {
    assertThat(new AnswerTemplates(CATALOG).all())
        .hasSizeGreaterThan(70)
        .allSatisfy(
            t -> {
              assertThat(t.candidates().stream().map(Candidate::gate).distinct()).hasSize(1);
              assertThat(t.candidates().stream().map(Candidate::api).distinct()).hasSize(1);
            });
  }
}
