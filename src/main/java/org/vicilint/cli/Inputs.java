package org.vicilint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.vicilint.database.DatabaseAddress;
import org.vicilint.profile.Profile;

/**
 * Inputs of a command line, accounts and all else: no output may take their place. Collected once,
 * when there is an output to a file.
 */
final class Inputs {
  /** Inputs of a run that reads nothing. */
  static final Inputs NONE = new Inputs(null, false);

  /** The options whose files are written. */
  private static final Set<String> WRITTEN = Set.of(Opts.OUTPUT, OnboardCommand.DEFINITION);

  private final CommandLine line;
  private final boolean baseline;
  private List<String> files;

  /**
   * @param line the command line; null for none
   * @param baseline whether the command reads a baseline
   */
  private Inputs(CommandLine line, boolean baseline) {
    this.line = line;
    this.baseline = baseline;
  }

  static Inputs of(CommandLine line, Command command) {
    return new Inputs(line, command.options().hasLongOption(LintRun.BASELINE));
  }

  /** The files and folders, as they are named; some may not be there. */
  synchronized List<String> files() {
    if (files == null) {
      files = line == null ? List.of() : find();
    }
    return files;
  }

  private List<String> find() {
    List<String> found = new ArrayList<>(line.getArgList());
    for (Option option : line.getOptions()) {
      boolean file = option.hasArg() && !WRITTEN.contains(option.getLongOpt());
      if (file && (option.getArgName().contains("FILE") || option.getArgName().contains("DIR"))) {
        found.addAll(option.getValuesList());
      }
    }
    if (DatabaseOptions.given(line)) {
      try {
        String address = Opts.last(line, DatabaseOptions.DATABASE);
        found.addAll(DatabaseAddress.parse(address).options().values());
      } catch (IllegalArgumentException e) {
        // Wrong usage, which is reported where the database is read.
      }
    }
    try {
      Profile profile = LintRun.profile(line, line.getArgList(), new ArrayList<>());
      found.addAll(profile.files());
      found.addAll(profile.ownRules());
      if (baseline && profile.baseline() != null) {
        found.add(profile.baseline());
      }
    } catch (UsageException e) {
      // Wrong usage, which is reported where the profile is read.
    }
    found.removeIf(name -> name.equals("-"));
    return List.copyOf(found);
  }
}
