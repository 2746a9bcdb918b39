package org.vicilint.input.definition;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.vicilint.document.Keys;
import org.vicilint.document.Node;
import org.vicilint.document.Values;
import org.vicilint.model.Mention;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.Suggestions;
import org.vicilint.model.Waiver;
import org.vicilint.source.ProblemLog;

/** Reads the waivers of a profile. One that is not whole waives nothing. */
public final class WaiverReader {
  /** Keys of a waiver. */
  public static final List<String> KEYS =
      List.of("rule", "account", "function", "flag", "reason", "owner", "expires");

  /** Form of a rule's id; which ids exist, only the run knows. */
  public static final Pattern RULE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

  private static final Pattern FUNCTION = Pattern.compile("[A-Za-z0-9_]{1,60}");
  private static final List<String> NEEDED = List.of("rule", "account", "reason", "owner");

  private final ProblemLog log;
  private final Values values;
  private final List<Mention> mentions;

  /**
   * @param mentions takes the ids of rules
   */
  public WaiverReader(ProblemLog log, List<Mention> mentions) {
    this.log = log;
    this.values = new Values(log);
    this.mentions = mentions;
  }

  /** The waiver; null, and a problem, when it is none. */
  public Waiver read(Node item) {
    if (!(item instanceof Node.Entries entries)) {
      values.problem(
          item, "this is not a waiver", "write rule, account, reason, owner and expires");
      return null;
    }
    if (!entries.complete()) {
      return null; // the error in it has been said
    }
    boolean whole = whole(entries);
    String rule = null;
    List<String> accounts = List.of();
    List<String> functions = List.of();
    List<String> flags = List.of();
    String reason = null;
    String owner = null;
    LocalDate expires = null;
    for (Node.Entry entry : entries.entries()) {
      Object value =
          switch (entry.key()) {
            case "rule" -> rule = rule(entry);
            case "account" -> accounts = names(entry);
            case "function" -> functions = words(entry, "a function", WaiverReader::wrongFunction);
            case "flag" -> flags = words(entry, "a column", WaiverReader::wrongFlag);
            case "reason" -> reason = values.text(entry);
            case "owner" -> owner = values.text(entry);
            case "expires" -> expires = values.date(entry);
            default -> {
              Keys.notOneOf(entry, KEYS, "a waiver", log);
              yield null;
            }
          };
      whole &= value != null;
    }
    return whole
        ? new Waiver(
            rule,
            accounts,
            functions,
            flags,
            reason,
            owner,
            expires,
            new SourceLocation(log.source(), item.line(), item.column()))
        : null;
  }

  private boolean whole(Node.Entries entries) {
    List<String> absent = NEEDED.stream().filter(key -> entries.get(key) == null).toList();
    for (String key : absent) {
      values.problem(entries, "this waiver has no " + key, "write " + key + ": and a value");
    }
    return absent.isEmpty();
  }

  private String rule(Node.Entry entry) {
    String rule = values.text(entry);
    if (rule == null) {
      return null;
    }
    if (!RULE.matcher(rule).matches()) {
      values.problem(
          entry.value(), "this is not the id of a rule", "write one, for example not-api-only");
      return null;
    }
    Node at = entry.value();
    mentions.add(new Mention(rule, new SourceLocation(log.source(), at.line(), at.column())));
    return rule;
  }

  /** A list that is not empty; with nothing in it, it would waive nothing, or everything. */
  private List<String> names(Node.Entry entry) {
    List<String> names = values.texts(entry);
    if (names != null && names.isEmpty()) {
      if (entry.value() instanceof Node.Items list && list.items().isEmpty()) {
        values.problem(list, entry.key() + " has no value", "write one, or remove the key");
      }
      return null;
    }
    return names;
  }

  private List<String> words(Node.Entry entry, String what, UnaryOperator<String> check) {
    List<String> names = names(entry);
    String hint =
        names == null
            ? null
            : names.stream().map(check).filter(Objects::nonNull).findFirst().orElse(null);
    if (hint != null) {
      values.problem(entry.value(), "this is not the name of " + what, hint);
      return null;
    }
    return names;
  }

  /** Returns a hint for a name that no function can have; null when one can. */
  static String wrongFunction(String name) {
    return FUNCTION.matcher(name).matches() ? null : "write the function as VICIdial names it";
  }

  /** Returns a hint for a column that no finding can be about; null when one can. */
  static String wrongFlag(String name) {
    Set<String> columns = DefinitionKeys.all();
    return columns.contains(name)
        ? null
        : Suggestions.closest(name, columns)
            .map(meant -> "did you mean " + meant + "?")
            .orElse("write one of VICIdial's own column names");
  }
}
