package org.vicilint.rules.custom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vicilint.catalog.Catalog;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;

/** Reads the custom rules of an organisation, from files {@code <id>.md} and {@code <id>.yaml}. */
public final class OwnRules {
  private static final String MARKDOWN = ".md";
  private static final String YAML = ".yaml";
  private static final String OTHER_YAML = ".yml";
  private static final String NO_RULE = "readme.md";
  private static final long LARGEST = 1 << 20;

  private final RuleReader reader;
  private final Set<String> taken;
  private final List<Problem> problems;
  private final List<OwnRule> rules = new ArrayList<>();

  private OwnRules(RuleReader reader, Set<String> taken, List<Problem> problems) {
    this.reader = reader;
    this.taken = taken;
    this.problems = problems;
  }

  /**
   * Reads every rule in the folders. A faulty rule is left out, and the others are still read. No
   * content of a file causes an exception. Without folders, no class of the expression language is
   * loaded.
   *
   * @param folders the folders as the user named them; subfolders are not read
   * @param builtIn the ids of the rules that ship, which no other rule may have
   * @param catalog the functions that rules may name
   * @param problems receives the faults. A rule that cannot be evaluated on some account adds one
   *     while it runs, so the list is complete only after the run
   * @return the rules, by id
   */
  public static List<OwnRule> load(
      List<String> folders, Set<String> builtIn, Catalog catalog, List<Problem> problems) {
    OwnRules own =
        new OwnRules(new RuleReader(catalog, problems::add), new TreeSet<>(builtIn), problems);
    folders.forEach(own::folder);
    return own.rules.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
  }

  private void folder(String folder) {
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of(folder))) {
      files = all.filter(OwnRules::meant).sorted().toList();
    } catch (IOException | InvalidPathException e) {
      problem(folder, "this folder of rules cannot be read", "name a folder that is there");
      return;
    }
    if (files.isEmpty()) {
      problem(folder, "there is no rule here", "write a rule to a file <id>.md or <id>.yaml");
    }
    files.forEach(this::file);
  }

  /** Whether a file's name is that of a rule. */
  private static boolean meant(Path path) {
    String name = path.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && !lower.equals(NO_RULE)
        && Stream.of(MARKDOWN, YAML, OTHER_YAML).anyMatch(lower::endsWith);
  }

  private void file(Path path) {
    String name = path.getFileName().toString();
    boolean markdown = name.endsWith(MARKDOWN);
    if (!markdown && !name.endsWith(YAML)) {
      problem(path.toString(), "a rule's file ends in .md or .yaml", "give it another name");
      return;
    }
    try {
      if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
        problem(path.toString(), "this is no file, or too large a one", "write a rule of a page");
        return;
      }
      byte[] bytes = Files.readAllBytes(path);
      String id = name.substring(0, name.lastIndexOf('.'));
      decode(path.toString(), bytes)
          .flatMap(file -> reader.read(file, id, markdown, taken))
          .ifPresent(
              rule -> {
                taken.add(rule.id());
                rules.add(rule);
              });
    } catch (IOException e) {
      problem(path.toString(), "this rule cannot be read", "check the file and its permissions");
    }
  }

  private Optional<RuleFile> decode(String name, byte[] bytes) {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    boolean good =
        !StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes), text, true)
            .isError();
    String read = text.flip().toString().replace("\r\n", "\n");
    RuleFile file =
        new RuleFile(name, read.startsWith("\uFEFF") ? read.substring(1) : read, problems);
    if (!good) {
      file.problem(read.length(), "this is not UTF-8 from here on", "save the file as UTF-8");
      return Optional.empty();
    }
    return Optional.of(file);
  }

  private void problem(String place, String reason, String hint) {
    problems.add(new Problem(SourceLocation.of(place), reason, hint));
  }
}
