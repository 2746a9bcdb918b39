package org.vicilint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vicilint.model.Characters;
import org.vicilint.model.Flag;

/** The data file of the pages, held to what a running server answered. */
class PagesTest {
  private static final Pages PAGES = Pages.known();

  @Test
  void everyPageOpensWithWhatTheServerDemands() throws IOException {
    JsonNode facts =
        new ObjectMapper()
            .readTree(getClass().getResourceAsStream("/facts/pages-250720-1841.json"));
    assertThat(PAGES.build()).hasToString(facts.get("build").asText());
    List<String> expected = new ArrayList<>();
    for (JsonNode page : facts.get("pages")) {
      List<String> ways = new ArrayList<>();
      for (JsonNode way : page.get("opens")) {
        TreeSet<String> flags = new TreeSet<>();
        way.get("flags").forEach(flag -> flags.add(flag.asText()));
        ways.add(way.get("min_level").asInt() + " " + flags);
      }
      expected.add(page.get("page").asText() + " " + ways + " " + page.get("api_only_user_closes"));
    }
    assertThat(PAGES.all().stream().map(PagesTest::text).toList()).isEqualTo(expected);
    assertThat(expected).hasSize(151);
  }

  private static String text(Page page) {
    return page.name()
        + " "
        + page.opens().stream().map(PagesTest::text).toList()
        + " "
        + page.apiOnlyCloses();
  }

  private static String text(Page.Way each) {
    Requirement way = each.demand();
    TreeSet<String> flags = new TreeSet<>();
    Arrays.stream(Flag.values())
        .filter(flag -> (way.flags() & flag.bit()) != 0)
        .forEach(flag -> flags.add(flag.column()));
    if (way.modifyLeads() != 0) {
      flags.add("modify_leads");
    }
    return way.userLevel() + " " + flags;
  }

  @Test
  void everyPageIsDescribedInTheWordsOfFunctionsWhereTheyFit() {
    assertThat(PAGES.all())
        .allSatisfy(
            page -> {
              assertThat(page.summary()).endsWith(".").hasSizeBetween(10, 110);
              assertThat(page.category())
                  .isIn(Catalog.load().functions().stream().map(Function::category).toList());
            });
    assertThat(PAGES.all().stream().map(Page::effect).distinct())
        .as("no effect without a page")
        .containsExactlyInAnyOrder(PageEffect.values());
  }

  @Test
  void noPageLetsInWhomItsLoginKeepsOut() {
    assertThat(PAGES.all())
        .allSatisfy(
            page -> {
              assertThat(page.login().userLevel()).isIn(2, 7, 8);
              assertThat(page.opens())
                  .allMatch(way -> way.demand().userLevel() >= page.login().userLevel());
              assertThat(page.login().active() && page.login().lock()).isTrue();
              assertThat(page.login().userCharacters()).isEqualTo(Characters.DASHES);
            });
  }

  @Test
  void pagesThatChangeSomethingAreNotSaidToRead() {
    assertThat(PAGES.all())
        .filteredOn(page -> page.summary().matches("(?i).*\\b(changes|deletes|makes|moves)\\b.*"))
        .filteredOn(page -> page.effect().effect() == Effect.READ)
        .extracting(Page::name)
        .containsExactly("vicidial_sales_viewer.php"); // makes a spreadsheet
  }
}
