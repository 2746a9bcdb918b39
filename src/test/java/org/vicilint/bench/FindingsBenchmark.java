package org.vicilint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whole runs of vicilint on estates in which there is much to find, in several formats, against an
 * estate of the same size in which there is nothing. Makes its files, and deletes them.
 */
public final class FindingsBenchmark {
  private static final Path FOLDER = Path.of("target", "findings-benchmark");
  private static final Set<Integer> STATUSES = Set.of(0, 1);
  private static final Set<Integer> INCOMPLETE = Set.of(3); // the table has not all columns
  private static final double MEGABYTE = 1e6;
  private static final List<String> FORMATS = List.of("text", "json", "csv", "sarif", "html");

  private FindingsBenchmark() {}

  /** The sizes are the system properties size.accounts and size.runs. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int accounts = Integer.getInteger("size.accounts", 1_000_000);
    int runs = Integer.getInteger("size.runs", 3);
    Files.createDirectories(FOLDER);
    say("%-28s %10s %8s %8s %8s %7s", "", "file MB", "seconds", "CPU s", "ratio", "MiB");
    for (int size = Math.max(1, accounts / 100); size <= accounts; size *= 10) {
      measure(size, runs);
    }
    Files.delete(FOLDER);
  }

  private static void measure(int accounts, int runs) throws IOException, InterruptedException {
    Path clean = FOLDER.resolve("clean-" + accounts + ".tsv");
    Path found = FOLDER.resolve("found-" + accounts + ".tsv");
    FindingsExport.write(clean, accounts, true);
    FindingsExport.write(found, accounts, false);
    Contestant nothing = lint("nothing to find, text", "text", clean, INCOMPLETE);
    List<Contestant> all = new ArrayList<>(List.of(nothing));
    for (String format : FORMATS) {
      all.add(lint("findings, " + format, format, found, STATUSES));
    }
    Contestant.run(all, runs);
    say("%,d accounts", accounts);
    for (Contestant each : all) {
      say(
          "  %-26s %10.1f %8.2f %8.2f %8.2f %7d",
          each.name,
          Files.size(each == nothing ? clean : found) / MEGABYTE,
          each.seconds(),
          each.processorSeconds(),
          each.processorSeconds() / nothing.processorSeconds(),
          each.mebibytes());
    }
    Files.delete(clean);
    Files.delete(found);
  }

  private static Contestant lint(String name, String format, Path file, Set<Integer> statuses) {
    return new Contestant(
        name,
        List.of("./vicilint", "lint", file.toString(), "--format", format),
        Map.of("VICILINT_JAVA_OPTS", "-Xmx512m"),
        statuses);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
