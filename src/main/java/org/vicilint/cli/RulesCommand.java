package org.vicilint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.vicilint.catalog.Catalog;
import org.vicilint.engine.RuleBook;
import org.vicilint.finding.Severity;
import org.vicilint.model.Problem;
import org.vicilint.profile.Profile;
import org.vicilint.profile.read.ProfileReader;
import org.vicilint.render.Problems;
import org.vicilint.render.Style;
import org.vicilint.render.catalog.RulesJson;
import org.vicilint.render.catalog.RulesText;
import org.vicilint.rules.Rule;
import org.vicilint.rules.RulePage;
import org.vicilint.rules.builtin.Checks;
import org.vicilint.rules.custom.OwnRule;
import org.vicilint.rules.custom.OwnRules;
import org.vicilint.text.Printable;

/** {@code vicilint rules}: lists the rules, runs the examples of one's own, or begins a new one. */
final class RulesCommand implements Command {
  private static final String CATEGORY = "category";
  private static final String SEVERITY = "severity";
  private static final String EXAMPLES = "## Flagged";
  private static final String PROFILE = "vicilint.yaml";

  /** Examples have their day, so that those with dates stay true. */
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public String arguments() {
    return "[test DIR... | new ID]";
  }

  @Override
  public String summary() {
    return "lists the rules, tests those of your own, or begins a built-in one";
  }

  @Override
  public Options options() {
    return Opts.common()
        .addOption(LintRun.profile())
        .addOption(Opts.value(CATEGORY, "NAME", "only this category, for instance grants"))
        .addOption(Opts.value(SEVERITY, "LEVEL", "only rules with findings of this level"))
        .addOption(Opts.format("text or json; default: text"))
        .addOption(Opts.output());
  }

  @Override
  public String more() {
    return """
        test runs the examples on the pages of the rules in a folder, as of 2026-01-01.

        new begins a rule that is to ship with vicilint. In the top folder of a checkout, it writes
        the page, the class and an estate of the corpus, and adds the rule to the lists. It writes
        over no file.

          vicilint rules --severity high
          vicilint rules test org-rules
          vicilint rules new no-phone-number

        Exit status: 0 done, 1 an example is not as its page says, 2 wrong usage, 3 incomplete.
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    String format = Opts.choice(line, Opts.FORMAT, List.of("text", "json"), "text");
    Style style = Opts.style(line, streams);
    List<String> arguments = line.getArgList();
    if (arguments.size() == 2 && arguments.get(0).equals("new")) {
      new NewRule(Path.of("")).write(arguments.get(1), streams);
      return ExitStatus.OK;
    }
    if (!arguments.isEmpty()) {
      if (!arguments.get(0).equals("test") || arguments.size() < 2) {
        throw new UsageException("rules takes nothing, or: test DIR, or: new ID");
      }
      return test(arguments.subList(1, arguments.size()), style, streams);
    }
    List<Problem> problems = new ArrayList<>();
    Profile profile = LintRun.profile(line, List.of(), problems);
    List<RulePage> pages = filtered(line, RuleBook.of(profile, Catalog::load, problems).pages());
    Problems.print(streams.err(), style, problems);
    Output.write(
        Opts.last(line, Opts.OUTPUT),
        List.of(),
        streams,
        out -> {
          if (format.equals("json")) {
            RulesJson.write(out, pages);
          } else {
            new RulesText(out, style).list(pages);
          }
        });
    return problems.isEmpty() ? ExitStatus.OK : ExitStatus.INCOMPLETE;
  }

  private static int test(List<String> folders, Style style, Streams streams)
      throws UsageException {
    for (String folder : folders) {
      if (!Files.isDirectory(Path.of(folder))) {
        throw new UsageException("there is no folder " + folder);
      }
      refuseProfile(folder);
    }
    List<Problem> problems = new ArrayList<>();
    Catalog catalog = Catalog.load();
    Set<String> builtIn = Checks.all().stream().map(Rule::id).collect(Collectors.toSet());
    List<OwnRule> rules = OwnRules.load(folders, builtIn, catalog, problems);
    // The profile that ships: one with severities of its own would show in the outputs.
    PageExamples examples =
        new PageExamples(catalog, new ProfileReader(problems).read("default"), DAY);
    List<PageExamples.Outcome> outcomes = new ArrayList<>();
    for (OwnRule rule : rules) {
      outcomes.addAll(test(rule, examples, problems, style, streams.out()));
    }
    Problems.print(streams.err(), style, problems);
    long failed = outcomes.stream().filter(outcome -> !outcome.good()).count();
    streams
        .out()
        .println(
            "%d rules, %d examples, %d not as shown"
                .formatted(rules.size(), outcomes.size(), failed));
    if (outcomes.isEmpty() || !problems.isEmpty()) {
      return ExitStatus.INCOMPLETE; // nothing was tested, or not all could be
    }
    return failed == 0 ? ExitStatus.OK : ExitStatus.FINDINGS;
  }

  /** Refuses a profile in place of a folder: the rules are in a folder that it names. */
  private static void refuseProfile(String folder) throws UsageException {
    Path file = Path.of(folder, PROFILE);
    if (!Files.exists(file)) {
      return;
    }
    List<String> rules = new ProfileReader(new ArrayList<>()).readFound(file.toString()).ownRules();
    String hint =
        rules.isEmpty()
            ? "; name a folder of rules"
            : "; its rules are elsewhere: vicilint rules test " + String.join(" ", rules);
    throw new UsageException(folder + " is the folder of a profile, and holds no rules" + hint);
  }

  private static List<PageExamples.Outcome> test(
      OwnRule rule, PageExamples examples, List<Problem> problems, Style style, PrintWriter out) {
    if (!rule.page().text().contains(EXAMPLES)) {
      out.println(style.dim("none  ") + rule.id() + " has no examples");
      return List.of();
    }
    List<PageExamples.Outcome> outcomes = examples.run(rule, rule.page(), problems);
    for (PageExamples.Outcome outcome : outcomes) {
      out.println(
          (outcome.good() ? style.green("ok    ") : style.red("NO    "))
              + outcome.rule()
              + ", "
              + outcome.example());
      outcome.message().lines().forEach(line -> out.println("        " + Printable.of(line)));
    }
    return outcomes;
  }

  private static List<RulePage> filtered(CommandLine line, List<RulePage> all)
      throws UsageException {
    List<RulePage> pages = all;
    if (line.hasOption(CATEGORY)) {
      List<String> known = pages.stream().map(RulePage::category).distinct().sorted().toList();
      String category = Opts.choice(line, CATEGORY, known, null);
      pages = pages.stream().filter(page -> page.category().equals(category)).toList();
    }
    if (line.hasOption(SEVERITY)) {
      List<String> known = List.of("critical", "high", "medium", "low", "info");
      Severity wanted = Severity.of(Opts.choice(line, SEVERITY, known, null)).orElseThrow();
      pages =
          pages.stream()
              .filter(p -> p.severity() == wanted || p.variants().containsValue(wanted))
              .toList();
    }
    return pages;
  }
}
