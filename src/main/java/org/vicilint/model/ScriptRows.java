package org.vicilint.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rows of {@code vicidial_api_log} that another script than the two APIs wrote: no calls.
 *
 * @param script the column {@code api_script}, of which the log keeps 10 characters
 * @param function the column {@code function}
 * @param users how many rows, by the login that the script wrote
 * @param period the first and the last of them
 */
public record ScriptRows(
    String script, String function, SortedMap<String, Long> users, Period period) {
  /** What the second script named {@code agent} writes: {@code qc_api.php}, a third API. */
  private static final byte[] THIRD_API = ascii("external_dial_lead");

  private static final byte[] AGENT = ascii("agent");
  private static final byte[] NON_AGENT = ascii("non-agent");

  public ScriptRows {
    users = Collections.unmodifiableSortedMap(new TreeMap<>(users));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Whether a row is none of the two APIs. An empty script says nothing, so it may be one of them.
   *
   * @param bytes hold the script from {@code from} to {@code to}, and the function behind {@code
   *     name}
   */
  public static boolean apart(byte[] bytes, int from, int to, int name, int nameEnd) {
    if (to - from == AGENT.length && is(AGENT, bytes, from, to)) {
      return is(THIRD_API, bytes, name, nameEnd);
    }
    return from < to && !is(NON_AGENT, bytes, from, to);
  }

  private static boolean is(byte[] word, byte[] bytes, int from, int to) {
    return Arrays.equals(word, 0, word.length, bytes, from, to);
  }

  /** How many there are. */
  public long rows() {
    return users.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Those of some accounts, by {@link Groups#key}. */
  ScriptRows of(Collection<String> keys) {
    SortedMap<String, Long> some = new TreeMap<>(users);
    some.keySet().removeIf(user -> !keys.contains(Groups.key(user)));
    return new ScriptRows(script, function, some, period);
  }

  /** Together with another one of the same script and function. */
  public ScriptRows with(ScriptRows other) {
    SortedMap<String, Long> all = new TreeMap<>(users);
    other.users.forEach((user, rows) -> all.merge(user, rows, Long::sum));
    return new ScriptRows(script, function, all, period.with(other.period));
  }
}
