package org.vicilint.input.definition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.vicilint.document.Node;
import org.vicilint.document.YamlListener;
import org.vicilint.document.YamlText;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.model.Account;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.Waiver;
import org.vicilint.source.ProblemLog;

/**
 * Finds the waivers that stand as comments in a YAML definition. A comment belongs to the account
 * in whose lines it stands. One in a line of its own above an account, indented less than the keys
 * of the account before it, belongs to the account below it.
 *
 * <p>The parser shows where accounts begin, and which texts look like such a comment but are none:
 * the author of a name must not be able to waive anything with it.
 */
public final class InlineWaivers implements YamlListener {
  private static final String WORD = "vicilint";

  private final YamlText text;
  private final DefinitionReader definitions;
  private final ParsedInput harvest;
  private final ProblemLog log;
  private final boolean any;
  private final Deque<Item> items = new ArrayDeque<>();
  private final Deque<Span> spans = new ArrayDeque<>();
  private final List<WaiverComment> pending = new ArrayList<>();

  /** The item that has not ended yet; null between items. */
  private Item current;

  /**
   * An item of one of the two lists.
   *
   * @param column where its keys begin, from 1
   * @param account whether it is one of the accounts
   * @param user the login; null when it could not be read
   */
  private record Item(int line, int column, boolean account, String user) {
    boolean follows(Item other) {
      return line > other.line || (line == other.line && column > other.column);
    }
  }

  /** Place of a text that holds the word. */
  private record Span(int line, int column, int lastLine, int lastColumn) {
    boolean holds(SourceLocation place) {
      return (place.line() > line || (place.line() == line && place.column() >= column))
          && (place.line() < lastLine || (place.line() == lastLine && place.column() < lastColumn));
    }
  }

  /**
   * @param definitions takes the items, too
   * @param harvest takes the waivers
   */
  public InlineWaivers(
      YamlText text, DefinitionReader definitions, ParsedInput harvest, ProblemLog log) {
    this.text = text;
    this.definitions = definitions;
    this.harvest = harvest;
    this.log = log;
    this.any = text.contains(WORD);
  }

  @Override
  public void item(String list, Node item) {
    List<Account> accounts = harvest.accounts();
    int before = accounts.size();
    definitions.item(list, item);
    if (!any) {
      return;
    }
    String user = accounts.size() > before ? accounts.get(before).user() : null;
    Item next = new Item(item.line(), item.column(), list.equals("accounts"), user);
    // The value of an alias stands above; where the alias itself stands, no event says.
    if (items.isEmpty() || next.follows(items.getLast())) {
      items.add(next);
    }
  }

  @Override
  public void scalar(String value, int line, int column, int lastLine, int lastColumn) {
    if (any && value.contains(WORD)) {
      spans.add(new Span(line, column, lastLine, lastColumn));
    }
  }

  /** Finds the waivers, after everything was read. A faulty one becomes a problem. */
  public void find() {
    int line = 1;
    for (int at = 0; any && text.has(at); at = text.next(at), line++) {
      line(text.line(at), line);
    }
    settle(null);
  }

  private void line(String line, int number) {
    YamlComment comment = YamlComment.of(line);
    boolean code = !comment.code().isEmpty() && !comment.code().equals("-");
    int begun = 0;
    for (; !items.isEmpty() && items.peek().line() <= number; begun++) {
      current = items.remove();
    }
    if (begun == 0
        && !comment.code().isEmpty()
        && current != null
        && comment.indent() + 1 < current.column()) {
      current = null;
    }
    if (code) {
      settle(current);
    }
    WaiverComment waiver = waiver(line, comment, number);
    if (waiver == null) {
      return;
    }
    if (begun > 1) {
      waiver.problem("several accounts stand in this line", "write one account a line", log);
    } else if (code || (current != null && waiver.place().column() >= current.column())) {
      attach(waiver, current);
    } else {
      pending.add(waiver);
    }
  }

  /** The comment of a line, when it speaks to vicilint; else null. */
  private WaiverComment waiver(String line, YamlComment comment, int number) {
    while (!spans.isEmpty() && spans.peek().lastLine() < number) {
      spans.remove();
    }
    if (comment.hash() < 0 || line.indexOf(WORD, comment.hash()) < 0) {
      return null;
    }
    int column = line.codePointCount(0, comment.hash()) + 1;
    SourceLocation place = new SourceLocation(log.source(), number, column);
    String words = line.substring(comment.hash()).strip();
    WaiverComment waiver = new WaiverComment(words, place);
    boolean text =
        spans.stream().takeWhile(s -> s.line() <= number).anyMatch(span -> span.holds(place));
    return waiver.ours() && !text ? waiver : null;
  }

  /** The comments above a line belong to the account that stands in it. */
  private void settle(Item item) {
    pending.forEach(comment -> attach(comment, item));
    pending.clear();
  }

  private void attach(WaiverComment comment, Item item) {
    if (item == null || !item.account()) {
      comment.problem(
          "this comment belongs to no account",
          "write it above an account, or among its keys",
          log);
      return;
    }
    String user = item.user() == null ? "" : item.user();
    Waiver waiver = comment.waiver(user, log);
    if (waiver == null || item.user() == null) {
      return; // why the account was not read has been said
    }
    if (user.indexOf('*') >= 0 || user.indexOf('?') >= 0) {
      comment.problem(
          "the waiver would be one for other accounts, too: * and ? stand for any characters",
          "give the account another name",
          log);
      return;
    }
    harvest.waivers().add(waiver);
  }
}
