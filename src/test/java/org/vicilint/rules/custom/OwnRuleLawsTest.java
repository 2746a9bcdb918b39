package org.vicilint.rules.custom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.vicilint.model.Problem;
import org.vicilint.testkit.Loading;

/** Whatever a rule file holds, it ends in a rule or in problems with a place. */
@Tag("slow")
class OwnRuleLawsTest {
  private static final String SEED =
      """
      ---
      id: own
      title: "An own one"
      severity: high
      references: ['a', b]
      message: is {user} of level {user_level}
      when: |
        kind == 'service' && user_level > 8 &&
          (granted.exists(f, f.matches('^a{1,2}')) || can("update_user", 'delete_user=Y'))
      evidence: [owner, granted]
      fix:
        user_level: 8
        api_allowed_functions: [add_lead]
      confidence: likely
      ---
      # An own one
      """;

  /** Characters that mean something to YAML, to CEL or to patterns. */
  private static final String SPECIAL =
      "\"'{}[]()<>=!&|?:.,;*+-/%\\^$#@~`_ \t\n\r0a\u0000\u0085\u2028\u00ff\uFEFF\uD83D";

  @Property(tries = 500)
  void arbitraryBytesEndInProblems(@ForAll byte[] bytes) {
    assertEnds("own.yaml", bytes);
    assertEnds("own.md", bytes);
  }

  @Property(tries = 500)
  void damagedRulesEndInARuleOrProblems(@ForAll Random random) {
    StringBuilder text = new StringBuilder(SEED);
    for (int i = random.nextInt(5); i >= 0; i--) {
      int at = random.nextInt(text.length());
      int to = Math.min(text.length(), at + random.nextInt(8));
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, SPECIAL.charAt(random.nextInt(SPECIAL.length())));
        case 1 -> text.setCharAt(at, SPECIAL.charAt(random.nextInt(SPECIAL.length())));
        case 2 -> text.delete(at, to);
        default -> text.insert(random.nextInt(text.length()), text.substring(at, to));
      }
      if (text.isEmpty()) {
        return;
      }
    }
    assertEnds("own.md", text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void assertEnds(String name, byte[] bytes) {
    Loading loaded = Loading.of(Map.of(name, bytes));
    assertThat(loaded.rules().isEmpty()).isEqualTo(!loaded.problems().isEmpty());
    for (Problem problem : loaded.problems()) {
      assertThat(problem.place().line()).isPositive();
      assertThat(problem.place().column()).isPositive();
      if (problem.excerpt() != null) { // a file with a key that nobody knows may be another file
        assertThat(problem.caret()).isBetween(0, problem.excerpt().length());
      }
      assertThat(problem.reason()).isNotBlank();
      assertThat(problem.hint()).isNotBlank();
    }
    loaded.rules().forEach(rule -> assertThat(loaded.hits(account -> account)).isNotNull());
  }
}
