package org.vicilint.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the names that people give to passwords, in any spelling, within a text that is
 * something else: a login into which the rest of a broken request has run, say.
 */
public final class PasswordNames {
  /** Beginnings of the names, in small letters; {@link #WORDS} has all of them. */
  static final List<String> STARTS =
      List.of(
          "pass",
          "pwd",
          "pw",
          "psw",
          "p4ss",
          "contrase",
          "kennwort",
          "wachtwoord",
          "senha",
          "clave",
          "secret",
          "token",
          "apikey",
          "api_key",
          "api-key",
          "credential");

  /** The names, as a regular expression; {@link PasswordMask} takes the same. */
  static final String WORDS =
      "(?:pass(?:word|wd|wort|phrase|code)?|(?<![a-z/])pwd?|(?<=/)pwd?(?==)|psw|p4ss|contrase[^\\s\\w]?\\w{0,2}"
          + "|kennwort|wachtwoord|senha|clave|secret|token|api[_-]?key|(?<!this )credential)";

  /** A name of a password and what a value stands behind. */
  private static final Pattern ASSIGNED = Pattern.compile(WORDS + "[\\w-]*[\\s\"'`\\])}]*(?:=|:)");

  /** A name of a password with anything at all behind it. */
  private static final Pattern FOLLOWED =
      Pattern.compile("(?s)(?:pass(?:word|wd|wort|phrase|code)?+|pwd|psw|p4ss).*\\S");

  /** Words that only look so. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "(?<![a-z0-9_])(?:(?:com|by|tres|under|over|sur)pass(?:es|ed|ing)?"
              + "|pass(?:ag|eng|port|ion|iv|mark|more|os|er|ing|ed|es|able|ador|el)[a-z]*)(?![a-z0-9_])");

  private static final Pattern CODE =
      Pattern.compile(
          "%(?:25)*([0-9a-f]{2})|\\\\u00([0-9a-f]{2})|\\\\x([0-9a-f]{2})|&#x([0-9a-f]{2});",
          Pattern.CASE_INSENSITIVE);

  private static final int ROUNDS = 4;
  private static final int HEX = 16;

  private PasswordNames() {}

  /**
   * Whether the text holds the name of a password and something behind it, so that it may hold a
   * password. It rather says yes once too often.
   */
  public static boolean mayHold(String text) {
    String plain = decoded(text).toLowerCase(Locale.ROOT);
    String left = HARMLESS.matcher(plain).replaceAll(" ");
    return ASSIGNED.matcher(plain).find() || FOLLOWED.matcher(left).find();
  }

  /** The text with everything decoded that was encoded, however often. */
  public static String decoded(String text) {
    String before = text;
    for (int i = 0; i < ROUNDS; i++) {
      String after =
          CODE.matcher(before.replace("&amp;", "&"))
              .replaceAll(m -> Matcher.quoteReplacement(character(m)));
      if (after.equals(before)) {
        break;
      }
      before = after;
    }
    return before;
  }

  private static String character(MatchResult code) {
    for (int i = 1; i <= code.groupCount(); i++) {
      if (code.group(i) != null) {
        byte[] one = {(byte) Integer.parseInt(code.group(i), HEX)};
        return new String(one, StandardCharsets.ISO_8859_1);
      }
    }
    return "";
  }
}
