package org.vicilint.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vicilint.testkit.Cli;

/** Reviews that the tests look at. */
final class Reviews {
  private static final String EXPORTS = "src/test/resources/exports/";
  private static final String USERS = EXPORTS + "vicidial_users.tsv";
  private static final String GROUPS = EXPORTS + "vicidial_user_groups.tsv";

  private Reviews() {}

  /** The shared estate, with findings that are open, waived and known. */
  static Path shared(Path folder) throws IOException {
    Path profile =
        Files.writeString(
            folder.resolve("vicilint.yaml"),
            """
            name: review
            extends: default
            waivers:
              - rule: not-api-only
                account: old_vendor
                reason: leaves at the end of the year
                owner: ops@example.com
                expires: 2026-12-31
            """);
    Path baseline = folder.resolve("baseline.json");
    Cli known =
        Cli.run(
            "baseline",
            USERS,
            GROUPS,
            "--only",
            "unneeded-flag,stale-account",
            "--output",
            baseline.toString());
    assertThat(known.status()).as(known.err()).isZero();
    return write(
        folder, USERS, GROUPS, "--profile", profile.toString(), "--baseline", baseline.toString());
  }

  /** The review of these arguments. */
  static Path write(Path folder, String... arguments) {
    Path page = folder.resolve("review.html");
    String[] all = new String[arguments.length + 5];
    all[0] = "report";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--date";
    all[arguments.length + 2] = "2026-11-21";
    all[arguments.length + 3] = "--output";
    all[arguments.length + 4] = page.toString();
    Cli run = Cli.run(all);
    assertThat(run.status()).as(run.err()).isIn(0, 1);
    return page;
  }
}
