package org.vicilint.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rows of {@code vicidial_api_log} that another script than the two APIs wrote: no calls.
 *
 * @param script the column {@code api_script}, of which the log keeps 10 characters; empty when it
 *     holds nothing, or the log does not have it
 * @param function the column {@code function}
 * @param users how many rows, by the login that the script wrote
 * @param period the first and the last of them
 */
public record ScriptRows(
    String script, String function, SortedMap<String, Long> users, Period period) {
  /**
   * Functions that the second script named {@code agent} writes: {@code qc_api.php}, a third API.
   */
  private static final byte[] THIRD_API = ascii("external_dial_lead");

  /**
   * Functions that VICIdial's own scripts log and neither API has: those of {@code scripts.tsv}.
   */
  private static final Set<String> OWN_FUNCTIONS =
      Set.of(
          "lead_move_list",
          "deactivate_lead",
          "dispo_change_status",
          "dispo_list_quota",
          "lead_reset",
          "dispo_send_email",
          "DQdispo",
          "abandon_check_queue",
          "dispo_add_FPG",
          "update_cf",
          "aws_polly",
          "external_dial_lead");

  private static final byte[] AGENT = ascii("agent");
  private static final byte[] NON_AGENT = ascii("non-agent");

  public ScriptRows {
    users = Collections.unmodifiableSortedMap(new TreeMap<>(users));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Whether a row is none of the two APIs. Both always name themselves, so neither wrote an empty
   * script.
   *
   * @param bytes hold the script from {@code from} to {@code to}, and the function behind {@code
   *     name}
   */
  public static boolean apart(byte[] bytes, int from, int to, int name, int nameEnd) {
    if (to - from == AGENT.length && is(AGENT, bytes, from, to)) {
      return is(THIRD_API, bytes, name, nameEnd);
    }
    return !is(NON_AGENT, bytes, from, to);
  }

  /**
   * Whether a row of a log without the column {@code api_script} is none of the two APIs: its
   * function is all that says so.
   */
  public static boolean apart(byte[] bytes, int name, int nameEnd) {
    return OWN_FUNCTIONS.contains(
        new String(bytes, name, nameEnd - name, StandardCharsets.ISO_8859_1));
  }

  private static boolean is(byte[] word, byte[] bytes, int from, int to) {
    return Arrays.equals(word, 0, word.length, bytes, from, to);
  }

  /** Returns the number of rows. */
  public long rows() {
    return users.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the rows of some accounts, by {@link Groups#key}. */
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
