package org.vicilint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A program that is run as a whole, and what its runs took. */
final class Contestant {
  private static final double NANOS = 1e9;
  private static final int LOOK_EVERY_MILLIS = 20;

  final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Set<Integer> statuses;
  private final List<Double> seconds = new ArrayList<>();
  private final List<Double> processor = new ArrayList<>();
  private long most;

  /**
   * @param statuses what it may exit with
   */
  Contestant(
      String name, List<String> command, Map<String, String> environment, Set<Integer> statuses) {
    this.name = name;
    this.command = command;
    this.environment = environment;
    this.statuses = statuses;
  }

  /** Runs each of them so often, in turn, so that a noisy minute hits all. */
  static void run(List<Contestant> all, int times) throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      for (Contestant each : all) {
        each.run();
      }
    }
  }

  private void run() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    Duration used = Duration.ZERO;
    do {
      most = Math.max(most, resident(process.pid()));
      used = process.info().totalCpuDuration().orElse(used);
    } while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
    seconds.add((System.nanoTime() - start) / NANOS);
    processor.add(used.toNanos() / NANOS);
    if (!statuses.contains(process.exitValue())) {
      throw new IllegalStateException(name + " ended with " + process.exitValue() + ": " + command);
    }
  }

  /** The median of its runs. */
  double seconds() {
    return median(seconds);
  }

  /**
   * What its processors were busy for, as it was last seen to be; the median. More than the seconds
   * where several worked at once; a busy machine changes it far less.
   */
  double processorSeconds() {
    return median(processor);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  /** The most memory that it was seen to have, in MiB; 0 where the system does not tell. */
  long mebibytes() {
    return most >> 10;
  }

  private static long resident(long pid) throws IOException {
    Path status = Path.of("/proc/" + pid + "/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0; // it has just ended
    }
  }
}
