package org.vicilint.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes passwords out of texts from outside. A text holds one where a value stands behind the name
 * of a password's field, in any spelling and encoding, or where credentials stand in a URL.
 *
 * <p>The end of such a value is unknowable, for a password may hold any character. So everything
 * behind the name goes, unless it is known to be harmless: empty, stars, or a description in
 * brackets as vicilint writes it.
 */
public final class PasswordMask {
  /** Text in place of anything that may be a password. */
  public static final String MASK = "****";

  /** The names of rules and of a column that end like a password's field. */
  private static final String NO_PASSWORD =
      "(?<!(?:shared|default|unusable)-)(?<!\\bqc_)(?<!\\bby)";

  private static final String NAME =
      "(?:"
          + NO_PASSWORD
          + PasswordNames.WORDS
          + "(?:[_-]?(?:hash|key|confirm|new|old|value)|s)?\\d?|authorization)";

  /** Beginnings of the names. */
  private static final List<String> STARTS =
      Stream.concat(PasswordNames.STARTS.stream(), Stream.of("authorization")).toList();

  /** Between the name and its value; closing marks are of the name, opening ones of the value. */
  private static final String SEPARATOR =
      "[\\s+\"'`\\\\\\])]{0,8}(?:=|:(?!:)|>)[=>:~\\s+\"'`\\\\]*";

  private static final Pattern FIELD = Pattern.compile(NAME + SEPARATOR, Pattern.CASE_INSENSITIVE);

  /** Options that hold a password, as curl and the clients of MySQL take them. */
  private static final Pattern OPTION =
      Pattern.compile(
          "(?<!\\S)(?:-u|--user|-U|--proxy-user)[\\s=]*[\"']?[^\\s:\"']+:(?=\\S)"
              + "|\\b(?:mysql|mariadb)\\w*\\b.{0,200}?\\s-p(?=[^\\s-])"
              + "|(?<!\\S)--?pass(?:word|wd)?[\\s=]+(?=\\S)",
          Pattern.CASE_INSENSITIVE);

  /** Note of {@code request} on a parameter's name that it found inside a value. */
  private static final String OUR_NOTE =
      "inside \\w{1,40}: (?:an ampersand is missing"
          + "|it holds another parameter, since the & was encoded)(?=$|[;,.\\s])";

  /** Reason of rules about a name that equals that of a password's field. */
  private static final String OUR_REASON =
      "the server looks for each name with a blank on both sides(?=$|[;,.\\s])";

  /** Text that may stand behind the name without being a password. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "(?:$|[&,;|)}\\]]|\\*+|…|\\.{3}|<[a-z ]*>|\\([^()]*\\)|\\d+ characters?\\b|"
              + OUR_NOTE
              + "|"
              + OUR_REASON
              + ")");

  private static final Pattern USER_INFO =
      Pattern.compile("(:/{2,3}|https?:/)[^\\s\"'<>`]{0,300}@");

  /** A password has at least two characters. */
  private static final Pattern AT_HOST =
      Pattern.compile(
          "(?<![^\\s\"'=(,])([^\\s\"'/:@<>(=,]{1,64}):[^\\s\"'<>/]{2,200}@(?=[\\w\\[])");

  private static final byte ENCODED = 1;
  private static final byte OPTION_OR_CODE = 2;
  private static final byte NAME_START = 3;

  /** Bits that {@link #suspicious} checks, by character of ASCII. */
  private static final byte[] SIGNS = signs();

  private static final int[] SECONDS = seconds();

  private static final Pattern FUNCTION = Pattern.compile("[a-z]+(?:_[a-z]+)+|.*ALL_FUNCTIONS.*");

  private PasswordMask() {}

  /** The text without what may be a password; the same object when there is none. */
  public static String of(String text) {
    if (!suspicious(text)) {
      return text;
    }
    String masked = text;
    if (text.indexOf('@') >= 0) {
      masked = USER_INFO.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASK) + "@");
      masked = AT_HOST.matcher(masked).replaceAll("$1:" + Matcher.quoteReplacement(MASK) + "@");
    }
    int from = value(masked);
    return from < 0 ? masked : masked.substring(0, from) + MASK;
  }

  /**
   * Returns a value from outside as a sentence of ours holds it. The words behind it in the
   * sentence then stay when the whole is masked, for none of them is taken for the value's end.
   */
  public static String within(String value) {
    String masked = of(value);
    boolean open = masked.equals(value) && !of(value + "x").equals(value + "x");
    return open ? value + MASK : masked;
  }

  /** A sentence of ours about values from outside, as {@link #within} takes them. */
  public static String sentence(String form, Object... values) {
    Object[] masked =
        Stream.of(values).map(v -> v instanceof String text ? within(text) : v).toArray();
    return String.format(Locale.ROOT, form, masked);
  }

  /**
   * Returns a list of names with blanks between them as a sentence of ours holds it: the text
   * behind the next blank stays, and so does a name of a function behind the name of a password's
   * field.
   */
  public static String inList(String text) {
    if (!suspicious(text)) {
      return text;
    }
    StringBuilder masked = new StringBuilder();
    int done = 0;
    while (done < text.length()) {
      String rest = text.substring(done);
      int from = value(rest);
      if (from < 0) {
        break;
      }
      int to = from;
      while (to < rest.length() && !Character.isWhitespace(rest.charAt(to))) {
        to++;
      }
      boolean function = FUNCTION.matcher(rest.substring(from, to)).matches();
      masked.append(rest, 0, from).append(function ? rest.substring(from, to) : MASK);
      done += to;
    }
    return masked.append(text, done, text.length()).toString();
  }

  /**
   * A quick look, for nearly all texts hold nothing of the kind. A name counts only before
   * something that may separate it from a value.
   */
  private static boolean suspicious(String text) {
    char[] chars = text.toCharArray(); // everything that is printed passes here
    int separator = chars.length - 1;
    while (separator > 0 && "=:>".indexOf(chars[separator]) < 0) {
      separator--;
    }
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      boolean may =
          c < SIGNS.length
              ? switch (SIGNS[c]) {
                case ENCODED -> true;
                case OPTION_OR_CODE -> i + 1 < chars.length && "uUp-#".indexOf(chars[i + 1]) >= 0;
                case NAME_START ->
                    i < separator && (SECONDS[c] >>> chars[i + 1] & 1) != 0 && named(text, i);
                default -> false;
              }
              : Decoded.hidden(c) || Decoded.fullWidth(c);
      if (may) {
        return true;
      }
    }
    return false;
  }

  private static byte[] signs() {
    byte[] signs = new byte[0x80];
    for (char c = 0; c < signs.length; c++) {
      signs[c] = Decoded.hidden(c) ? ENCODED : 0;
    }
    for (String start : STARTS) {
      signs[start.charAt(0)] = NAME_START;
      signs[Character.toUpperCase(start.charAt(0))] = NAME_START;
    }
    for (char c : "%@\\".toCharArray()) {
      signs[c] = ENCODED;
    }
    for (char c : "-&".toCharArray()) {
      signs[c] = OPTION_OR_CODE;
    }
    return signs;
  }

  /**
   * Returns the bits of the second characters of names by the first one: their last five, any case.
   */
  private static int[] seconds() {
    int[] seconds = new int[SIGNS.length];
    for (String start : STARTS) {
      seconds[start.charAt(0)] |= 1 << start.charAt(1);
      seconds[Character.toUpperCase(start.charAt(0))] = seconds[start.charAt(0)];
    }
    return seconds;
  }

  private static boolean named(String text, int at) {
    return STARTS.stream().anyMatch(s -> text.regionMatches(true, at, s, 0, s.length()));
  }

  /** Returns the place of the first password in a text; -1 for none. */
  private static int value(String raw) {
    Decoded decoded = new Decoded(raw);
    String text = decoded.text();
    int first = -1;
    for (Pattern pattern : new Pattern[] {FIELD, OPTION}) {
      Matcher found = pattern.matcher(text);
      while (found.find()) {
        Matcher harmless = HARMLESS.matcher(text).region(found.end(), text.length());
        if (!harmless.lookingAt()) {
          first =
              first < 0
                  ? decoded.origin(found.end())
                  : Math.min(first, decoded.origin(found.end()));
          break;
        }
      }
    }
    return first;
  }
}
