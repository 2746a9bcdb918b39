package org.vicilint.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Greatest effect that an account can have through an administration page, the worst one last. Each
 * belongs to one of the effects that functions have, so that both can be counted together.
 */
public enum PageEffect {
  READS_HELP(Effect.READ),
  READS_REPORTS(Effect.READ),
  READS_LOGS(Effect.READ),
  READS_SETTINGS(Effect.READ),
  MONITORS_LIVE_WORK(Effect.READ),
  READS_RECORDINGS(Effect.READ),
  READS_LEADS(Effect.READ),
  EXPORTS_LEADS(Effect.READ),
  LOADS_LEADS(Effect.WRITE),
  EDITS_LEADS(Effect.WRITE),
  EDITS_LISTS(Effect.WRITE),
  EDITS_CAMPAIGNS(Effect.WRITE),
  EDITS_TIME_CLOCK(Effect.WRITE),
  CHANGES_SETTINGS(Effect.WRITE),
  DRIVES_AGENTS(Effect.CONTROL),
  PLACES_CALLS(Effect.CONTROL),
  RUNS_SYSTEM_TASKS(Effect.CONTROL),
  /** Changes accounts, but no password and no level. */
  EDITS_USERS(Effect.WRITE),
  /** Sets or shows the password of other accounts: it can become them. */
  HANDS_OUT_LOGINS(Effect.WRITE),
  ADMINISTERS_THE_SYSTEM(Effect.DELETE);

  private final Effect effect;
  private final String word;

  PageEffect(Effect effect) {
    this.effect = effect;
    this.word = name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The effect in the words that functions have. */
  public Effect effect() {
    return effect;
  }

  /** The words in data files and outputs. */
  public String word() {
    return word;
  }

  /** The effect of these words; empty when there is none. */
  public static Optional<PageEffect> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
