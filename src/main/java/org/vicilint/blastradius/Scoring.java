package org.vicilint.blastradius;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.profile.ReachWeights;

/** Computes scores. Each page counts once, with the effect of the highest weight. */
final class Scoring {
  private static final int LOGINS = 4;
  private static final int LISTS = 5;
  private static final int OF_ABILITIES = 6;
  private static final int HUNDRED = 100;

  private final ReachWeights weights;
  private final int others;

  /** Counts by identity: thousands of accounts share one permissions object. */
  private final Map<EffectivePermissions, long[]> counted = new IdentityHashMap<>();

  private final Map<EffectivePermissions, Score> alone = new IdentityHashMap<>();

  /**
   * @param others the number of accounts besides the scored one
   */
  Scoring(ReachWeights weights, int others) {
    this.weights = weights;
    this.others = others;
  }

  /** Returns the score of an account that cannot become another. */
  Score of(EffectivePermissions itself) {
    return alone.computeIfAbsent(itself, key -> of(key, key, 0, -1));
  }

  /**
   * Returns the score of an account.
   *
   * @param itself the permissions of the account by itself
   * @param all its permissions together with those of the accounts that it can become
   * @param accounts the number of accounts that it can become
   * @param level the highest level among them; below 0 if there are none
   */
  Score of(EffectivePermissions itself, EffectivePermissions all, long accounts, int level) {
    long[] own = counted.computeIfAbsent(itself, this::counts);
    long[] sum = itself == all ? own : counts(all);
    int[] each = {
      weights.read(),
      weights.write(),
      weights.control(),
      weights.delete(),
      weights.logins(),
      weights.lists()
    };
    List<Score.Part> parts = new ArrayList<>();
    for (int i = 0; i < OF_ABILITIES; i++) {
      parts.add(new Score.Part(ReachWeights.NAMES.get(i), own[i], sum[i], each[i]));
    }
    long share = others == 0 ? 0 : (accounts * HUNDRED + others - 1) / others;
    parts.add(new Score.Part("accounts", 0, share, weights.accounts()));
    parts.add(new Score.Part("level", 0, Math.max(0, level), weights.level()));
    return new Score(parts);
  }

  private long[] counts(EffectivePermissions abilities) {
    long[] counts = new long[OF_ABILITIES];
    String page = null;
    int heaviest = -1;
    boolean logins = false;
    for (Permission deed : abilities.list()) {
      int effect = deed.effect().ordinal();
      if (deed.kind() != Permission.Kind.PAGE) {
        counts[effect]++;
        continue;
      }
      if (!deed.name().equals(page)) {
        page(counts, heaviest, logins);
        page = deed.name();
        heaviest = -1;
        logins = false;
      }
      heaviest = heaviest < 0 || weight(effect) >= weight(heaviest) ? effect : heaviest;
      logins |= deed.logins();
    }
    page(counts, heaviest, logins);
    counts[LISTS] = abilities.usesLists() && abilities.lists().everyList() ? 1 : 0;
    return counts;
  }

  private static void page(long[] counts, int effect, boolean logins) {
    if (effect >= 0) {
      counts[effect]++;
      counts[LOGINS] += logins ? 1 : 0;
    }
  }

  private int weight(int effect) {
    return switch (effect) {
      case 0 -> weights.read();
      case 1 -> weights.write();
      case 2 -> weights.control();
      default -> weights.delete();
    };
  }
}
