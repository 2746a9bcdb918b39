package org.vicilint.render.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicilint.engine.LintResult;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.render.review.RiskPicture.Label;
import org.vicilint.render.review.RiskPicture.Mark;
import org.vicilint.testkit.Runs;

/** The picture of risk: nothing is lost, nothing leaves the frame, no name covers another. */
class RiskPictureTest {

  @Test
  void everyAccountIsInOneMark() {
    RiskPicture picture = picture(200);
    assertThat(picture.marks().stream().mapToInt(Mark::count).sum()).isEqualTo(200);
    assertThat(picture.marks()).hasSizeLessThan(200);
  }

  @Test
  void everythingStaysWithinTheFrame() {
    RiskPicture picture = picture(200);
    assertThat(picture.marks())
        .allSatisfy(
            mark -> {
              assertThat(mark.x()).isBetween(40.0, (double) RiskPicture.WIDTH);
              assertThat(mark.y()).isBetween(0.0, 380.0);
            });
    assertThat(picture.labels())
        .isNotEmpty()
        .allSatisfy(label -> assertThat(label.y()).isBetween(0.0, 380.0));
  }

  @Test
  void moreFunctionsStandHigherAndHigherLevelsMoreToTheRight() {
    List<Account> accounts =
        List.of(account("reader", 1, "1", " version "), account("all", 9, "1", " ALL_FUNCTIONS "));
    List<Mark> marks = picture(accounts).marks();
    Mark reader =
        marks.stream().filter(m -> m.title().startsWith("reader")).findFirst().orElseThrow();
    Mark all = marks.stream().filter(m -> m.title().startsWith("all")).findFirst().orElseThrow();
    assertThat(all.y()).isLessThan(reader.y());
    assertThat(all.x()).isGreaterThan(reader.x());
    assertThat(all.severity()).isEqualTo("high");
    assertThat(all.title()).contains("level 9", "service");
  }

  @Test
  void noNameCoversAnother() {
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      accounts.add(account("all_powerful_account_" + i, 9, "1", " ALL_FUNCTIONS "));
    }
    List<Label> labels = picture(accounts).labels();
    assertThat(labels).hasSize(6);
    assertThat(labels.stream().map(Label::y).distinct()).hasSize(6);
    assertThat(labels).allSatisfy(label -> assertThat(label.text()).hasSizeLessThanOrEqualTo(24));
  }

  private static RiskPicture picture(int count) {
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      accounts.add(account("u" + i, i % 10, i % 2 == 0 ? "1" : "0", " ALL_FUNCTIONS "));
    }
    return picture(accounts);
  }

  private static RiskPicture picture(List<Account> accounts) {
    LintResult result =
        Runs.all(Estate.of(accounts, new Groups(List.of())), Runs.profile("default"));
    return RiskSurvey.of(result, 1, 1, 1).picture().drawn();
  }

  private static Account account(String user, int level, String api, String functions) {
    return Account.builder(user)
        .column("user_level", Integer.toString(level))
        .column("vdc_agent_api_access", api)
        .column("modify_users", "1")
        .column("view_reports", "1")
        .column("api_allowed_functions", functions)
        .build();
  }
}
