package org.vicilint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.model.Build;
import org.vicilint.model.Flag;

/** The data files, held to what was read from the source of every build. */
class CatalogTest {
  private static final Catalog CATALOG = Catalog.load();

  @ParameterizedTest
  @EnumSource(Api.class)
  void everyFunctionOnEveryBuildDemandsWhatTheSourceOfThatBuildDemands(Api api) throws IOException {
    JsonNode facts =
        new ObjectMapper()
            .readTree(getClass().getResourceAsStream("/facts/api-history.json"))
            .get(api.word());
    ApiCatalog ours = CATALOG.api(api);
    List<Build> builds =
        StreamSupport.stream(facts.get("builds").spliterator(), false)
            .map(b -> Build.parse(b.get("build").asText()).orElseThrow())
            .toList();
    assertThat(ours.builds()).isEqualTo(builds);
    TreeMap<String, String> different = new TreeMap<>();
    for (Build build : builds) {
      for (var fact : facts.get("functions").properties()) {
        String expected = expected(fact.getValue(), build);
        String actual =
            CATALOG.function(fact.getKey()).flatMap(f -> f.at(build)).map(this::text).orElse("-");
        if (!expected.equals(actual)) {
          different.put(fact.getKey() + " on " + build, expected + " but " + actual);
        }
      }
    }
    assertThat(different).isEmpty();
    assertThat(ours.functions().stream().filter(Function::needsLogin).count())
        .isEqualTo(facts.get("functions").size());
  }

  @Test
  void theNewestBuildsHave61And29FunctionsAndVersion() {
    assertThat(CATALOG.api(Api.NON_AGENT).functions()).hasSize(62);
    assertThat(CATALOG.api(Api.AGENT).functions()).hasSize(30);
    assertThat(CATALOG.function("version").orElseThrow().needsLogin()).isFalse();
  }

  @Test
  void everyFunctionIsDescribed() {
    assertThat(CATALOG.functions())
        .allSatisfy(
            f -> {
              assertThat(f.summary()).endsWith(".").hasSizeBetween(10, 110);
              assertThat(f.category())
                  .isIn(
                      "leads",
                      "lists",
                      "users",
                      "phones",
                      "campaigns",
                      "inbound",
                      "reports",
                      "live agents",
                      "system",
                      "audio");
              assertThat(f.history()).isNotEmpty();
            });
  }

  @Test
  void noNameButVersionIsInBothApis() {
    assertThat(CATALOG.functions().stream().map(Function::name).distinct())
        .hasSize(CATALOG.functions().size() - 1);
  }

  @Test
  void theAgentApisBuildIsTheNewestOfThatDayOrBefore() {
    assertThat(Builds.choose(CATALOG, "250720-1841", null).agent()).hasToString("250122-1010");
    assertThat(Builds.choose(CATALOG, "240703-1657", null).agent()).hasToString("240429-2220");
    assertThat(Builds.choose(CATALOG, "180331-1716", null).agent()).hasToString("180323-2227");
    assertThat(Builds.choose(CATALOG, "180331-1716", "150429-1717").agent())
        .hasToString("150429-1717");
  }

  @Test
  void aBuildBetweenTwoKnownOnesBehavesAsTheOlder() {
    Function campaigns = CATALOG.function("campaigns_list").orElseThrow();
    assertThat(level(campaigns, "240718-0941")).isEqualTo(7);
    assertThat(level(campaigns, "240718-0942")).isEqualTo(8);
    assertThat(level(campaigns, "240718-0943")).isEqualTo(8);
  }

  @Test
  void aBuildNewerThanTheCatalogIsTakenWithAWarning() {
    Builds newer = Builds.choose(CATALOG, "991231-2359", null);
    assertThat(newer.warnings()).singleElement().asString().contains("newer than the newest");
    assertThat(Builds.choose(CATALOG, "250720-1841", null).warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "250720", "2.14-202", "251320-1841", "250720-184", "x250720-1841"})
  void garbageIsNoBuild(String text) {
    assertThatThrownBy(() -> Builds.choose(CATALOG, text, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a build");
  }

  @Test
  void aBuildOlderThanTheCatalogIsRefused() {
    assertThatThrownBy(() -> Builds.choose(CATALOG, "70101-0000", null))
        .hasMessageContaining("older than the oldest one known");
  }

  private static int level(Function function, String build) {
    return function.at(Build.parse(build).orElseThrow()).orElseThrow().userLevel();
  }

  private static String expected(JsonNode history, Build build) {
    JsonNode found = null;
    for (JsonNode entry : history) {
      if (Build.parse(entry.get("build").asText()).orElseThrow().compareTo(build) <= 0) {
        found = entry.get("requires");
      }
    }
    if (found == null || found.isNull()) {
      return "-";
    }
    TreeMap<String, String> flags = new TreeMap<>();
    for (var flag : found.get("flags").properties()) {
      flags.put(flag.getKey(), flag.getValue().toString().replaceAll("[^0-9]", ""));
    }
    return "%d %s %s %s %s %s"
        .formatted(
            found.path("user_level").asInt(0),
            flags,
            found.path("active").asBoolean(),
            found.path("allowed_functions_checked").asBoolean(),
            found.path("permission_checked_first").asBoolean(),
            found.path("list_restrict").asBoolean());
  }

  private String text(Requirement r) {
    TreeMap<String, String> flags = new TreeMap<>();
    for (Flag flag : Flag.values()) {
      if ((r.flags() & flag.bit()) != 0) {
        flags.put(flag.column(), "1");
      }
    }
    if (r.modifyLeads() != 0) {
      StringBuilder accepted = new StringBuilder();
      for (int value = 0; value <= 6; value++) {
        if ((r.modifyLeads() >> value & 1) != 0) {
          accepted.append(value);
        }
      }
      flags.put("modify_leads", accepted.toString());
    }
    return "%d %s %s %s %s %s"
        .formatted(
            r.userLevel(), flags, r.active(), r.allowedFunctions(), r.levelFirst(), r.listScope());
  }
}
