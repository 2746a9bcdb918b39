package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.testkit.Cli;

/** Nobody is advised to lock everybody out: the last administrator stays one. */
class LastAdministratorTest {
  private static final String COLUMNS =
      "user\tpass\tfull_name\tuser_level\tuser_group\tmodify_users\tvdc_agent_api_access\t"
          + "phone_login\tlast_login_date\n";
  private static final String ADMIN = "6666\t1234\tAdmin\t9\tADMIN\t1\t1\t\t2020-01-01 00:00:00\n";
  private static final String SECOND =
      "boss\tx9Kq27LmZz\tAda Okoro\t9\tADMIN\t1\t1\t\t2020-01-01 00:00:00\n";
  private static final String AGENT =
      "1001\t1234\tBen Hall\t1\tAGENTS\t0\t0\t1001\t2025-12-31 00:00:00\n";

  @TempDir private Path folder;

  private String estate(String... rows) throws IOException {
    Path file = folder.resolve("users.tsv");
    return Files.writeString(file, COLUMNS + String.join("", rows)).toString();
  }

  @Test
  void noCutTakesItsFlagAndItsPasswordIsNamedInstead() throws IOException {
    String alone = estate(ADMIN, AGENT);
    Cli cut = Cli.run("cut", alone);
    assertThat(cut.out())
        .contains("pass: (shared) → (a password of its own for each)")
        .doesNotContain("modify_users: 1 → 0", "user_level: 9");
    assertThat(Cli.run("paths", alone, "--to", "level:9").out())
        .doesNotContain("modify_users: 1 → 0");
  }

  @Test
  void ofTwoAdministratorsOneStays() throws IOException {
    String both = estate(ADMIN.replace("\t1\t1\t\t", "\t1\t0\t\t"), SECOND, AGENT);
    Cli fix = Cli.run("fix", "--unsafe", both, "--only", "stale-account", "--date", "2026-01-01");
    assertThat(fix.out().split("active='N'", -1)).as(fix.all()).hasSize(2);
    assertThat(fix.err()).contains("left, it is the last administrator's: stale-account of");
  }

  @Test
  void aSecondAdministratorMayGo() throws IOException {
    String both = estate(ADMIN.replace("2020-01", "2025-12"), SECOND);
    Cli fix = Cli.run("fix", "--unsafe", both, "--only", "stale-account", "--date", "2026-01-01");
    assertThat(fix.out()).contains("active='N' WHERE user='boss'");
  }

  @Test
  void theReviewChangesItsPasswordAndNotItsGroup() throws IOException {
    Path page = folder.resolve("review.html");
    Cli run = Cli.run("report", estate(ADMIN, AGENT), "--output", page.toString());
    assertThat(run.status()).as(run.all()).isLessThan(4);
    String html = Files.readString(page);
    String work = html.substring(html.indexOf("removes most"));
    assertThat(work.substring(0, 3000)).contains("pass").doesNotContain("user_group");
  }
}
