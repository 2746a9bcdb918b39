package org.vicilint.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.vicilint.text.Printable;

/** {@code vicilint init}: writes a repository of definitions to start from. */
final class InitCommand implements Command {
  private static final String CI = "ci";
  private static final List<String> FILES = List.of("README.md", "vicilint.yaml");

  /** An account with its group and manifest: one without the others would not lint clean. */
  private static final List<String> EXAMPLE =
      List.of(
          "accounts/groups.yaml", "accounts/integrations.yaml", "integrations/nightly-loader.yaml");

  private static final Map<String, String> CI_FILES =
      Map.of("github", ".github/workflows/vicilint.yml", "gitlab", ".gitlab-ci.yml");

  private static final List<String> FOLDERS = List.of("accounts/", "integrations/");
  private static final String LINT = "vicilint lint accounts/";

  /** Hint in the files for CIs for people who copy them by hand. */
  private static final Pattern TO_COPY = Pattern.compile("# Copy this [^,]*, and change");

  private static final Pattern EXPECTED =
      Pattern.compile("It expects the definitions in\\s(?:# )?accounts/,[^.]*\\.yaml[^.]*\\.");

  @Override
  public String name() {
    return "init";
  }

  @Override
  public String arguments() {
    return "[DIR]";
  }

  @Override
  public String summary() {
    return "writes a repository of definitions to start from";
  }

  @Override
  public Options options() {
    return Opts.common()
        .addOption(
            Opts.value(
                CI, "NAME", "the file for this CI: github, gitlab or none; default: github"));
  }

  @Override
  public String more() {
    return """
        Writes definitions, a manifest, a profile and a file for the CI into DIR, by default the
        current folder. What is there already stays as it is, and is named; where accounts/ or
        integrations/ holds files, the example definitions are not written.

          vicilint init dialer-accounts
          cd dialer-accounts && vicilint lint .

        Exit status: 0 done, 2 not.
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    List<String> arguments = line.getArgList();
    if (arguments.size() > 1) {
      throw new UsageException("init takes one folder");
    }
    String ci = Opts.choice(line, CI, List.of("github", "gitlab", "none"), "github");
    List<String> files = new ArrayList<>(FILES);
    if (CI_FILES.containsKey(ci)) {
      files.add(CI_FILES.get(ci));
    }
    Path folder = folder(arguments.isEmpty() ? "." : arguments.get(0));
    List<String> left =
        new ArrayList<>(files.stream().filter(file -> isThere(folder.resolve(file))).toList());
    files.removeAll(left);
    List<String> used = FOLDERS.stream().filter(each -> holds(folder.resolve(each))).toList();
    List<String> linted = used.isEmpty() ? FOLDERS : used;
    if (used.isEmpty()) {
      files.addAll(EXAMPLE);
    }
    left.addAll(used);
    write(folder, files, linted, streams);
    files.forEach(file -> streams.out().println(shown(folder.resolve(file))));
    say(folder, files, left, streams.err());
    return ExitStatus.OK;
  }

  private static boolean isThere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static String shown(Path file) {
    return Printable.of(file.normalize().toString());
  }

  private static boolean holds(Path folder) {
    String[] names = folder.toFile().list();
    return names == null ? isThere(folder) : names.length > 0;
  }

  /** Says what was left, and what comes next. */
  private static void say(Path folder, List<String> written, List<String> left, PrintWriter err) {
    if (!left.isEmpty()) {
      err.println(
          "left as %s: %s"
              .formatted(left.size() == 1 ? "it is" : "they are", String.join(", ", left)));
    }
    if (CI_FILES.values().stream().anyMatch(left::contains)) {
      err.println("to lint in CI too, copy the job of 'vicilint init NEW-FOLDER' into that file");
    }
    Path path = folder.normalize();
    boolean here = path.toString().isEmpty();
    err.println(
        written.isEmpty()
            ? "nothing was missing; check it: vicilint lint "
                + (here ? "." : Printable.of(path.toString()))
            : "next: %svicilint lint .; then write your accounts in accounts/"
                .formatted(here ? "" : "cd " + Printable.of(path.toString()) + " && "));
  }

  private static void write(Path folder, List<String> files, List<String> linted, Streams streams)
      throws UsageException, IOException {
    List<Path> written = new ArrayList<>();
    try {
      for (String file : files) {
        write(folder.resolve(file), file, linted, streams);
        written.add(folder.resolve(file));
      }
    } catch (UsageException | IOException e) {
      for (Path file : written) {
        Files.deleteIfExists(file); // all or nothing, so that the next try finds what this one did
      }
      throw e;
    }
  }

  private static Path folder(String name) throws UsageException {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UsageException("this is no name of a folder");
    }
  }

  private static void write(Path file, String name, List<String> linted, Streams streams)
      throws UsageException, IOException {
    String text;
    try (InputStream in = InitCommand.class.getResourceAsStream("/starter/" + name)) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
    } catch (IOException e) {
      throw new UsageException("cannot write %s: is its folder writable?".formatted(file));
    }
    if (CI_FILES.containsValue(name)) {
      text = text.replace(LINT, "vicilint lint " + String.join(" ", linted));
      text = TO_COPY.matcher(text).replaceFirst("# Change");
      String says = "It lints " + String.join(" and ", linted) + " with the profile vicilint.yaml.";
      text = EXPECTED.matcher(text).replaceFirst(says);
    }
    String content = text;
    Output.write(file.toString(), List.of(), streams, out -> out.print(content));
  }
}
