package org.vicilint.sql.play;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.vicilint.sql.Value;

/** The functions of MySQL that people use on accounts. */
final class Functions {
  /** A script could double a text again and again; no column of VICIdial is so long. */
  private static final long LONGEST = 1 << 20;

  private Functions() {}

  /**
   * Evaluates a function.
   *
   * @param arguments all of them known
   * @return null when it is not played
   */
  static Value of(String name, List<Value> arguments) {
    switch (name) {
      case "coalesce", "ifnull" -> {
        Value first =
            arguments.stream().filter(a -> a != Value.NULL).findFirst().orElse(Value.NULL);
        return ofOneKind(first, arguments);
      }
      case "concat_ws" -> {
        return joined(arguments);
      }
      default -> {
        return arguments.contains(Value.NULL) ? Value.NULL : ofTexts(name, arguments);
      }
    }
  }

  /**
   * Returns the chosen one of several values as the expression yields it that chooses among them:
   * where any of them is a text, a number becomes one, too.
   */
  static Value ofOneKind(Value chosen, List<Value> all) {
    boolean text = all.stream().anyMatch(each -> each instanceof Value.Text);
    if (text && chosen instanceof Value.Num number) {
      return Value.of(number.text());
    }
    return chosen instanceof Value.Text word && all.stream().anyMatch(e -> e instanceof Value.Num)
        ? Value.of(word.text())
        : chosen;
  }

  private static Value joined(List<Value> arguments) {
    if (arguments.isEmpty() || text(arguments.get(0)) == null) {
      return arguments.isEmpty() ? null : Value.NULL;
    }
    StringBuilder text = new StringBuilder();
    String between = "";
    for (Value argument : arguments.subList(1, arguments.size())) {
      if (argument != Value.NULL) {
        text.append(between).append(text(argument));
        between = text(arguments.get(0));
      }
    }
    return text.length() > LONGEST ? null : Value.of(text.toString());
  }

  private static Value ofTexts(String name, List<Value> arguments) {
    List<String> texts = arguments.stream().map(Functions::text).toList();
    int n = texts.size();
    switch (name) {
      case "concat" -> {
        long length = texts.stream().mapToLong(String::length).sum();
        return n == 0 || length > LONGEST ? null : Value.of(String.join("", texts));
      }
      case "length", "octet_length" -> {
        return n == 1 ? Value.of(texts.get(0).getBytes(StandardCharsets.UTF_8).length) : null;
      }
      case "char_length", "character_length" -> {
        return n == 1 ? Value.of(texts.get(0).codePointCount(0, texts.get(0).length())) : null;
      }
      case "upper", "ucase" -> {
        return n == 1 ? Value.of(texts.get(0).toUpperCase(Locale.ROOT)) : null;
      }
      case "lower", "lcase" -> {
        return n == 1 ? Value.of(texts.get(0).toLowerCase(Locale.ROOT)) : null;
      }
      case "trim", "ltrim", "rtrim" -> {
        return n == 1 ? Value.of(trimmed(name, texts.get(0))) : null;
      }
      case "replace" -> {
        return n == 3 ? replaced(texts.get(0), texts.get(1), texts.get(2)) : null;
      }
      case "left", "right" -> {
        return n == 2 ? side(name, texts.get(0), arguments.get(1)) : null;
      }
      case "substring", "substr", "mid" -> {
        return n == 2 || n == 3 ? part(texts.get(0), arguments) : null;
      }
      case "md5" -> {
        return n == 1 ? digest("MD5", texts.get(0)) : null;
      }
      case "sha2" -> {
        boolean of256 = n == 2 && (texts.get(1).equals("256") || texts.get(1).equals("0"));
        return of256 ? digest("SHA-256", texts.get(0)) : null;
      }
      case "sha1", "sha" -> {
        return n == 1 ? digest("SHA-1", texts.get(0)) : null;
      }
      default -> {
        return null;
      }
    }
  }

  private static Value replaced(String text, String old, String changed) {
    if (old.isEmpty()) {
      return Value.of(text);
    }
    boolean tooLong = (long) text.length() * Math.max(1, changed.length()) > LONGEST;
    return tooLong ? null : Value.of(text.replace(old, changed));
  }

  /** The text of a value where one is asked for; null for NULL. */
  static String text(Value value) {
    if (value instanceof Value.Num number) {
      return number.text();
    }
    if (value instanceof Value.Time time) {
      return time.text();
    }
    return value instanceof Value.Text text ? text.text() : null;
  }

  private static String trimmed(String name, String text) {
    int begin = 0;
    int end = text.length();
    while (!name.equals("rtrim") && begin < end && text.charAt(begin) == ' ') {
      begin++;
    }
    while (!name.equals("ltrim") && end > begin && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(begin, end);
  }

  private static Value side(String name, String text, Value length) {
    if (length.number() == null) {
      return null;
    }
    int most = text.length();
    int n =
        Value.rounded(length.number())
            .max(java.math.BigDecimal.ZERO)
            .min(java.math.BigDecimal.valueOf(most))
            .intValue();
    return Value.of(name.equals("left") ? text.substring(0, n) : text.substring(most - n));
  }

  private static Value part(String text, List<Value> arguments) {
    if (arguments.stream().skip(1).anyMatch(a -> a.number() == null)) {
      return null;
    }
    long from = Value.rounded(arguments.get(1).number()).longValue();
    long most =
        arguments.size() == 3
            ? Value.rounded(arguments.get(2).number()).longValue()
            : text.length();
    long begin = from > 0 ? from - 1 : text.length() + from;
    if (from == 0 || begin < 0 || begin >= text.length() || most <= 0) {
      return Value.of("");
    }
    return Value.of(text.substring((int) begin, (int) Math.min(text.length(), begin + most)));
  }

  private static Value digest(String algorithm, String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Value.of(HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      return null;
    }
  }
}
