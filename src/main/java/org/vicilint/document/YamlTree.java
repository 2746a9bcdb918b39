package org.vicilint.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.source.Limits;
import org.vicilint.source.ProblemLog;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Builds nodes from SnakeYAML's events. On events SnakeYAML checks next to nothing, so depth, size,
 * aliases, tags, merge keys and duplicate keys are checked here.
 */
final class YamlTree {
  private static final Set<String> TAGS =
      Set.of(
          "!",
          "tag:yaml.org,2002:str",
          "tag:yaml.org,2002:int",
          "tag:yaml.org,2002:bool",
          "tag:yaml.org,2002:seq",
          "tag:yaml.org,2002:map");

  /** The column of a list or mapping that stands as a key. */
  private static final int KEY = 0;

  private final List<String> lists;
  private final YamlListener listener;
  private final ProblemLog log;
  private final Limits limits;
  private final Map<String, Node> anchors = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();
  private final Deque<OpenNode> open = new ArrayDeque<>();
  private final Deque<NodeEvent> starts = new ArrayDeque<>();
  private int lineShift;
  private int nodes;
  private int aliases;
  private Node root;

  YamlTree(
      Set<String> often, List<String> lists, YamlListener listener, ProblemLog log, Limits limits) {
    this.lists = lists;
    this.listener = listener;
    this.log = log;
    this.limits = limits;
    for (String key : often) {
      words.put(key, key);
    }
  }

  /** Begins a part of the text whose first line is the given one (from 1). */
  void begin(int firstLine) {
    lineShift = firstLine;
    open.clear();
    starts.clear();
    root = null;
  }

  /** Takes an event; false when the rest of this part must not be read. */
  boolean take(Event event) {
    switch (event.getEventId()) {
      case DocumentStart -> {
        root = null;
        anchors.clear();
      }
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> alias((AliasEvent) event);
      case MappingStart, SequenceStart -> {
        return start((CollectionStartEvent) event);
      }
      case MappingEnd, SequenceEnd -> end(true);
      default -> {} // the ends of documents and of the text
    }
    return !tooMany(event);
  }

  /** Returns the document that has ended, once: an error behind it does not concern it. */
  Node ended() {
    Node ended = root;
    root = null;
    return ended;
  }

  /** Closes the nodes that an error left open, and returns what was read. */
  Node abandon() {
    while (!open.isEmpty()) {
      end(false);
    }
    return root;
  }

  /** Returns the open nodes, innermost first. */
  Deque<OpenNode> open() {
    return open;
  }

  /** Whether the file has more nodes than are read at all. */
  boolean full() {
    return nodes > limits.nodes();
  }

  int line(Mark mark) {
    return mark.getLine() + lineShift;
  }

  static int column(Mark mark) {
    return mark.getColumn() + 1;
  }

  private boolean tooMany(Event event) {
    if (++nodes <= limits.nodes()) {
      return false;
    }
    problem(event, "the file holds too many values", "split the file");
    return true;
  }

  private void scalar(ScalarEvent e) {
    int line = line(e.getStartMark());
    int column = column(e.getStartMark());
    String text = words.getOrDefault(e.getValue(), e.getValue());
    listener.scalar(text, line, column, line(e.getEndMark()), column(e.getEndMark()));
    if (!open.isEmpty() && open.peek().wantsKey()) {
      key(e, text);
    } else if (known(e.getTag(), e)) {
      boolean plain = e.isPlain() && e.getTag() == null;
      add(new Node.Scalar(text, plain, line, column), e.getAnchor());
    } else {
      add(Node.nothing(line, column), e.getAnchor());
    }
  }

  private void key(ScalarEvent e, String text) {
    boolean merge = e.isPlain() && text.equals("<<");
    if (merge) {
      problem(e, "a merge key is not read", "write the keys out");
    }
    if (e.getAnchor() != null) {
      anchors.put(
          e.getAnchor(),
          new Node.Scalar(text, false, line(e.getStartMark()), column(e.getStartMark())));
    }
    String key = merge || !known(e.getTag(), e) ? null : text;
    open.peek().key(key, line(e.getStartMark()), column(e.getStartMark()), log);
  }

  private void alias(AliasEvent e) {
    if (++aliases == limits.aliases() + 1) {
      problem(e, "the file holds more than " + limits.aliases() + " aliases", "write them out");
    }
    Node node = aliases > limits.aliases() ? null : anchors.get(e.getAnchor());
    if (node == null && aliases <= limits.aliases()) {
      boolean within = starts.stream().anyMatch(s -> e.getAnchor().equals(s.getAnchor()));
      problem(
          e,
          within ? "an alias stands within what it names" : "an alias names nothing above it",
          "write the value out");
    }
    int line = line(e.getStartMark());
    int column = column(e.getStartMark());
    if (!open.isEmpty() && open.peek().wantsKey()) {
      String key = node instanceof Node.Scalar s ? s.text() : null;
      open.peek().key(key, line, column, log);
    } else {
      add(node == null ? Node.nothing(line, column) : node, null);
    }
  }

  private boolean start(CollectionStartEvent e) {
    if (open.size() >= limits.depth()) {
      problem(e, "lists or mappings stand more than " + limits.depth() + " deep", "flatten them");
      return false;
    }
    if (!open.isEmpty() && open.peek().wantsKey()) {
      problem(e, "a list or mapping cannot be a key", "write a word before the colon");
      open.peek().key(null, line(e.getStartMark()), column(e.getStartMark()), log);
      // The key itself follows; it is built and thrown away before its value is read.
      open.push(new OpenNode(e instanceof MappingStartEvent, line(e.getStartMark()), KEY));
    } else {
      known(e.getTag(), e);
      open.push(
          new OpenNode(
              e instanceof MappingStartEvent, line(e.getStartMark()), column(e.getStartMark())));
    }
    starts.push(e);
    return !tooMany(e);
  }

  private void end(boolean complete) {
    OpenNode node = open.pop();
    NodeEvent start = starts.pop();
    if (node.column == KEY) {
      return;
    }
    boolean tagged = start instanceof CollectionStartEvent c && !allowed(c.getTag());
    add(
        tagged ? Node.nothing(node.line, node.column) : node.close(complete),
        complete ? start.getAnchor() : null);
  }

  private void add(Node node, String anchor) {
    if (anchor != null) {
      anchors.put(anchor, node);
    }
    if (open.isEmpty()) {
      root = node;
    } else if (open.size() == 2
        && !open.peek().mapping
        && open.getLast().mapping
        && open.getLast().key() != null
        && lists.contains(open.getLast().key())) {
      listener.item(open.getLast().key(), node);
    } else {
      open.peek().value(node);
    }
  }

  private boolean known(String tag, Event event) {
    if (!allowed(tag)) {
      problem(event, "this tag is not read", "write the plain value, without a tag");
      return false;
    }
    return true;
  }

  private static boolean allowed(String tag) {
    return tag == null || TAGS.contains(tag);
  }

  private void problem(Event event, String reason, String hint) {
    log.add(line(event.getStartMark()), column(event.getStartMark()), reason, hint);
  }
}
