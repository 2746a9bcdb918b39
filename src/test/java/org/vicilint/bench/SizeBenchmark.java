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
 * Whole runs of vicilint on large exports, against a bare parse of the same file by FastCSV and one
 * filter over it by DuckDB; and a large log. Makes its files, and deletes them.
 */
public final class SizeBenchmark {
  private static final Path FOLDER = Path.of("target", "size-benchmark");
  private static final double MEGABYTE = 1e6;
  private static final Set<Integer> FINE = Set.of(0);
  private static final Set<Integer> FINDINGS = Set.of(0, 1);

  private SizeBenchmark() {}

  /** The sizes are the system properties size.accounts, size.rows and size.runs. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int accounts = Integer.getInteger("size.accounts", 1_000_000);
    int rows = Integer.getInteger("size.rows", 20_000_000);
    int runs = Integer.getInteger("size.runs", 3);
    Files.createDirectories(FOLDER);
    say(
        "%-28s %10s %8s %8s %8s %8s %7s",
        "", "file MB", "seconds", "CPU s", "MB/s", "ratio", "MiB");
    for (int size = Math.max(1, accounts / 100); size <= accounts; size *= 10) {
      users(size, runs);
    }
    if (rows > 0) {
      log(rows, runs);
    }
    Files.delete(FOLDER);
  }

  private static void users(int accounts, int runs) throws IOException, InterruptedException {
    Path file = FOLDER.resolve("vicidial_users-" + accounts + ".tsv");
    UsersExport.write(file, accounts);
    Contestant parse = java("FastCSV, bare parse", BareParse.class, file);
    Contestant filter = java("DuckDB, one filter", DuckFilter.class, file);
    Contestant lint = vicilint("vicilint lint, all rules", "512m", FINDINGS, "lint", file);
    List<Contestant> all = List.of(lint, parse, filter);
    Contestant.run(all, runs);
    say("%,d accounts", accounts);
    for (Contestant each : all) {
      line(each, Files.size(file), lint);
    }
    Files.delete(file);
  }

  private static void log(int rows, int runs) throws IOException, InterruptedException {
    Path file = FOLDER.resolve("vicidial_api_log-" + rows + ".tsv");
    LogExport.write(file, rows);
    Path users = FOLDER.resolve("vicidial_users.tsv");
    UsersExport.write(users, 1000);
    Contestant usage = vicilint("vicilint usage", "256m", FINE, "usage", users, file);
    Contestant.run(List.of(usage), runs);
    say("%,d calls", rows);
    line(usage, Files.size(file), usage);
    Files.delete(file);
    Files.delete(users);
  }

  private static void line(Contestant each, long bytes, Contestant base) {
    double megabytes = bytes / MEGABYTE;
    say(
        "  %-26s %10.1f %8.2f %8.2f %8.0f %8.2f %7d",
        each.name,
        megabytes,
        each.seconds(),
        each.processorSeconds(),
        megabytes / each.seconds(),
        each.seconds() / base.seconds(),
        each.mebibytes());
  }

  private static Contestant vicilint(
      String name, String heap, Set<Integer> statuses, String command, Path... files) {
    List<String> words = new ArrayList<>(List.of("./vicilint", command));
    for (Path file : files) {
      words.add(file.toString());
    }
    return new Contestant(name, words, Map.of("VICILINT_JAVA_OPTS", "-Xmx" + heap), statuses);
  }

  private static Contestant java(String name, Class<?> main, Path file) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(main.getName(), file.toString()));
    return new Contestant(name, command, Map.of(), FINE);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
