package org.vicilint.rules.custom;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vicilint.model.Suggestions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * The keys of a rule and their values. The reader works on the YAML nodes and constructs nothing
 * from them, so no tag makes an object and no alias is expanded.
 */
final class FrontMatter {
  private static final int DEEPEST = 20;

  /** The prefix of local tags; the tags of YAML itself are URIs. */
  private static final String LOCAL = "!";

  private final RuleFile file;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private FrontMatter(RuleFile file) {
    this.file = file;
  }

  /**
   * Reads the front matter; its faults become problems.
   *
   * @param length the length of the front matter; the rest of the file is not YAML
   * @param known the known keys
   * @return the front matter; empty if it is unreadable
   */
  static Optional<FrontMatter> read(RuleFile file, int length, List<String> known) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    try {
      Node root = new Yaml(options).compose(new StringReader(file.text().substring(0, length)));
      FrontMatter front = new FrontMatter(file);
      if (root instanceof MappingNode mapping) {
        mapping.getValue().forEach(each -> front.take(each, known));
        return Optional.of(front);
      }
      int at = root == null ? 0 : front.start(root);
      file.problem(at, "this is not a rule", "begin with id: and the name of the file");
    } catch (MarkedYAMLException e) {
      boolean unclosed = "while scanning a quoted scalar".equals(e.getContext());
      Mark mark = unclosed || e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      file.problem(
          mark == null ? 0 : file.index(mark.getIndex()),
          "this is not valid YAML: " + (unclosed ? "a quote is not closed" : e.getProblem()),
          "check indentation, quotes and colons here");
    } catch (ReaderException e) {
      file.problem(
          file.index(e.getPosition()),
          "this is not valid YAML: a character that it does not allow",
          "remove the control character");
    } catch (YAMLException e) {
      file.problem(0, "this is not valid YAML: it is nested too deeply", "write it flat");
    }
    return Optional.empty();
  }

  private void take(NodeTuple entry, List<String> known) {
    int at = start(entry.getKeyNode());
    String key = entry.getKeyNode() instanceof ScalarNode s ? s.getValue() : "";
    if (!known.contains(key)) {
      file.problem(
          at,
          key.isBlank() ? "this is not a key of a rule" : key + " is not a key of a rule",
          Suggestions.closest(key, known)
              .map(meant -> "did you mean " + meant + "?")
              .orElse("the keys are " + String.join(", ", known)));
    } else if (values.putIfAbsent(key, entry.getValueNode()) != null) {
      file.problem(at, key + " is here twice", "remove one of the two");
    }
  }

  /** Returns the text under a required key; empty, with a problem, if it is missing. */
  Optional<Scalar> required(String key) {
    if (!values.containsKey(key)) {
      file.problem(0, "the rule has no " + key, "write " + key + ": and its value");
    }
    return optional(key);
  }

  /** Returns the text under a key; empty if it is missing, with a problem if it is no text. */
  Optional<Scalar> optional(String key) {
    return Optional.ofNullable(values.get(key)).flatMap(node -> scalar(key, node));
  }

  /** Returns the texts of the list under a key. */
  List<Scalar> list(String key) {
    return values.containsKey(key) ? list(key, values.get(key)) : List.of();
  }

  /** Returns the texts of a list. */
  List<Scalar> list(String key, Node node) {
    if (node instanceof SequenceNode list) {
      List<Scalar> items = new ArrayList<>();
      list.getValue().forEach(item -> scalar("an item of " + key, item).ifPresent(items::add));
      return items;
    }
    file.problem(start(node), key + " takes a list", "write " + key + ": [one, another]");
    return List.of();
  }

  /** Returns the entries of the mapping under a key whose own key is a text. */
  Map<Scalar, Node> mapping(String key) {
    Map<Scalar, Node> entries = new LinkedHashMap<>();
    Node node = values.get(key);
    if (node instanceof MappingNode mapping) {
      for (NodeTuple each : mapping.getValue()) {
        scalar("a key of " + key, each.getKeyNode())
            .ifPresent(name -> entries.put(name, each.getValueNode()));
      }
    } else if (node != null) {
      file.problem(start(node), key + " takes a mapping", "write a column, a colon and its value");
    }
    return entries;
  }

  /** Returns a node as a text; empty, with a problem, if it is no text or blank. */
  Optional<Scalar> scalar(String what, Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      file.problem(start(node), what + " takes a single text", "quote it if it is meant as one");
    } else if (node.getTag().getValue().startsWith(LOCAL)) {
      file.problem(start(node), "YAML takes a ! at the beginning for a tag", "quote the text");
    } else if (node.getTag().equals(Tag.NULL) || scalar.getValue().isBlank()) {
      file.problem(start(node), what + " has no value", "write one, or remove it");
    } else {
      return Optional.of(new Scalar(file, scalar));
    }
    return Optional.empty();
  }

  private int start(Node node) {
    return file.index(node.getStartMark().getIndex());
  }
}
