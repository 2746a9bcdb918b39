package org.vicilint.edit;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.vicilint.model.Secret;
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
   * The lines of the diff, without line breaks. Characters are as in the file, control characters
   * too.
   *
   * @param name the file
   * @throws YAMLException when one of the two is no YAML
   */
  public static List<String> of(String name, String before, String after) {
    String shownBefore = masked(before);
    String shownAfter = masked(after);
    List<String> old = lines(shownBefore);
    return UnifiedDiffUtils.generateUnifiedDiff(
        name,
        name,
        old,
        DiffUtils.diff(old, lines(shownAfter)),
        shownBefore.equals(before) ? CONTEXT : 0);
  }

  private static List<String> lines(String text) {
    List<String> lines = Arrays.asList(text.split("\r?\n", -1));
    return lines.get(lines.size() - 1).isEmpty() ? lines.subList(0, lines.size() - 1) : lines;
  }

  private static String masked(String text) {
    List<Part> secrets = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>();
    Parts.Document document = Parts.of(text);
    document.documents().forEach(part -> collect(part, false, secrets, names));
    if (!names.isEmpty()) {
      document.documents().forEach(part -> anchored(part, names, secrets));
    }
    TreeSet<Integer> starts = new TreeSet<>();
    StringBuilder masked = new StringBuilder(text);
    secrets.sort((a, b) -> Integer.compare(b.start(), a.start()));
    for (Part secret : secrets) {
      if (starts.add(secret.start())) {
        masked.replace(secret.start(), secret.end(), MASK);
      }
    }
    return masked.toString();
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
