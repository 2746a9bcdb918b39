package org.vicilint.rules.custom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vicilint.model.Account;
import org.vicilint.testkit.Loading;

/** What a rule file cannot do: take long, take much memory, overflow the stack, reach outside. */
class HostileRulesTest {
  private static final Duration SHORT = Duration.ofSeconds(20);

  /** More is not wanted in a thread of a program's own. */
  private static final long STACK = 512 << 10;

  static Stream<Arguments> expressions() {
    return Stream.of(
            Map.entry("brackets", "(".repeat(1990) + "true" + ")".repeat(1990)),
            Map.entry("negations", "!".repeat(3990) + "true"),
            Map.entry("bracketed negations", "!(".repeat(1300) + "true" + ")".repeat(1300)),
            Map.entry("signs", "-".repeat(3980) + "1 == 1"),
            Map.entry("a long sum", "1" + "+1".repeat(1900) + " == 1"),
            Map.entry("many conjunctions", "active" + "&&active".repeat(490)),
            Map.entry("half conjunctions", "active&&".repeat(490)),
            Map.entry("conditions", "true?true:".repeat(390) + "true"),
            Map.entry("nested conditions", "true?".repeat(600) + "true" + ":true".repeat(200)),
            Map.entry("parts", "user" + ".size()".repeat(500)),
            Map.entry("nested lists", "[".repeat(1900) + "]".repeat(1900) + "==[]"),
            Map.entry("nested loops", "granted.exists(a,".repeat(150) + "can(a)" + ")".repeat(150)),
            Map.entry(
                "four loops",
                "granted.all(a,granted.all(b,granted.all(c,granted.all(d,a!=''||b!=c))))"),
            Map.entry(
                "two loops with much in them",
                "granted.all(a,granted.all(b," + "!('x' in granted)&&".repeat(190) + "a!=''))"),
            Map.entry("chained loops", "granted" + ".filter(a,true)".repeat(250) + "==[]"),
            Map.entry("repeated repetition", "user.matches('((a{1000}){1000}){1000}')"),
            Map.entry("an open repetition", "user.matches('((a{1000,}){1000,}){1000,}')"),
            Map.entry("repetitions side by side", "user.matches('" + "a{900}".repeat(600) + "')"),
            Map.entry(
                "a nested pattern", "user.matches('" + "(".repeat(1900) + ")".repeat(1900) + "')"),
            Map.entry("a pattern that others backtrack on", "user.matches('^(a+)+b$')"),
            Map.entry("odd signs", "$ ".repeat(1900)),
            Map.entry("too long", "active && ".repeat(4000) + "active"))
        .map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("expressions")
  void anExpressionEndsSoonAndInASmallStack(String name, String expression) throws Exception {
    Throwable[] thrown = new Throwable[1];
    Thread thread =
        new Thread(
            null,
            () -> {
              Loading loaded = Loading.when("|\n  " + expression);
              Account account =
                  Account.builder("a".repeat(100)).column("full_name", "x".repeat(100)).build();
              loaded.rules().forEach(rule -> Loading.hits(rule, account));
              assertThat(loaded.rules().size() + loaded.problems().size()).isPositive();
            },
            name,
            STACK);
    thread.setUncaughtExceptionHandler((t, e) -> thrown[0] = e);
    thread.setDaemon(true);
    thread.start();
    thread.join(SHORT.toMillis());
    assertThat(thread.isAlive()).as("still running").isFalse();
    assertThat(thrown[0]).isNull();
  }

  @ParameterizedTest
  @MethodSource("names")
  void nothingOutsideCanBeNamed(String name) {
    Loading loaded = Loading.when("|\n  " + name);
    assertThat(loaded.rules()).isEmpty();
    assertThat(loaded.problems()).isNotEmpty();
  }

  static List<String> names() {
    return List.of(
        "java.lang.Runtime.getRuntime() == 1",
        "user.getClass() == 1",
        "google.protobuf.Any{type_url: 'x'} == null",
        "type(user) == string",
        "dyn(user) == 1",
        "timestamp('2026-01-01T00:00:00Z') == timestamp('2026-01-01T00:00:00Z')",
        "duration('1h') == duration('1h')",
        "env('HOME') == ''",
        "{'a': granted} == {}",
        "user + user == ''",
        "cel.bind(x, 1, true)");
  }

  @Test
  void yamlCannotBeABomb() {
    assertEndsSoon("a: ".repeat(20_000));
    assertEndsSoon("[".repeat(60_000));
    assertEndsSoon("- ".repeat(30_000));
    assertEndsSoon("? ".repeat(30_000));
    assertEndsSoon("&a [*a, *a]");
    assertEndsSoon("&a {id: *a, fix: *a, evidence: *a}");
    assertEndsSoon("x".repeat(200_000));
    assertEndsSoon("id: !!javax.script.ScriptEngineManager [x]");
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 100; i++) {
      laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertEndsSoon(laughs + "evidence: *a99\n");
  }

  private static void assertEndsSoon(String text) {
    Assertions.assertThat(
            java.util.concurrent.CompletableFuture.supplyAsync(() -> Loading.of("own.yaml", text)))
        .succeedsWithin(SHORT)
        .satisfies(loaded -> assertThat(loaded.problems()).isNotEmpty());
  }
}
