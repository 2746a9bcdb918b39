package org.vicilint.input.definition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vicilint.input.table.Column;
import org.vicilint.input.table.Table;
import org.vicilint.model.Suggestions;
import org.vicilint.source.Source;

/** Words that hardly stand anywhere but in accounts, groups, settings and logs of VICIdial. */
public final class SignWords {
  /** Columns that other programs have as well. */
  private static final Set<String> COMMON =
      Set.of(
          "full_name",
          "user_group",
          "phone_login",
          "failed_login_count",
          "last_login_date",
          "pass_hash");

  /** The names of columns that only VICIdial has. */
  public static final Set<String> COLUMNS =
      Stream.concat(
              Stream.of(Table.USERS, Table.GROUPS, Table.SETTINGS)
                  .flatMap(table -> table.kept().stream())
                  .map(Column::name)
                  .filter(name -> name.indexOf('_') > 0 && !COMMON.contains(name)),
              Stream.of("api_script"))
          .collect(Collectors.toUnmodifiableSet());

  /** A word before a colon: a key of YAML or JSON. */
  public static final Pattern KEYS = Pattern.compile("([A-Za-z_][A-Za-z0-9_]{2,39})[\"']?[ \\t]*:");

  /** A key of JSON, and no word of a text. */
  public static final Pattern QUOTED_KEYS =
      Pattern.compile("\"([A-Za-z_][A-Za-z0-9_]{2,39})\"\\s*:");

  /** Any word. */
  public static final Pattern ALL = Pattern.compile("([A-Za-z_][A-Za-z0-9_]{2,39})");

  /** A shorter word is like too many others. */
  private static final int SHORT = 6;

  private static final int CHUNK = 1 << 16;

  /** A word that stands across two chunks is not missed. */
  private static final int OVERLAP = 64;

  /** A text with more different words is no list of accounts. */
  private static final int MOST = 10_000;

  private SignWords() {}

  /** Whether it is a name of {@link #COLUMNS}, or a slip of one. */
  public static boolean nearlyColumn(String word) {
    return COLUMNS.contains(word)
        || (word.length() > SHORT && Suggestions.closest(word, COLUMNS).isPresent());
  }

  /** The words that nearly are one, each looked at once. */
  public static Set<String> nearlyColumns(Collection<String> words) {
    return words.stream().filter(SignWords::nearlyColumn).collect(Collectors.toSet());
  }

  /** Whether it is this word, or a slip of it. */
  public static boolean nearly(String word, String meant) {
    return Suggestions.closest(word, List.of(meant)).isPresent();
  }

  public static boolean anyColumn(Collection<String> words) {
    return words.stream().anyMatch(COLUMNS::contains);
  }

  /**
   * Whether a pattern stands in a source.
   *
   * @throws IOException when the source cannot be read to its end
   */
  public static boolean finds(Source source, Pattern pattern) throws IOException {
    String before = "";
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = source.open()) {
      for (int n = in.read(chunk, 0, CHUNK); n > 0; n = in.read(chunk, 0, CHUNK)) {
        String text = text(before, chunk, n);
        if (pattern.matcher(text).find()) {
          return true;
        }
        before = text.substring(Math.max(0, text.length() - OVERLAP));
      }
    }
    return false;
  }

  private static String text(String before, byte[] chunk, int length) {
    String text = before + new String(chunk, 0, length, StandardCharsets.ISO_8859_1);
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }

  /**
   * The different words of a source that a pattern finds. Reading ends at the first name of {@link
   * #COLUMNS}. NULs are dropped, so that UTF-16 is searched as well.
   *
   * @throws IOException when the source cannot be read to its end
   */
  public static Set<String> in(Source source, Pattern pattern) throws IOException {
    Set<String> words = new HashSet<>();
    String before = "";
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = source.open()) {
      for (int n = in.read(chunk, 0, CHUNK); n > 0; n = in.read(chunk, 0, CHUNK)) {
        String text = text(before, chunk, n);
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
          String word = matcher.group(1);
          if (words.size() < MOST || COLUMNS.contains(word)) {
            words.add(word);
          }
          if (COLUMNS.contains(word)) {
            return words;
          }
        }
        before = text.substring(Math.max(0, text.length() - OVERLAP));
      }
    }
    return words;
  }
}
