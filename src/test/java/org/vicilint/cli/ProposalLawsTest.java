package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
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

/** What vicilint proposes, vicilint accepts; and no call is lost on the way. */
@Tag("slow")
class ProposalLawsTest {
  /** What a need itself is, however little the account has. */
  private static final Set<String> OF_THE_NEED =
      Set.of("drives-any-agent", "api-only-still-opens-pages", "can-become-others", "scope-escape");

  private Path folder;

  @BeforeProperty
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("proposals");
  }

  @AfterProperty
  void removeFolder() throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatIsRecommendedIsClean(
      @ForAll("functions") List<String> functions,
      @ForAll("builds") String build,
      @ForAll("groups") String group)
      throws IOException {
    String groups = write("groups.yaml", Proposals.GROUPS);
    String proposal = folder.resolve("accounts.yaml").toString();
    Files.deleteIfExists(Path.of(proposal));
    List<String> args =
        new ArrayList<>(
            List.of("recommend", "--functions", String.join(",", functions), "--user", "loader"));
    args.addAll(List.of("--build", build, "--output", proposal, groups));
    if (!group.isEmpty()) {
      args.addAll(List.of("--user-group", group));
    }
    Cli run = Cli.run(args.toArray(String[]::new));
    Assume.that(run.status() != 3); // the build does not have one of them
    accepted(proposal, functions, build, Files.readString(Path.of(proposal)));
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatIsRecommendedOfAnAccountThatIsThereLosesNoCall(
      @ForAll("accounts") String account, @ForAll("builds") String build) throws IOException {
    String groups = write("groups.yaml", Proposals.GROUPS);
    String before = write("before.yaml", account);
    Cli run = Cli.run("recommend", "robot", before, groups, "--build", build);
    Assume.that(run.status() != 3); // the build does not have one of its calls
    Assume.that(!run.out().contains("There is no least account"));
    String after = write("after.yaml", run.out());
    Proposals.announced(run.out(), Proposals.failing(build, after, groups));
    Set<String> kept = Proposals.granted("robot", build, before, groups);
    if (account.contains("    functions:")) {
      kept.retainAll(Arrays.asList(account.split("[\\[\\]]")[1].replace("\"", "").split(", ")));
    } else {
      kept.removeIf(call -> call.contains(":")); // operations that nobody named
    }
    assertThat(Proposals.granted("robot", build, grouped(after), groups))
        .as(account + run.out())
        .containsAll(kept);
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatOnboardingDefinesIsCleanAndReadyAfterwards(
      @ForAll("functions") List<String> functions,
      @ForAll("builds") String build,
      @ForAll("groups") String group)
      throws IOException {
    String groups = write("groups.yaml", Proposals.GROUPS);
    String manifest =
        write(
            "manifest.yaml",
            "name: feed\nowner: o\ncontact: c\npurpose: p\naccount: loader\nfrom: 203.0.113.1\n"
                + "review: 2999-01-01\nbuilds: "
                + build
                + "\nfunctions: ["
                + functions.stream().map(f -> "\"" + f + "\"").collect(Collectors.joining(", "))
                + "]\n"
                + (group.isEmpty() ? "" : "user_group: " + group + "\n"));
    String proposal = folder.resolve("accounts.yaml").toString();
    Files.deleteIfExists(Path.of(proposal));
    Cli run = Cli.run("onboard", manifest, groups, "--definition", proposal);
    Assume.that(!run.out().contains("does not exist there"));
    boolean ready = run.out().startsWith("Ready to start");
    assertThat(ready).as(run.all()).isEqualTo(!run.out().contains("  NO  "));
    assertThat(ready).as(run.all()).isEqualTo(run.status() == 0);
    accepted(proposal, functions, build, run.out());
    if (ready) {
      Cli again = Cli.run("onboard", manifest, groups, proposal);
      assertThat(again.status()).as(again.all()).isZero();
    }
  }

  private void accepted(String proposal, List<String> functions, String build, String said)
      throws IOException {
    String groups = folder.resolve("groups.yaml").toString();
    List<JsonNode> findings = Proposals.failing(build, proposal, groups);
    assertThat(OF_THE_NEED).containsAll(Proposals.announced(said, findings));
    for (JsonNode finding : findings) {
      if (finding.get("rule").asText().equals("api-only-still-opens-pages")) {
        assertThat(finding.get("message").asText()).contains("no cut leaves its calls");
      }
    }
    String whole = grouped(proposal);
    assertThat(Proposals.granted("loader", build, whole, groups))
        .as(Files.readString(Path.of(whole)))
        .containsAll(functions);
  }

  /** The proposal in a group, so that its restriction to lists is no refusal. */
  private String grouped(String proposal) throws IOException {
    String text = Files.readString(Path.of(proposal));
    return write(
        "whole.yaml",
        text.contains("user_group:")
            ? text
            : text.replaceFirst("(    user_level: .*\n)", "$1    user_group: SALES\n"));
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Provide
  Arbitrary<List<String>> functions() {
    return Proposals.calls(1, 8);
  }

  @Provide
  Arbitrary<String> accounts() {
    return Proposals.accounts(false);
  }

  @Provide
  Arbitrary<String> groups() {
    return Arbitraries.of("", "SALES", "EVERY", "GONE", "ADMIN");
  }

  @Provide
  Arbitrary<String> builds() {
    return Proposals.builds();
  }
}
