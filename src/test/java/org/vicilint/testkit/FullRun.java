package org.vicilint.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run that tests of outputs share. */
public final class FullRun {
  private static final String EXAMPLE = "examples/callcenter";

  private FullRun() {}

  /** A run with all that one can have: every status, problems, notes, and something gone. */
  public static Cli of(Path folder, String... outputs) throws IOException {
    Path estate = Files.createDirectories(folder.resolve("estate/accounts"));
    Path people = estate.resolve("people.yaml");
    Files.copy(Path.of(EXAMPLE, "accounts/people.yaml"), people);
    Path gone = estate.resolve("gone.yaml");
    Files.writeString(gone, "accounts:\n  - user: gone\n    vdc_agent_api_access: 1\n");
    Path known = folder.resolve("known.json");
    Cli.run("baseline", estate.toString(), "--output", known.toString());
    Files.delete(gone);
    Files.copy(Path.of(EXAMPLE, "accounts/integrations.yaml"), estate.resolve("integrations.yaml"));
    Files.writeString(estate.resolve("broken.yaml"), "accounts: [\n");
    Files.writeString(
        folder.resolve("estate/vicilint.yaml"),
        """
        waivers:
          - {rule: not-api-only, account: "*", owner: ops, reason: "a, b: |c|", expires: 2099-12-31}
          - {rule: level-above-need, account: "*", owner: ops, reason: "::error::", expires: 2099-12-31}
        """);
    List<String> args = new ArrayList<>(List.of("lint", folder + "/estate"));
    args.addAll(List.of("--baseline", known.toString()));
    for (String output : outputs) {
      args.addAll(List.of("--output", output));
    }
    return Cli.run(args.toArray(String[]::new));
  }
}
