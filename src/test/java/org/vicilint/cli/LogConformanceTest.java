package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Decision;
import org.vicilint.access.Gate;
import org.vicilint.access.LoggedNames;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.diagnosis.LoggedAnswers;
import org.vicilint.input.EstateReader;
import org.vicilint.input.table.Secrets;
import org.vicilint.log.LogReading;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.LoggedAccount;
import org.vicilint.model.LoggedFunction;
import org.vicilint.model.Outcome;
import org.vicilint.source.Limits;

/**
 * What a real server logged is what the evaluator says of the same accounts: who was granted is
 * granted, and who was refused is refused at the same gate.
 */
class LogConformanceTest {
  private static final String FOLDER = "src/test/resources/exports/";
  private static final Catalog CATALOG = Catalog.load();

  @Test
  void theLogOfARealServerAgreesWithTheEvaluator() {
    Estate estate =
        new EstateReader(
                null,
                Limits.DEFAULT,
                new Secrets(),
                new LogReading(null, null, new LoggedAnswers(CATALOG)::of),
                null)
            .read(
                List.of(
                    FOLDER + "vicidial_users.tsv",
                    FOLDER + "vicidial_user_groups.tsv",
                    FOLDER + "vicidial_api_log.tsv"),
                System.in);
    AccessEvaluator access =
        new AccessEvaluator(
            CATALOG,
            Builds.choose(CATALOG, "250720-1841", null),
            estate.groups(),
            LocalDateTime.of(2026, 11, 22, 0, 0));
    LoggedNames names = new LoggedNames(access.functions());
    long granted = 0;
    long refused = 0;
    for (Account account : estate.accounts()) {
      List<LoggedFunction> functions =
          estate.usage().of(account).map(LoggedAccount::functions).orElse(List.of());
      for (LoggedFunction logged : functions) {
        List<Function> candidates = names.of(logged);
        assertThat(candidates).as(logged.function()).hasSize(1);
        Decision decision = access.explain(account, candidates.get(0), null);
        for (Map.Entry<Outcome, Long> each : logged.counts().entrySet()) {
          Outcome outcome = each.getKey();
          assertThat(outcome).isNotEqualTo(Outcome.UNKNOWN);
          String call = account.user() + " " + logged.function() + " " + outcome;
          if (outcome.refused()) {
            assertThat(decision.failed().map(gate -> gate.kind().word()))
                .as(call)
                .contains(outcome.word());
            refused += each.getValue();
          } else {
            // Here every other complaint of the server came behind the gates.
            assertThat(decision.granted()).as(call).isTrue();
            granted += each.getValue();
          }
        }
      }
    }
    assertThat(refused).isEqualTo(53);
    assertThat(granted + refused).isEqualTo(485).isEqualTo(estate.usage().rows());
  }

  @Test
  void everyTextWithWhichABuildRefusesIsToldByItsGate() {
    LoggedAnswers answers = new LoggedAnswers(CATALOG);
    for (Function function : CATALOG.functions()) {
      function.history().stream()
          .filter(required -> required.refusal() != null)
          .forEach(required -> refused(answers, required.refusal(), Outcome.LEVEL_AND_FLAGS));
      if (function.notAllowed() != null) {
        refused(answers, function.notAllowed(), Outcome.ALLOWED_FUNCTION);
      }
    }
  }

  @Test
  void everyGateOfPermissionInAnApiHasAnOutcomeOfItsName() {
    for (Gate.Kind kind : Gate.Kind.values()) {
      if (kind != Gate.Kind.FUNCTION && kind != Gate.Kind.API_ONLY_USER) { // no API's
        assertThat(Outcome.valueOf(kind.name()).word()).isEqualTo(kind.word());
      }
    }
  }

  @Test
  void whatIsNotKnownIsNeverGranted() {
    LoggedAnswers answers = new LoggedAnswers(CATALOG);
    assertThat(answers.of("SUCCESS", "add_lead LEAD HAS BEEN ADDED")).isEqualTo(Outcome.GRANTED);
    assertThat(answers.of("ERROR", "add_lead NOT AN ALLOWED LIST ID")).isEqualTo(Outcome.ERROR);
    assertThat(answers.of("NOTICE", "something else")).isEqualTo(Outcome.ERROR);
    assertThat(answers.of("ERROR", "Invalid Username/Password:")).isEqualTo(Outcome.LOGIN);
    assertThat(answers.of("NOTICE", "update_list USER DOES NOT HAVE PERMISSION TO DELETE LEADS"))
        .isEqualTo(Outcome.OPERATION);
    for (String result : List.of("", "success", "OK", "SUCCESSFUL", "\u0000")) {
      assertThat(answers.of(result, "add_lead LEAD HAS BEEN ADDED")).isEqualTo(Outcome.UNKNOWN);
    }
  }

  /** The log has a text up to the first value in it. */
  private static void refused(LoggedAnswers answers, String text, Outcome wanted) {
    int colon = text.indexOf(": ");
    String reason = text.substring(colon + 2).replaceFirst("(?s)( -|:| )*[ |]*\\{.*", "");
    assertThat(answers.of(text.substring(0, colon), reason)).as(text).isEqualTo(wanted);
  }
}
