package org.vicilint.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vicilint.document.JsonErrors;
import org.vicilint.document.JsonTree;
import org.vicilint.document.Node;
import org.vicilint.document.YamlReader;
import org.vicilint.input.definition.DocumentSigns;
import org.vicilint.input.definition.SignWords;
import org.vicilint.input.export.OutfileReader;
import org.vicilint.input.table.Table;
import org.vicilint.source.ForeignFile;
import org.vicilint.source.Limits;
import org.vicilint.source.ProblemLog;
import org.vicilint.source.Source;
import org.vicilint.source.SourceFinder;
import org.vicilint.source.Utf8Reader;

/**
 * Decides whether a file that nobody named shows a sign of vicilint's inputs: accounts, groups,
 * phones, settings, logs or manifests. A folder may hold anything else as well, and that is left
 * out. An undecidable file counts as showing one: it is read, and its faults are problems.
 */
final class FileSigns {
  /** Looked at as a tree, no further than this; definitions are seen at their beginning. */
  private static final Limits LIMITS = new Limits(4 << 20, 4 << 20, 100, 10_000, 1_000_000, 1);

  /** Number of fields from which a table without names may be accounts of any build. */
  private static final int MANY_FIELDS = 40;

  private static final int RECORDS = 1000;
  private static final int LINES_ABOVE = 20;
  private static final Set<String> EXPORTS = Set.of("tsv", "csv", "sql", "xml");

  private static final Pattern ACCOUNTS =
      Pattern.compile(
          "(?m)(?:^[\"']?|\\{\\s*\")accounts[\"']?\\s*+:\\s*+(?:#[^\\n]*+\\s++)*+[-\\[]\\s*+\\{?\\s*+[\"']?user[\"']?\\s*+:");
  private static final Pattern NAME = Pattern.compile("name=[\"'](\\w+)[\"']");
  private static final Pattern SQL_TABLES =
      Pattern.compile("(?i)(?<![a-z0-9])(vicidial_|phones(_alias)?(?![a-z0-9_])|system_settings)");
  private static final Pattern TABLES =
      Pattern.compile("vicidial_(users|user_groups|api_log|ip_list_entries)|system_settings");
  private static final Pattern LISTS = Pattern.compile("\\bALL_FUNCTIONS\\b|\\bALL-CAMPAIGNS\\b");

  private static final String OF_VICIDIAL = "vicidial_";

  /** Tables whose names are no words of other programs. */
  private static final Pattern NAMED =
      Pattern.compile("(?i)(?<![a-z0-9_])(?:" + names(true) + ")(?![a-z0-9_])");

  private static final Pattern CHANGES =
      Pattern.compile("(?i)(?<![a-z0-9_])(?:insert|update|replace|delete)(?![a-z0-9_])");
  private static final Pattern CHANGED =
      Pattern.compile(
          "(?i)(?<![a-z0-9_])(?:into|update|replace|delete\\s+from)\\s+[`\\\\]{0,2}(?:"
              + names(false)
              + ")[`\\\\]{0,2}\\s");

  private FileSigns() {}

  private static String names(boolean plain) {
    return Table.all().stream()
        .map(Table::name)
        .filter(name -> name.contains("_") == plain)
        .collect(Collectors.joining("|"));
  }

  /**
   * Whether an archive, which is not unpacked for this, has a name that suggests VICIdial's tables.
   */
  static boolean archive(Source source) {
    String name = source.name().substring(source.name().lastIndexOf('/') + 1);
    return name.toLowerCase(Locale.ROOT).contains(OF_VICIDIAL);
  }

  /** Whether a script of a shell names a table of ours and changes one. */
  static boolean script(Source source) {
    try {
      return (SignWords.finds(source, NAMED) && SignWords.finds(source, CHANGES))
          || SignWords.finds(source, CHANGED);
    } catch (IOException e) {
      return true; // naming it says what is wrong
    }
  }

  /**
   * Whether the source shows a sign.
   *
   * @param content what it holds; null when it is nothing that can be read
   * @param head its beginning
   * @param text the same as text
   */
  static boolean shown(Source source, Content content, byte[] head, String text) {
    String name = source.name().substring(source.name().lastIndexOf('/') + 1);
    if (TABLES.matcher(name.toLowerCase(Locale.ROOT)).find()) {
      return true;
    }
    try {
      if (content == null) {
        return unreadable(source, head, text);
      }
      boolean sql = SourceFinder.ending(source.name()).equals("sql");
      if (sql && SignWords.finds(source, SQL_TABLES)) {
        return true;
      }
      return switch (content) {
        case TSV, CSV -> header(text);
        case OUTFILE -> OutfileReader.fits(text, List.of()) || record(text);
        case SQL, SHELL -> SignWords.finds(source, SQL_TABLES);
        case XML -> xml(source, text);
        case JSON_EXPORT -> records(source);
        case JSON_DEFINITIONS ->
            keys(text, SignWords.QUOTED_KEYS) || document(source, SignWords.QUOTED_KEYS);
        case YAML_DEFINITIONS -> keys(text, SignWords.KEYS) || document(source, SignWords.KEYS);
      };
    } catch (IOException e) {
      return true; // reading it says what is wrong
    }
  }

  /** A sign in the beginning, with which nearly every definition and export comes. */
  private static boolean keys(String head, Pattern keys) {
    if (ACCOUNTS.matcher(head).find()) {
      return true;
    }
    return keys.matcher(head)
        .results()
        .anyMatch(match -> SignWords.COLUMNS.contains(match.group(1)));
  }

  /** Whether the file is packed, in another encoding, or no text at all. */
  private static boolean unreadable(Source source, byte[] head, String text) throws IOException {
    if (head.length == 0) {
      // An export that failed leaves an empty file; nobody takes an empty YAML for accounts.
      return EXPORTS.contains(SourceFinder.ending(source.name()));
    }
    if (ForeignFile.packed(head) || SourceFinder.packedOtherwise(source.name())) {
      return true;
    }
    Set<String> words = SignWords.in(source, SignWords.ALL);
    boolean markup = text.stripLeading().startsWith("<");
    return SignWords.anyColumn(words)
        || words.stream().anyMatch(word -> TABLES.matcher(word).matches())
        || (!markup && (header(text) || broken(source)));
  }

  /** Whether a line of names, perhaps below a title, is one of our tables', or nearly one. */
  private static boolean header(String text) {
    return text.stripLeading()
        .lines()
        .limit(LINES_ABOVE)
        .anyMatch(
            line -> Stream.of("\t", ",", ";", "\\|").anyMatch(separator -> names(line, separator)));
  }

  private static boolean names(String line, String separator) {
    Set<String> names =
        Arrays.stream(line.split(separator, -1))
            .map(name -> name.strip().replaceAll("^\"|\"$", "").toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return table(names);
  }

  /** Whether these are columns of one of our tables, or nearly; a list of requests has others. */
  private static boolean table(Set<String> names) {
    boolean user = names.stream().anyMatch(name -> SignWords.nearly(name, "user"));
    if (names.contains("agent_user") && !user) {
      return false;
    }
    return ours(names) || names.stream().anyMatch(SignWords::nearlyColumn);
  }

  /** Whether a table has these columns; one of accounts also has one that decides something. */
  private static boolean ours(Set<String> names) {
    Table table = Table.having(names);
    return table != null
        && (table != Table.USERS
            || names.contains("user_group")
            || names.contains("active")
            || names.stream().anyMatch(SignWords::nearlyColumn));
  }

  /** Whether a record without names has texts or the size of one of our tables'. */
  private static boolean record(String text) {
    String line = text.lines().findFirst().orElse("");
    return LISTS.matcher(text).find()
        || Stream.of("\t", ",").anyMatch(each -> line.split(each, -1).length >= MANY_FIELDS);
  }

  private static boolean xml(Source source, String head) throws IOException {
    Set<String> names = new HashSet<>();
    Matcher matcher = NAME.matcher(head);
    while (matcher.find()) {
      names.add(matcher.group(1).toLowerCase(Locale.ROOT));
    }
    return ours(names)
        || names.stream().anyMatch(name -> Table.named(name) != null)
        || SignWords.finds(source, TABLES)
        || SignWords.anyColumn(SignWords.in(source, SignWords.ALL));
  }

  /** Whether one of the first records of a JSON list is of one of our tables, or nearly. */
  private static boolean records(Source source) throws IOException {
    if (SignWords.anyColumn(SignWords.in(source, SignWords.QUOTED_KEYS))) {
      return true;
    }
    try (Utf8Reader reader = new Utf8Reader(source.open());
        JsonParser parser = JsonErrors.parser(reader)) {
      parser.nextToken();
      Set<Set<String>> seen = new HashSet<>();
      for (int i = 0; i < RECORDS && parser.nextToken() == JsonToken.START_OBJECT; i++) {
        Set<String> names = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          names.add(parser.currentName());
          parser.nextToken();
          parser.skipChildren();
        }
        if (seen.add(names) && table(names)) {
          return true;
        }
      }
    } catch (JsonProcessingException e) {
      return broken(source);
    }
    return false;
  }

  /** The signs in a text that nobody parses. */
  private static boolean broken(Source source) throws IOException {
    Set<String> words = SignWords.in(source, SignWords.KEYS);
    return SignWords.anyColumn(words) || DocumentSigns.in(words);
  }

  private static boolean document(Source source, Pattern keys) throws IOException {
    if (SignWords.anyColumn(SignWords.in(source, keys))) {
      return true;
    }
    Set<String> words = SignWords.in(source, SignWords.KEYS);
    Set<String> columns = SignWords.nearlyColumns(words);
    if (columns.isEmpty() && !DocumentSigns.mayBe(words)) {
      return false;
    }
    if (source.bytes() > LIMITS.definitionBytes()) {
      return DocumentSigns.in(words);
    }
    ProblemLog log = new ProblemLog(source.name(), 1);
    Source held = source.within(LIMITS.definitionBytes(), true).held(log);
    List<Node> documents =
        keys == SignWords.KEYS ? YamlReader.documents(held, log, LIMITS) : json(held, log);
    return documents.stream().anyMatch(new DocumentSigns(columns)::in)
        || (!log.all().isEmpty() && (SignWords.anyColumn(words) || DocumentSigns.in(words)));
  }

  private static List<Node> json(Source source, ProblemLog log) throws IOException {
    try (Utf8Reader reader = new Utf8Reader(source.open());
        JsonParser parser = JsonErrors.parser(reader)) {
      Node root = new JsonTree(parser, log, LIMITS).read();
      return root == null ? List.of() : List.of(root);
    }
  }
}
