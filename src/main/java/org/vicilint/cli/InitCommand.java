package org.vicilint.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code vicilint init}: writes a repository of definitions to start from. */
final class InitCommand implements Command {
  private static final String CI = "ci";
  private static final String LINT = "vicilint lint accounts/";
  private static final List<String> FILES =
      List.of(
          "README.md",
          "vicilint.yaml",
          "accounts/groups.yaml",
          "accounts/integrations.yaml",
          "integrations/nightly-loader.yaml");
  private static final Map<String, String> CI_FILES =
      Map.of("github", ".github/workflows/vicilint.yml", "gitlab", ".gitlab-ci.yml");

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
        current folder. It writes over nothing: when a file is there already, it writes none.

          vicilint init dialer-accounts
          cd dialer-accounts && vicilint lint .

        Exit status: 0 written, 2 not.
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
    for (String file : files) {
      if (Files.exists(folder.resolve(file))) {
        throw new UsageException(
            "%s is there already, and nothing was written; choose an empty folder"
                .formatted(folder.resolve(file)));
      }
    }
    List<Path> written = new ArrayList<>();
    try {
      for (String file : files) {
        write(folder.resolve(file), file, streams);
        written.add(folder.resolve(file));
      }
    } catch (UsageException | IOException e) {
      for (Path file : written) {
        Files.deleteIfExists(file); // else the next try would refuse
      }
      throw e;
    }
    written.forEach(file -> streams.out().println(file.normalize()));
    return ExitStatus.OK;
  }

  private static Path folder(String name) throws UsageException {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UsageException("this is no name of a folder");
    }
  }

  private static void write(Path file, String name, Streams streams)
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
    // The files for CIs are examples for repositories without manifests.
    boolean ci = CI_FILES.containsValue(name);
    Output.write(
        file.toString(),
        List.of(),
        streams,
        out -> out.print(ci ? text.replace(LINT, LINT + " integrations/") : text));
  }
}
