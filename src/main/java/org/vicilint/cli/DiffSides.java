package org.vicilint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.vicilint.git.GitException;
import org.vicilint.git.GitRepository;
import org.vicilint.git.GitTree;
import org.vicilint.input.EstateReader;
import org.vicilint.input.InputFormat;
import org.vicilint.input.table.Secrets;
import org.vicilint.log.LogReading;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.profile.Profile;
import org.vicilint.source.LeftOut;
import org.vicilint.source.Limits;

/**
 * The two sides that a command line names: two paths, or two revisions.
 *
 * @param beforeName the first side as the user named it
 * @param afterName the second side as the user named it
 * @param before reads the first side
 * @param after reads the second side
 * @param profile the profile that decides for both
 */
record DiffSides(
    String beforeName,
    String afterName,
    Supplier<Estate> before,
    Supplier<Estate> after,
    Profile profile) {
  private static final String GIT = "git";
  private static final String STANDARD_INPUT = "-";

  /** The option that asks for revisions. */
  static Option option() {
    return Opts.value(
        GIT,
        "RANGE",
        "compare revisions of the git repository that the paths are in: A..B, A...B (from where they parted to B), or A (to the work tree)");
  }

  /** The sides that are asked for; nothing of them is read yet. */
  static DiffSides of(CommandLine line, Streams streams, List<Problem> problems)
      throws UsageException {
    return line.hasOption(GIT) ? ofGit(line, streams, problems) : ofPaths(line, streams, problems);
  }

  private static DiffSides ofPaths(CommandLine line, Streams streams, List<Problem> problems)
      throws UsageException {
    List<String> paths = line.getArgList();
    boolean live = DatabaseOptions.given(line);
    if (paths.size() != (live ? 1 : 2)) {
      throw new UsageException(
          live
              ? "diff takes one path beside --database: the database is BEFORE, the path AFTER"
              : "diff takes two paths, BEFORE and AFTER (several files of one side go into a folder), or --git RANGE");
    }
    List<String> one = paths.subList(0, paths.size() - 1);
    List<String> two = paths.subList(paths.size() - 1, paths.size());
    if (one.equals(two) && one.contains(STANDARD_INPUT)) {
      throw new UsageException("standard input can be one side only");
    }
    // The newer profile decides; the older one only shows which of its files are no definitions.
    Profile profile = LintRun.profile(line, two, problems);
    Profile older = LintRun.profile(line, one, new ArrayList<>());
    LeftOut leaveOut =
        LintRun.leaveOut(line, profile, Opts.outputs(line))
            .and(LintRun.leaveOut(line, older, List.of()));
    InputFormat format = Opts.inputFormat(line);
    List<String> columns = Opts.columns(line);
    EstateReader before = Opts.reader(line, streams, new Secrets(), LogReading.PLAIN);
    return new DiffSides(
        live ? DatabaseOptions.shown(Opts.last(line, DatabaseOptions.DATABASE)) : one.get(0),
        two.get(0),
        () -> before.read(one, streams.in(), leaveOut),
        () -> reader(line, format, columns).read(two, streams.in(), leaveOut),
        profile);
  }

  private static DiffSides ofGit(CommandLine line, Streams streams, List<Problem> problems)
      throws UsageException {
    if (DatabaseOptions.given(line)) {
      throw new UsageException("diff compares revisions, or a database with a path, but not both");
    }
    List<String> paths = line.getArgList().isEmpty() ? List.of(".") : line.getArgList();
    Profile profile = LintRun.profile(line, paths, problems);
    LeftOut leaveOut = LintRun.leaveOut(line, profile, Opts.outputs(line));
    InputFormat format = Opts.inputFormat(line);
    List<String> columns = Opts.columns(line);
    try {
      GitRepository repository = GitRepository.of(paths.get(0));
      List<String> inside = repository.inside(paths);
      GitRepository.Range range = repository.range(Opts.last(line, GIT));
      Supplier<Estate> before =
          () ->
              read(
                  repository.tree(range.before(), inside, leaveOut), reader(line, format, columns));
      // A path that only the revision has is one whose accounts are gone.
      List<String> present = paths.stream().filter(path -> Files.exists(Path.of(path))).toList();
      Supplier<Estate> after =
          !range.after().workTree()
              ? () ->
                  read(
                      repository.tree(range.after(), inside, leaveOut),
                      reader(line, format, columns))
              : present.isEmpty()
                  ? () -> Estate.of(List.of(), Groups.UNKNOWN)
                  : () -> reader(line, format, columns).read(present, streams.in(), leaveOut);
      return new DiffSides(range.before().name(), range.after().name(), before, after, profile);
    } catch (GitException e) {
      if (e.usage()) {
        throw new UsageException(e.getMessage());
      }
      problems.add(new Problem(SourceLocation.of("--git"), e.getMessage(), "or give two folders"));
      Supplier<Estate> nothing = () -> Estate.of(List.of(), Groups.UNKNOWN);
      return new DiffSides(Opts.last(line, GIT), "", nothing, nothing, profile);
    }
  }

  private static EstateReader reader(CommandLine line, InputFormat format, List<String> columns) {
    return new EstateReader(format, Limits.DEFAULT).withColumns(columns).naming(Opts.verbose(line));
  }

  private static Estate read(GitTree tree, EstateReader reader) {
    List<Problem> problems = new ArrayList<>();
    return reader.read(tree.sources(problems), problems);
  }
}
