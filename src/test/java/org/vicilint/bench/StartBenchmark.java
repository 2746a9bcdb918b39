package org.vicilint.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a small run takes from its start to its end, against a Java that only says its version. */
public final class StartBenchmark {
  private static final int RUNS = 21;
  private static final String[] LINT = {"lint", "examples/callcenter"};

  private StartBenchmark() {}

  /** Takes nothing. */
  public static void main(String[] args) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<Contestant> all =
        List.of(
            contestant("java -version", java, "-version"),
            contestant("with the archive", "./vicilint", LINT),
            contestant("without it", java, plain(true)),
            contestant("without any option", java, plain(false)));
    Contestant.run(all.subList(1, 2), 1); // makes the archive
    Contestant.run(all, RUNS);
    for (Contestant each : all) {
      System.out.println(
          String.format(
              Locale.ROOT,
              "%-20s %6.3f s %6.1f x",
              each.name,
              each.seconds(),
              each.seconds() / all.get(0).seconds()));
    }
  }

  private static String[] plain(boolean options) {
    List<String> words = new ArrayList<>();
    if (options) {
      words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    }
    words.addAll(List.of("-jar", "target/vicilint.jar"));
    words.addAll(List.of(LINT));
    return words.toArray(String[]::new);
  }

  private static Contestant contestant(String name, String program, String... words) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(words));
    return new Contestant(name, command, Map.of(), Set.of(0, 1));
  }
}
