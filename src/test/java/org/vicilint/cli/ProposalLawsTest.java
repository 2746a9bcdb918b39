package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.vicilint.access.Vectors;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;

/** What vicilint proposes, vicilint accepts; and no call is lost on the way. */
class ProposalLawsTest {
  private static final Catalog CATALOG = Catalog.load();

  /** What a need itself is, however little the account has. */
  private static final Set<String> OF_THE_NEED =
      Set.of("drives-any-agent", "api-only-still-opens-pages", "can-become-others", "scope-escape");

  private static final String GROUPS =
      """
      accounts:
        - user: other
          kind: person
      groups:
        - user_group: SALES
          allowed_campaigns: [OUTBND]
        - user_group: EVERY
          allowed_campaigns: " -ALL-CAMPAIGNS- - "
      """;

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
    String groups = write("groups.yaml", GROUPS);
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
    accepted(proposal, functions, build);
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatOnboardingDefinesIsCleanAndReadyAfterwards(
      @ForAll("functions") List<String> functions,
      @ForAll("builds") String build,
      @ForAll("groups") String group)
      throws IOException {
    String groups = write("groups.yaml", GROUPS);
    String manifest =
        write(
            "manifest.yaml",
            "name: feed\nowner: o\ncontact: c\npurpose: p\naccount: loader\nfrom: 203.0.113.1\n"
                + "review: 2999-01-01\nbuilds: "
                + build
                + "\nfunctions: ["
                + String.join(", ", functions)
                + "]\n"
                + (group.isEmpty() ? "" : "user_group: " + group + "\n"));
    String proposal = folder.resolve("accounts.yaml").toString();
    Files.deleteIfExists(Path.of(proposal));
    Cli run = Cli.run("onboard", manifest, groups, "--definition", proposal);
    Assume.that(!run.out().contains("does not exist there"));
    boolean ready = run.out().startsWith("Ready to start");
    assertThat(ready).as(run.all()).isEqualTo(!run.out().contains("  NO  "));
    assertThat(ready).as(run.all()).isEqualTo(run.status() == 0);
    accepted(proposal, functions, build);
    if (ready) {
      Cli again = Cli.run("onboard", manifest, groups, proposal);
      assertThat(again.status()).as(again.all()).isZero();
    }
  }

  private void accepted(String proposal, List<String> functions, String build) throws IOException {
    String groups = folder.resolve("groups.yaml").toString();
    Cli lint = Cli.run("lint", proposal, groups, "--build", build, "--format", "json");
    for (JsonNode finding : Vectors.parse(lint.out()).get("findings")) {
      if (finding.get("severity").asText().matches("critical|high|medium")) {
        assertThat(OF_THE_NEED).as(finding.toString()).contains(finding.get("rule").asText());
        if (finding.get("rule").asText().equals("api-only-still-opens-pages")) {
          assertThat(finding.get("message").asText()).contains("no cut leaves its calls");
        }
      }
    }
    // In a group, every call that the build has is there.
    String grouped = Files.readString(Path.of(proposal));
    if (!grouped.contains("user_group:")) {
      grouped = grouped.replaceFirst("(    api_only_user: 1)", "    user_group: SALES\n$1");
    }
    String whole = write("whole.yaml", grouped);
    Set<String> granted = new TreeSet<>();
    Set<String> known = new TreeSet<>();
    Cli matrix = Cli.run("matrix", whole, groups, "--build", build, "--format", "jsonl");
    for (String line : matrix.out().split("\n")) {
      JsonNode json = Vectors.parse(line);
      known.add(json.get("function").asText());
      if (json.get("decision").asText().equals("GRANTED")) {
        granted.add(json.get("function").asText());
      }
    }
    TreeSet<String> needed = new TreeSet<>(functions);
    needed.retainAll(known);
    assertThat(granted).as(grouped).containsAll(needed);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Provide
  Arbitrary<List<String>> functions() {
    return Arbitraries.of(
            CATALOG.functions().stream().filter(Function::needsLogin).map(Function::name).toList())
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<String> groups() {
    return Arbitraries.of("", "SALES", "EVERY", "GONE", "ADMIN");
  }

  /** Those that look at the list: on older ones level and flags open what they open. */
  @Provide
  Arbitrary<String> builds() {
    return Arbitraries.of(
        CATALOG.api(Api.NON_AGENT).builds().stream()
            .map(Object::toString)
            .filter(b -> b.length() == 11 && b.compareTo("150512-2027") >= 0)
            .toList());
  }
}
