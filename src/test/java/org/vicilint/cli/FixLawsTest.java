package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Proposals;
import org.vicilint.testkit.Vectors;

/** What fix writes: nothing that it claims is left, and no declared call is lost on the way. */
@Tag("slow")
class FixLawsTest {
  private Path folder;

  @BeforeProperty
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("fixes");
  }

  @AfterProperty
  void removeFolder() throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatIsFixedIsGoneAndEveryDeclaredCallStays(
      @ForAll("accounts") String account, @ForAll("builds") String build, @ForAll boolean unsafe)
      throws IOException {
    String groups = Files.writeString(folder.resolve("g.yaml"), Proposals.GROUPS).toString();
    Path file = Files.writeString(folder.resolve("robot.yaml"), account);
    Set<String> kept = Proposals.granted("robot", build, file.toString(), groups);
    kept.retainAll(Arrays.asList(account.split("[\\[\\]]")[1].replace("\"", "").split(", ")));

    Cli fix = fix(unsafe, build, file.toString(), groups);
    String fixed = Files.readString(file);
    assertThat(Proposals.granted("robot", build, file.toString(), groups))
        .as(account + fix.all() + fixed)
        .containsAll(kept);
    String left = fix.err().replaceAll("\\s+", " ");
    Cli lint =
        Cli.run(
            "lint",
            file.toString(),
            groups,
            "--build",
            build,
            "--format",
            "json",
            "--date",
            "2026-01-01");
    for (JsonNode finding : Vectors.parse(lint.out()).get("findings")) {
      if (finding.get("user").asText().equals("robot")) {
        assertThat(left).as(account + fixed).contains(finding.get("rule").asText() + " of robot");
      }
    }
    fix(unsafe, build, file.toString(), groups);
    assertThat(file).as("a second run has nothing to do").hasContent(fixed);
  }

  private static Cli fix(boolean unsafe, String build, String... paths) {
    List<String> args = new ArrayList<>(List.of("fix", "--build", build, "--date", "2026-01-01"));
    args.addAll(unsafe ? List.of("--unsafe") : List.of());
    args.addAll(List.of(paths));
    return Cli.run(args.toArray(String[]::new));
  }

  @Provide
  Arbitrary<String> accounts() {
    return Proposals.accounts(true);
  }

  @Provide
  Arbitrary<String> builds() {
    return Proposals.builds();
  }
}
