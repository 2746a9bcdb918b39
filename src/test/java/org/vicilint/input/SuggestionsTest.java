package org.vicilint.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicilint.model.Suggestions;

final class SuggestionsTest {
  private static final List<String> KNOWN = List.of("user", "user_level", "modify_lists", "active");

  @Test
  void findsTheWordThatWasMeant() {
    assertThat(Suggestions.closest("user_levl", KNOWN)).contains("user_level");
    assertThat(Suggestions.closest("User_Level", KNOWN)).contains("user_level");
    assertThat(Suggestions.closest("modfiy_list", KNOWN)).contains("modify_lists");
    assertThat(Suggestions.closest("usre", KNOWN)).contains("user");
  }

  @Test
  void saysNothingWhenNoWordIsNear() {
    assertThat(Suggestions.closest("phone", KNOWN)).isEmpty();
    assertThat(Suggestions.closest("acv", KNOWN)).isEmpty();
    assertThat(Suggestions.closest("", KNOWN)).isEmpty();
    assertThat(Suggestions.closest("x".repeat(1_000_000), KNOWN)).isEmpty();
  }

  @Test
  void takesTheFirstInTheAlphabetOfWordsEquallyNear() {
    assertThat(Suggestions.closest("bbbbb", List.of("bbbbc", "bbbba"))).contains("bbbba");
    assertThat(Suggestions.closest("bbbbb", List.of("bbbba", "bbbbc"))).contains("bbbba");
  }

  @Test
  void namesThatShareAPartAreNearIt() {
    List<String> known = List.of("add_lead", "agent_stats_export", "did_log_export", "call_agent");
    assertThat(Suggestions.sharing("call_log_export", known, 2))
        .containsExactly("did_log_export", "agent_stats_export");
    assertThat(Suggestions.sharing("x_y", known, 3)).isEmpty();
  }
}
