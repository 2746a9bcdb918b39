package org.vicilint.document;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.vicilint.source.Limits;
import org.vicilint.source.ProblemLog;
import org.vicilint.source.Source;
import org.vicilint.source.Utf8Reader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads the documents of a YAML file. After an error in one of the lists that it knows of, it drops
 * the item in which it stands, and goes on with the next one, so that one slip hides nothing else.
 */
public final class YamlReader {
  private static final int MOST_ERRORS = 20;

  private final YamlText text;
  private final List<String> lists;
  private final YamlTree tree;
  private final ProblemLog log;
  private final LoaderOptions options = new LoaderOptions();

  /** The place to go on from: a line, its offset, and the key whose list goes on there. */
  private int line = 1;

  private int offset;
  private String listKey;

  /**
   * A reader of one text.
   *
   * @param often words that come again and again, and are held once
   * @param lists the keys of lists whose items are handed over one by one, so that a large file
   *     need not be held as a tree; the documents then have these lists empty
   * @param listener takes these items
   */
  public YamlReader(
      YamlText text,
      Set<String> often,
      List<String> lists,
      YamlListener listener,
      ProblemLog log,
      Limits limits) {
    this.text = text;
    this.lists = lists;
    this.tree = new YamlTree(often, lists, listener, log, limits);
    this.log = log;
    options.setCodePointLimit(Integer.MAX_VALUE); // the file's size is checked before
  }

  /** The documents of a small file, or the parts of them that could be read. */
  public static List<Node> documents(Source source, ProblemLog log, Limits limits)
      throws IOException {
    List<Node> documents = new ArrayList<>();
    try (Utf8Reader reader = new Utf8Reader(source.open())) {
      YamlText text = new YamlText(reader, Math.toIntExact(source.size()), log);
      new YamlReader(text, Set.of(), List.of(), (list, item) -> {}, log, limits)
          .read(documents::add);
      reader.report(log);
    }
    return documents;
  }

  /** Hands over each document, or the part of it that could be read. */
  public void read(Consumer<Node> documents) {
    for (int errors = 0; part(documents); errors++) {
      if (errors == MOST_ERRORS) {
        log.add(line, 1, "too many errors: the rest is not read", "fix the errors above first");
        return;
      }
    }
  }

  /** Reads up to the end or the next error; true when there is something to go on with. */
  private boolean part(Consumer<Node> documents) {
    Parser parser = new ParserImpl(new StreamReader(reader()), options);
    tree.begin(listKey == null ? line : line - 1);
    int stoppedAt;
    try {
      Event event;
      do {
        event = parser.getEvent();
        if (event != null && !tree.take(event)) {
          break;
        }
        Node ended = event != null && event.is(Event.ID.DocumentEnd) ? tree.ended() : null;
        if (ended != null) {
          documents.accept(ended);
        }
      } while (event != null && !event.is(Event.ID.StreamEnd));
      if (event == null || event.is(Event.ID.StreamEnd)) {
        return false;
      }
      stoppedAt = tree.line(event.getStartMark());
    } catch (MarkedYAMLException e) {
      stoppedAt = syntax(e);
    } catch (YAMLException | NumberFormatException e) {
      // The few errors that SnakeYAML reports without a place.
      log.syntaxBroken();
      log.add("this is not valid YAML", "check indentation, quotes and colons");
      stoppedAt = Integer.MAX_VALUE;
    }
    boolean more = !tree.full() && stoppedAt < Integer.MAX_VALUE && goOn(stoppedAt);
    Node rest = tree.abandon();
    if (rest != null) {
      documents.accept(rest);
    }
    return more;
  }

  private Reader reader() {
    return listKey == null ? text.from(offset) : new Joined(listKey + ":\n", text.from(offset));
  }

  private int syntax(MarkedYAMLException e) {
    YamlErrors error = YamlErrors.of(e);
    log.syntaxBroken();
    if (error.mark() == null) {
      log.add(error.reason(), error.hint());
      return Integer.MAX_VALUE;
    }
    log.add(
        Math.max(tree.line(error.mark()), 1),
        YamlTree.column(error.mark()),
        error.reason(),
        error.hint());
    return tree.line(error.mark());
  }

  /** Looks behind the broken item for the next one, or for the next list or document. */
  private boolean goOn(int stoppedAt) {
    Iterator<OpenNode> outerFirst = tree.open().descendingIterator();
    OpenNode root = outerFirst.hasNext() ? outerFirst.next() : null;
    OpenNode list = outerFirst.hasNext() ? outerFirst.next() : null;
    boolean inList =
        list != null
            && root.mapping
            && root.column == 1
            && !list.mapping
            && root.key() != null
            && lists.contains(root.key());
    int broken = stoppedAt;
    if (inList && outerFirst.hasNext()) {
      broken = outerFirst.next().line;
    }
    int at = Math.max(broken, line) + 1;
    int start = text.offset(at);
    for (; text.has(start); start = text.next(start), at++) {
      if (inList && item(start, list.column - 1)) {
        return goOn(at, start, root.key());
      }
      if (begins(start, "---") || beginsList(start)) {
        return goOn(at, start, null);
      }
    }
    return false;
  }

  private boolean beginsList(int start) {
    return lists.stream().anyMatch(key -> begins(start, key + ":"));
  }

  private boolean goOn(int atLine, int atOffset, String key) {
    line = atLine;
    offset = atOffset;
    listKey = key;
    return true;
  }

  private boolean begins(int start, String word) {
    return text.lineBegins(start, 0, word);
  }

  private boolean item(int start, int blanks) {
    return text.lineBegins(start, blanks, "- ") || text.lineBegins(start, blanks, "-\n");
  }

  /** Reader of one text behind another. */
  private static final class Joined extends Reader {
    private final Reader first;
    private final Reader second;
    private boolean firstDone;

    Joined(String first, Reader second) {
      this.first = new StringReader(first);
      this.second = second;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
      int n = firstDone ? -1 : first.read(buffer, from, length);
      if (n >= 0) {
        return n;
      }
      firstDone = true;
      return second.read(buffer, from, length);
    }

    @Override
    public void close() {} // both are texts in memory
  }
}
