package org.vicilint.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Twins;
import org.vicilint.engine.UsageReview;
import org.vicilint.engine.UsedAccount;
import org.vicilint.engine.UsedFunction;
import org.vicilint.input.EstateReader;
import org.vicilint.input.table.Secrets;
import org.vicilint.log.LogReading;
import org.vicilint.model.Build;
import org.vicilint.model.Estate;
import org.vicilint.model.Outcome;
import org.vicilint.source.Limits;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Dialer;
import org.vicilint.testkit.Server;
import org.vicilint.testkit.Vectors;

/** The names of functions as the server itself cuts them when the API writes its log. */
@DisabledIfSystemProperty(
    named = "skip.database",
    matches = "true",
    disabledReason = "-Dskip.database=true: no MariaDB server is started")
@Tag("database")
class DatabaseLogTest {
  private static final String NAME = "logged";

  @TempDir private Path folder;
  private Server server;

  @BeforeEach
  void aDialer() {
    server = Server.shared();
    Dialer.create(server, NAME);
  }

  @Test
  void everyFunctionIsFoundByWhatTheServerKeepsOfItsName() throws IOException {
    Map<String, Api> called = new TreeMap<>();
    for (Function function : Catalog.load().functions()) {
      if (function.needsLogin() && function.at(newest(function.api())).isPresent()) {
        called.put(function.name(), function.api());
      }
    }
    log(called);

    Cli run =
        Cli.run(
            "usage",
            "--format",
            "json",
            "--user",
            "crm_api",
            "--database-log",
            "--database",
            server.address(NAME),
            "--database-user",
            "root",
            "--database-password-file",
            Files.writeString(folder.resolve("none"), "\n").toString());

    assertThat(run.status()).as(run.all()).isZero();
    JsonNode rows = Vectors.parse(run.out()).at("/accounts/0/functions");
    TreeSet<String> used = new TreeSet<>();
    for (JsonNode row : rows) {
      assertThat(row.get("state").asText()).as(row.toString()).isNotIn("ambiguous", "unknown");
      if (row.get("state").asText().equals("used")) {
        used.add(row.get("function").asText());
      }
    }
    assertThat(used)
        .isEqualTo(called.keySet())
        .contains("update_cid_group_entry", "force_fronter_leave_3way");
  }

  @Test
  void aNameThatTheServerCutsToTheBeginningOfSeveralStaysAmbiguous() {
    log(Map.of("force_fronter_leave_3way", Api.AGENT, "external_pause", Api.AGENT));
    Database database =
        new Database(
            DatabaseAddress.parse(server.address(NAME)),
            "root",
            "",
            DatabaseTls.OFF,
            null,
            30,
            true);
    LogReading all = new LogReading(null, null, (result, reason) -> Outcome.GRANTED);
    Estate estate =
        new EstateReader(null, Limits.DEFAULT, new Secrets(), all, database)
            .read(List.of(), System.in);
    Catalog catalog = Twins.with("force_fronter_leave_3way", "force_fronter_leave_now");
    AccessEvaluator access =
        new AccessEvaluator(catalog, Builds.choose(catalog, null, null), estate.groups(), null);

    UsedAccount account =
        UsageReview.of(estate, access).stream()
            .filter(each -> each.user().equals("crm_api"))
            .findFirst()
            .orElseThrow();

    List<UsedFunction> functions = account.functions();
    assertThat(functions)
        .filteredOn(f -> f.state() == UsedFunction.State.AMBIGUOUS)
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.name()).isEqualTo("force_fronter_leave_");
              assertThat(f.candidates())
                  .containsExactly("force_fronter_leave_3way", "force_fronter_leave_now");
            });
    // Neither is called unused, since either may be the one.
    assertThat(functions)
        .filteredOn(f -> f.state() == UsedFunction.State.UNUSED)
        .extracting(UsedFunction::name)
        .doesNotContain("force_fronter_leave_3way", "force_fronter_leave_now")
        .contains("force_fronter_audio_stop");
  }

  private static Build newest(Api api) {
    return Catalog.load().api(api).newest();
  }

  /** Writes rows with whole names, as the API does: the server cuts them without a word. */
  private void log(Map<String, Api> called) {
    List<String> statements = new ArrayList<>(List.of("SET SESSION sql_mode = ''"));
    called.forEach(
        (function, api) ->
            statements.add(
                ("INSERT INTO vicidial_api_log (api_id, user, api_date, api_script, `function`,"
                        + " result, result_reason, source, data) VALUES (%d, 'crm_api',"
                        + " '2025-06-01 10:00:00', '%s', '%s', 'SUCCESS', '', 'crm', '')")
                    .formatted(
                        statements.size(), api == Api.AGENT ? "agent" : "non-agent", function)));
    server.run(NAME, statements.toArray(String[]::new));
  }
}
