package org.vicilint.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Effect;
import org.vicilint.catalog.Function;
import org.vicilint.model.LoggedFunction;
import org.vicilint.model.Outcome;
import org.vicilint.model.Period;
import org.vicilint.model.Sources;

/** Names that the log has cut are matched back, or stay ambiguous. */
class LoggedNamesTest {
  @Test
  void everyFunctionOfTheCatalogIsFoundByWhatTheLogHasOfIt() {
    Catalog catalog = Catalog.load();
    LoggedNames names = new LoggedNames(catalog.functions());
    for (Function function : catalog.functions()) {
      String script = function.api() == Api.AGENT ? "agent" : "non-agent";
      assertThat(names.of(logged(script, LoggedNames.cut(function.name()))))
          .extracting(Function::name)
          .contains(function.name());
    }
    assertThat(names.of(logged("agent", "force_fronter_leave_")))
        .extracting(Function::name)
        .containsExactly("force_fronter_leave_3way");
    assertThat(names.of(logged("non-agent", "force_fronter_leave_"))).isEmpty();
  }

  @Test
  void aNameThatSeveralBeginWithStaysAmbiguous() {
    LoggedNames names =
        new LoggedNames(
            List.of(
                function(Api.AGENT, "force_fronter_leave_3way"),
                function(Api.AGENT, "force_fronter_leave_now"),
                function(Api.NON_AGENT, "force_fronter_leave_all")));
    assertThat(names.of(logged("agent", "force_fronter_leave_")))
        .extracting(Function::name)
        .containsExactly("force_fronter_leave_3way", "force_fronter_leave_now");
    assertThat(names.of(logged("", "force_fronter_leave_"))).hasSize(3);
  }

  @Test
  void aShorterNameIsNoBeginning() {
    LoggedNames names = new LoggedNames(List.of(function(Api.NON_AGENT, "add_lead")));
    assertThat(names.of(logged("non-agent", "add_le"))).isEmpty();
    assertThat(names.of(logged("non-agent", "add_lead_more"))).isEmpty();
    assertThat(names.of(logged("non-agent", "ADD_LEAD"))).isEmpty();
  }

  private static Function function(Api api, String name) {
    return new Function(api, name, "", "", Effect.READ, true, null, List.of(), List.of());
  }

  private static LoggedFunction logged(String script, String function) {
    LocalDateTime time = LocalDateTime.of(2026, 1, 1, 0, 0);
    return new LoggedFunction(
        script,
        function,
        Map.of(Outcome.GRANTED, 1L),
        Sources.of(List.of()),
        new Period(time, time),
        0);
  }
}
