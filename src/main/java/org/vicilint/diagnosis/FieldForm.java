package org.vicilint.diagnosis;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an answer of the Agent API in unknown words: a server prints them in its own language. The
 * fields behind them are the same in every language.
 */
final class FieldForm {
  /** Continuation of a refused login: user, password, two counts and the reason. */
  private static final Pattern LOGIN =
      Pattern.compile(
          ": ?\\|([-_0-9A-Za-z]{0,100})\\|(.{0,255}?)\\|([0-9]{1,3})\\|([0-9]{1,3})\\|(GOOD|BAD|LOCK|2FA|IPBLOCK|ERR[A-Z]*)\\b",
          Pattern.DOTALL);

  private static final Pattern START =
      Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}{2,20}: (?=\\p{L})");

  private final Pattern refusal;

  /**
   * @param functions the functions of the Agent API
   */
  FieldForm(Collection<String> functions) {
    refusal =
        Pattern.compile(
            " - (?:[^|]{0,255}\\|){0,8}?([-_0-9A-Za-z]{1,100})\\|("
                + String.join("|", functions)
                + ")\\|[^|\\s]{0,20}(?=[|\\s\"'<\\\\]|$)");
  }

  /**
   * Returns the place where an answer with an unknown beginning may stand; -1 when nothing in the
   * line resembles one.
   */
  int start(String line) {
    if (line.indexOf('|') < 0) {
      return -1;
    }
    Matcher m = START.matcher(line);
    while (m.find()) {
      if (of(line.substring(m.start())) != null) {
        return m.start();
      }
    }
    return -1;
  }

  /** Returns the values of the fields; null when they are others. */
  Fields of(String answer) {
    int bar = answer.indexOf('|');
    if (bar < 0) {
      return null;
    }
    Matcher m = refusal.matcher(answer);
    if (m.find() && m.start() < bar) {
      return new Fields(m.group(1), m.group(2), null);
    }
    m = LOGIN.matcher(answer);
    if (!m.find() || m.start() >= bar) {
      return null;
    }
    String user = m.group(1);
    return new Fields(
        user.isEmpty() ? null : user,
        null,
        new Reply.Login(
            Integer.parseInt(m.group(3)) > 0,
            Integer.parseInt(m.group(4)) > 0,
            m.group(5),
            !user.isEmpty(),
            !m.group(2).isEmpty()));
  }

  /**
   * @param user the account that called; null when none was sent
   * @param function what it called; null where a login was refused
   * @param login what the refused login says of itself; null where none was refused
   */
  record Fields(String user, String function, Reply.Login login) {}
}
