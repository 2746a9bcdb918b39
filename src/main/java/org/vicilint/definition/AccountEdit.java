package org.vicilint.definition;

import java.util.Set;
import java.util.regex.Pattern;
import org.vicilint.access.FunctionList;
import org.vicilint.model.Change;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/** Changes columns of one account in the text of its definition. */
final class AccountEdit {
  private static final String LIST = "api_allowed_functions";
  private static final Pattern WORD = Pattern.compile("[0-9]{1,9}|[A-Za-z_][A-Za-z0-9_]*");

  private final String text;
  private final TextEdits edits;
  private final Set<String> repeated;
  private final Part.Entries account;

  /**
   * @param repeated the anchors that aliases name
   */
  AccountEdit(String text, TextEdits edits, Set<String> repeated, Part.Entries account) {
    this.text = text;
    this.edits = edits;
    this.repeated = repeated;
    this.account = account;
  }

  /** Makes one change. */
  void make(Change change) throws Refusal {
    refuseRepeated(account, "the account is");
    Part.Entry entry = account.get(change.column());
    if (entry == null) {
      insert(change);
      return;
    }
    refuseRepeated(entry.key(), change.column() + " is");
    refuseRepeated(entry.value(), "its " + change.column() + " is");
    if (entry.value() instanceof Part.Items list) {
      if (!change.column().equals(LIST) || !proper(change.to())) {
        throw new Refusal(change.column() + " is a list, and the new value is none");
      }
      new FunctionListEdit(text, edits).change(entry.key(), list, change.to());
      return;
    }
    String value = value(change, entry.value());
    boolean empty = entry.value().start() == entry.value().end();
    edits.replace(entry.value().start(), entry.value().end(), empty ? " " + value : value);
  }

  /** Refuses a change of a part that an alias repeats: it would change another account too. */
  private void refuseRepeated(Part part, String what) throws Refusal {
    if (part.anchor() != null && repeated.contains(part.anchor())) {
      throw new Refusal(
          what + " repeated elsewhere as *%s: write it out there first".formatted(part.anchor()));
    }
  }

  private String value(Change change, Part old) throws Refusal {
    ScalarStyle style = old instanceof Part.Scalar s ? s.style() : ScalarStyle.PLAIN;
    return switch (style) {
      case SINGLE_QUOTED -> "'" + visible(change.to()).replace("'", "''") + "'";
      case DOUBLE_QUOTED -> quoted(change.to());
      case PLAIN -> plain(change);
      default -> throw new Refusal(change.column() + " is written as a block of text");
    };
  }

  /** Returns the value without quotes where YAML keeps its meaning. */
  private static String plain(Change change) throws Refusal {
    if (change.column().equals(LIST) && proper(change.to())) {
      return FunctionListEdit.flow(FunctionList.words(change.to()));
    }
    return WORD.matcher(change.to()).matches() ? change.to() : quoted(change.to());
  }

  private static String quoted(String value) throws Refusal {
    return '"' + visible(value).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String visible(String value) throws Refusal {
    if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new Refusal("the new value holds characters that have to be written by hand");
    }
    return value;
  }

  /** Whether a list of names says the same. */
  private static boolean proper(String granted) {
    return FunctionList.of(FunctionList.words(granted)).equals(granted);
  }

  /** Writes a key that is not there behind one that is. */
  private void insert(Change change) throws Refusal {
    String line = change.column() + ": " + plain(change);
    if (account.flow()) {
      Part last = account.entries().get(account.entries().size() - 1).value();
      edits.replace(last.end(), last.end(), ", " + line);
      return;
    }
    Part.Entry after = null;
    for (Part.Entry entry : account.entries()) {
      after = inOneLine(entry) ? entry : after;
    }
    if (after == null) {
      throw new Refusal("no key of the account stands in one line, so none can be written below");
    }
    int start = after.key().start();
    String indent = " ".repeat(start - edits.lineStart(start));
    int end = edits.lineEnd(after.value().end());
    edits.replace(end, end, edits.lineBreak() + indent + line);
  }

  private boolean inOneLine(Part.Entry entry) {
    Part value = entry.value();
    boolean whole =
        value instanceof Part.Alias
            || (value instanceof Part.Items items && items.flow())
            || (value instanceof Part.Entries entries && entries.flow())
            || (value instanceof Part.Scalar s
                && s.style() != ScalarStyle.LITERAL
                && s.style() != ScalarStyle.FOLDED);
    return whole && text.substring(entry.key().start(), value.end()).indexOf('\n') < 0;
  }
}
