package org.vicilint.definition;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.vicilint.model.Secret;
import org.vicilint.text.PasswordMask;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The difference between two states of a definition file, as a unified diff. No secret is in it: of
 * a file that holds some, only the lines that change are shown, and passwords in them are masked.
 */
public final class DefinitionDiff {
  private static final int CONTEXT = 3;
  private static final String MASK = "****";

  private DefinitionDiff() {}

  /**
   * A text without its secrets.
   *
   * @param accounts the lines, from 0, in which its accounts begin
   */
  private record Shown(String text, List<Integer> accounts) {}

  /**
   * The lines of the diff, without line breaks. Characters are as in the file, control characters
   * too.
   *
   * @param name the file; what may be a password in it is masked
   * @throws YAMLException when one of the two is no YAML
   */
  public static List<String> of(String name, String before, String after) {
    Shown old = masked(before);
    Shown now = masked(after);
    List<String> lines = lines(old.text);
    return UnifiedDiffUtils.generateUnifiedDiff(
        PasswordMask.of(name),
        PasswordMask.of(name),
        lines,
        patch(old, lines, now, lines(now.text)),
        old.text.equals(before) ? CONTEXT : 0);
  }

  /** An account after the other: the time for a diff grows faster than what is compared. */
  private static Patch<String> patch(
      Shown old, List<String> oldLines, Shown now, List<String> nowLines) {
    Patch<String> patch = new Patch<>();
    int oldFrom = 0;
    int nowFrom = 0;
    for (int i = 0; i < Math.min(old.accounts.size(), now.accounts.size()); i++) {
      int oldTo = old.accounts.get(i);
      int nowTo = now.accounts.get(i);
      if (oldTo > oldFrom && nowTo > nowFrom) {
        add(patch, oldLines, oldFrom, oldTo, nowLines, nowFrom, nowTo);
        oldFrom = oldTo;
        nowFrom = nowTo;
      }
    }
    add(patch, oldLines, oldFrom, oldLines.size(), nowLines, nowFrom, nowLines.size());
    return patch;
  }

  private static void add(
      Patch<String> patch,
      List<String> old,
      int oldFrom,
      int oldTo,
      List<String> now,
      int nowFrom,
      int nowTo) {
    Patch<String> part = DiffUtils.diff(old.subList(oldFrom, oldTo), now.subList(nowFrom, nowTo));
    for (AbstractDelta<String> delta : part.getDeltas()) {
      patch.addDelta(
          delta.withChunks(moved(delta.getSource(), oldFrom), moved(delta.getTarget(), nowFrom)));
    }
  }

  private static Chunk<String> moved(Chunk<String> chunk, int by) {
    return new Chunk<>(chunk.getPosition() + by, List.copyOf(chunk.getLines()));
  }

  private static List<String> lines(String text) {
    List<String> lines = Arrays.asList(text.split("\r?\n", -1));
    return lines.get(lines.size() - 1).isEmpty() ? lines.subList(0, lines.size() - 1) : lines;
  }

  private static Shown masked(String text) {
    List<Part> secrets = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>();
    Parts.Document document = Parts.of(text);
    document.documents().forEach(part -> collect(part, false, secrets, names));
    if (!names.isEmpty()) {
      document.documents().forEach(part -> anchored(part, names, secrets));
    }
    secrets.sort(Comparator.comparingInt(Part::start));
    List<Part> accounts = document.accounts();
    List<Integer> lines = new ArrayList<>();
    StringBuilder masked = new StringBuilder();
    int done = 0;
    int line = 0;
    int next = 0;
    for (int i = 0; i <= secrets.size(); i++) {
      int to = i < secrets.size() ? secrets.get(i).start() : text.length();
      if (to < done) {
        continue; // the same secret again, by the name that aliases repeat
      }
      for (; next < accounts.size() && accounts.get(next).start() <= to; next++) {
        int start = accounts.get(next).start();
        line += breaks(text, done, start);
        masked.append(text, done, start);
        lines.add(line);
        done = start;
      }
      line += breaks(text, done, to);
      masked.append(text, done, to);
      done = to;
      if (i < secrets.size()) {
        masked.append(MASK);
        done = secrets.get(i).end();
      }
    }
    return new Shown(masked.toString(), lines);
  }

  private static int breaks(String text, int from, int to) {
    return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
  }

  /** Finds the scalars under the key of a secret, and the names of aliases there. */
  private static void collect(
      Part part, boolean secret, List<Part> secrets, TreeSet<String> names) {
    if (part instanceof Part.Entries entries) {
      for (Part.Entry entry : entries.entries()) {
        boolean key = entry.key() instanceof Part.Scalar s && Secret.in(s.text());
        collect(entry.value(), secret || key, secrets, names);
      }
    } else if (part instanceof Part.Items items) {
      items.items().forEach(item -> collect(item, secret, secrets, names));
    } else if (secret && part instanceof Part.Alias alias) {
      names.add(alias.name());
    } else if (secret && part.start() < part.end()) {
      secrets.add(part);
    }
  }

  private static void anchored(Part part, TreeSet<String> names, List<Part> secrets) {
    if (part instanceof Part.Entries entries) {
      for (Part.Entry entry : entries.entries()) {
        anchored(entry.key(), names, secrets);
        anchored(entry.value(), names, secrets);
      }
    } else if (part instanceof Part.Items items) {
      items.items().forEach(item -> anchored(item, names, secrets));
    } else if (part.anchor() != null && names.contains(part.anchor())) {
      secrets.add(part);
    }
  }
}
