package org.vicilint.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.model.Flag;

/** Random needs and accounts for the laws of what vicilint proposes, and what lint says then. */
public final class Proposals {
  public static final String GROUPS =
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

  private static final Catalog CATALOG = Catalog.load();

  private Proposals() {}

  /** Rules that lint fails on, by a text that was printed before, and must have named them. */
  public static Set<String> announced(String said, List<JsonNode> findings) {
    String plain = said.replaceAll("(?m)^\\s*(#|--) ", " ").replaceAll("\\s+", " ");
    Set<String> rules = new TreeSet<>();
    for (JsonNode finding : findings) {
      String rule = finding.get("rule").asText();
      assertThat(plain).contains("lint will report " + rule + " (");
      rules.add(rule);
    }
    return rules;
  }

  /** What fails lint under the default profile. */
  public static List<JsonNode> failing(String build, String... paths) throws IOException {
    List<String> args = new java.util.ArrayList<>(List.of("lint", "--build", build));
    args.addAll(List.of("--format", "json", "--date", "2026-01-01"));
    args.addAll(List.of(paths));
    Cli lint = Cli.run(args.toArray(String[]::new));
    assertThat(lint.err()).doesNotContain("problem:");
    List<JsonNode> failing = new java.util.ArrayList<>();
    for (JsonNode finding : Vectors.parse(lint.out()).get("findings")) {
      if (finding.get("severity").asText().matches("critical|high|medium")) {
        failing.add(finding);
      }
    }
    return failing;
  }

  /** The calls that an account may make, operations included. */
  public static Set<String> granted(String user, String build, String... paths) throws IOException {
    List<String> args = new java.util.ArrayList<>(List.of("matrix", "--build", build));
    args.addAll(List.of("--operations", "--format", "jsonl"));
    args.addAll(List.of(paths));
    Set<String> granted = new TreeSet<>();
    for (String line : Cli.run(args.toArray(String[]::new)).out().split("\n")) {
      JsonNode json = Vectors.parse(line);
      if (json.get("user").asText().equals(user)
          && json.get("decision").asText().equals("GRANTED")) {
        granted.add(
            json.get("function").asText()
                + (json.has("operation") ? ":" + json.get("operation").asText() : ""));
      }
    }
    return granted;
  }

  /** Functions, and parameters of them that ask for more. */
  public static Arbitrary<List<String>> calls(int least, int most) {
    List<String> all =
        CATALOG.functions().stream()
            .filter(Function::needsLogin)
            .flatMap(
                f ->
                    java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(f.name()),
                        f.operations().stream().map(o -> f.name() + ":" + o.name())))
            .filter(call -> call.matches("\\w+(:\\w+(=\\w+)?)?"))
            .toList();
    return Arbitraries.of(all).list().uniqueElements().ofMinSize(least).ofMaxSize(most);
  }

  /** Those that look at the list: on older ones level and flags open what they open. */
  public static Arbitrary<String> builds() {
    return Arbitraries.of(
        CATALOG.api(Api.NON_AGENT).builds().stream()
            .map(Object::toString)
            .filter(b -> b.length() == 11 && b.compareTo("150512-2027") >= 0)
            .toList());
  }

  /** A definition of the account {@code robot}, with anything that it may have. */
  public static Arbitrary<String> accounts(boolean declared) {
    Arbitrary<List<String>> flags =
        Arbitraries.of(List.of(Flag.values()).stream().map(Flag::column).toList())
            .list()
            .uniqueElements()
            .ofMaxSize(12);
    Arbitrary<List<String>> needs =
        declared ? calls(1, 5) : calls(0, 5).optional(0.6).map(o -> o.orElse(null));
    return net.jqwik.api.Combinators.combine(
            needs,
            flags,
            Arbitraries.integers().between(1, 9),
            Arbitraries.integers().between(0, 6),
            calls(0, 6),
            Arbitraries.of("", "SALES", "EVERY"),
            Arbitraries.of("service", "service", "person"),
            Arbitraries.of(true, true, true, true, false))
        .as(
            (calls, some, level, leads, list, group, kind, active) -> {
              List<String> set = new java.util.ArrayList<>(some);
              StringBuilder text = new StringBuilder("accounts:\n  - user: robot\n");
              text.append("    kind: ").append(kind).append('\n');
              if (calls != null) {
                text.append("    functions: [\"" + String.join("\", \"", calls) + "\"]\n");
              }
              text.append("    user_level: " + level + "\n    modify_leads: " + leads + "\n");
              text.append(group.isEmpty() ? "" : "    user_group: " + group + "\n");
              text.append(active ? "" : "    active: N\n");
              if (!set.remove(Flag.ALTER_AGENT_INTERFACE_OPTIONS.column()) || calls == null) {
                Set<String> names = new TreeSet<>();
                list.forEach(call -> names.add(call.split(":")[0]));
                if (calls != null) {
                  calls.stream().skip(1).forEach(call -> names.add(call.split(":")[0]));
                }
                text.append("    api_allowed_functions: " + List.copyOf(names) + "\n");
              }
              set.forEach(flag -> text.append("    " + flag + ": 1\n"));
              return text.toString();
            });
  }
}
