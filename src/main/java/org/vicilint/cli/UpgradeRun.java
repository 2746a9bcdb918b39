package org.vicilint.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.MissingColumns;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.diff.GateHistory;
import org.vicilint.diff.LoginChange;
import org.vicilint.diff.RequirementChange;
import org.vicilint.diff.Upgrade;
import org.vicilint.diff.UpgradedAccount;
import org.vicilint.engine.UpgradeResult;
import org.vicilint.input.table.Secrets;
import org.vicilint.log.LogReading;
import org.vicilint.model.Build;
import org.vicilint.model.Estate;
import org.vicilint.model.Problem;
import org.vicilint.profile.Profile;
import org.vicilint.render.Problems;

/** Run of the command upgrade, from the command line to the result. */
final class UpgradeRun {
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String AGENT_FROM = "agent-from";
  private static final String AGENT_TO = "agent-to";

  private UpgradeRun() {}

  static Options options() {
    return Opts.sources(Opts.common())
        .addOption(
            Opts.value(
                FROM, "BUILD", "the Non-Agent API's build today, as function=version prints it"))
        .addOption(Opts.value(TO, "BUILD", "its build after the update; default: the newest known"))
        .addOption(
            Opts.value(
                AGENT_FROM,
                "BUILD",
                "the Agent API's build today; default: the newest one of that day or before"))
        .addOption(Opts.value(AGENT_TO, "BUILD", "its build after the update; likewise"))
        .addOption(Opts.at())
        .addOption(LintRun.profile());
  }

  static UpgradeResult of(CommandLine line, Streams streams) throws UsageException {
    List<String> paths = line.getArgList();
    if (!line.hasOption(FROM)) {
      throw new UsageException("upgrade needs --from BUILD, what function=version prints today");
    }
    List<Problem> problems = new ArrayList<>();
    CompletableFuture<Catalog> loading = CompletableFuture.supplyAsync(Catalog::load);
    boolean none = paths.isEmpty() && !DatabaseOptions.given(line);
    Profile profile = none ? null : LintRun.profile(line, paths, problems);
    Estate read =
        none
            ? null
            : Opts.reader(line, streams, new Secrets(), LogReading.PLAIN)
                .read(paths, streams.in(), LintRun.leaveOut(line, profile, Opts.outputs(line)));
    Catalog catalog = loading.join();
    Builds from = builds(catalog, line, FROM, AGENT_FROM);
    Builds to = builds(catalog, line, TO, AGENT_TO);
    inOrder(from, to);
    List<RequirementChange> demands = RequirementChange.between(catalog, from, to);
    List<LoginChange> logins = LoginChange.between(catalog, from, to);
    List<String> unknown = unknown(catalog, from, to);
    TreeSet<String> notes = new TreeSet<>(from.warnings());
    notes.addAll(to.warnings());
    if (read == null) {
      return new UpgradeResult(
          from,
          to,
          -1,
          null,
          null,
          List.of(),
          List.of(),
          logins,
          demands,
          newer(catalog, to),
          unknown,
          problems,
          List.copyOf(notes),
          Main.version());
    }
    Session today = Session.of(read, catalog, from, Session.at(line));
    AccessEvaluator then =
        new AccessEvaluator(catalog, to, read.groups(), read.settings(), Session.at(line));
    notes.addAll(today.notes());
    notes.addAll(Session.zones(line));
    problems.addAll(today.estate().problems());
    MissingColumns lacking = new MissingColumns(then).beyond(new MissingColumns(today.access()));
    problems.addAll(lacking.in(today.estate()));
    Problems.print(streams.err(), Opts.style(line, streams), problems);
    Upgrade upgrade = new Upgrade(today.estate(), today.access(), then, profile);
    List<UpgradedAccount> accounts = upgrade.accounts();
    return new UpgradeResult(
        from,
        to,
        read.accounts().size(),
        upgrade,
        new GateHistory(today.access(), then, read.groups()),
        accounts,
        upgrade.defaults(accounts),
        logins,
        demands,
        newer(catalog, to),
        unknown,
        problems,
        List.copyOf(notes),
        Main.version());
  }

  private static Builds builds(Catalog catalog, CommandLine line, String main, String agent)
      throws UsageException {
    try {
      return Builds.choose(catalog, Opts.last(line, main), Opts.last(line, agent));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + main + ": " + e.getMessage());
    }
  }

  private static boolean newer(Catalog catalog, Builds builds) {
    return Arrays.stream(Api.values())
        .anyMatch(api -> builds.of(api).compareTo(catalog.api(api).newest()) > 0);
  }

  /**
   * Returns the notes on two builds newer than all known ones: the catalog knows no difference
   * between them.
   */
  private static List<String> unknown(Catalog catalog, Builds from, Builds to) {
    List<String> unknown = new ArrayList<>();
    for (Api api : Api.values()) {
      Build newest = catalog.api(api).newest();
      if (from.of(api).compareTo(newest) > 0 && to.of(api).compareTo(from.of(api)) > 0) {
        unknown.add(
            "both builds of the %s, %s and %s, are newer than the newest one known, %s: what changes between them is not known"
                .formatted(api.title(), from.of(api), to.of(api), newest));
      }
    }
    return unknown;
  }

  private static void inOrder(Builds from, Builds to) throws UsageException {
    for (Api api : Api.values()) {
      if (to.of(api).compareTo(from.of(api)) < 0) {
        throw new UsageException(
            "the update goes back, from %s to %s of the %s; swap the two"
                .formatted(from.of(api), to.of(api), api.title()));
      }
    }
  }
}
