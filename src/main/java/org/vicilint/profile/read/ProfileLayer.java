package org.vicilint.profile.read;

import java.io.IOException;
import java.util.List;
import org.vicilint.document.Node;
import org.vicilint.document.YamlReader;
import org.vicilint.model.SourceLocation;
import org.vicilint.source.ForeignFile;
import org.vicilint.source.Limits;
import org.vicilint.source.ProblemLog;
import org.vicilint.source.Source;

/**
 * One file of the chain of profiles that extend one another.
 *
 * @param source the file
 * @param name its name: what it says, or how it was asked for
 * @param top its keys; null when it could not be read
 * @param log its problems
 */
public record ProfileLayer(Source source, String name, Node.Entries top, ProblemLog log) {
  /** No honest profile is larger, or deeper. */
  static final Limits LIMITS = new Limits(1 << 20, 1 << 20, 16, 100, 100_000, 100);

  /** Reads the file; a part that cannot be read becomes a problem. */
  static ProfileLayer read(Source source) throws IOException {
    ProblemLog log = new ProblemLog(source.name(), LIMITS.problems());
    Node.Entries top = null;
    if (source.size() > LIMITS.definitionBytes()) {
      log.add("the profile is too large: more than 1 MiB", "give a profile");
    } else if (!ForeignFile.reported(source, log)) {
      top = top(YamlReader.documents(source, log, LIMITS), log);
    }
    return new ProfileLayer(source, name(source, top), top, log);
  }

  private static Node.Entries top(List<Node> documents, ProblemLog log) {
    if (documents.size() > 1) {
      Node second = documents.get(1);
      log.add(
          second.line(), second.column(), "a profile is one document", "remove what stands here");
    }
    Node root = documents.isEmpty() ? null : documents.get(0);
    if (root instanceof Node.Entries top
        && top.entries().stream().anyMatch(e -> ProfileKeys.nearly(e.key()))) {
      if (!top.entries().stream().allMatch(e -> ProfileKeys.nearly(e.key()))) {
        log.secretSeen(); // it may be any file that has a name
      }
      return top;
    }
    if (!log.broken()) {
      log.secretSeen(); // nobody knows what this is
      int line = root == null ? 0 : root.line();
      log.add(
          line,
          line == 0 ? 0 : root.column(),
          "this is not a profile: none of its keys is here",
          "write one of " + String.join(", ", ProfileKeys.TOP));
    }
    return null;
  }

  private static String name(Source source, Node.Entries top) {
    Node name = top == null ? null : top.get("name");
    boolean said = name instanceof Node.Scalar s && !s.isNull() && !s.text().isBlank();
    return said ? ((Node.Scalar) name).text().strip() : source.name();
  }

  /** The entry of a key; null when the file does not have it. */
  Node.Entry entry(String key) {
    return top == null
        ? null
        : top.entries().stream().filter(e -> e.key().equals(key)).findFirst().orElse(null);
  }

  SourceLocation place(int line, int column) {
    return new SourceLocation(log.source(), line, column);
  }
}
