package org.vicilint.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.vicilint.model.Flag;

/**
 * Takeovers of an estate of 100,000 accounts of which 200 may edit users, in 50 groups of which
 * half may view only themselves: the whole process, from its start to its end.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@Fork(1)
public class TakeoverBenchmark {
  private static final int EVERY = 500;
  private static final int GROUPS = 50;

  /** How many accounts; one in 500 may edit users. */
  @Param({"10000", "100000"})
  private int accounts;

  /** What is asked. */
  @Param({"paths USER", "paths", "cut", "reach USER", "reach --all"})
  private String command;

  private Path folder;

  /** Writes the exports. */
  @Setup
  public void setUp() throws IOException {
    folder = Files.createTempDirectory("takeover");
    write(folder, accounts);
  }

  /** Takes them away. */
  @TearDown
  public void tearDown() throws IOException {
    Files.delete(folder.resolve("vicidial_users.tsv"));
    Files.delete(folder.resolve("vicidial_user_groups.tsv"));
    Files.delete(folder);
  }

  /** One run of vicilint; it must be complete, whether there are paths or not. */
  @Benchmark
  public int run() throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("./vicilint", command.split(" ")[0]));
    if (command.endsWith("USER")) {
      line.add("u0000000");
    } else if (command.endsWith("--all")) {
      line.add("--all");
    }
    line.add(folder.toString());
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    int status = process.waitFor();
    if (status > 1) {
      throw new IllegalStateException("exit status " + status);
    }
    return status;
  }

  /** Writes the two tables. */
  static void write(Path folder, int accounts) {
    try (PrintWriter users = writer(folder.resolve("vicidial_users.tsv"));
        PrintWriter groups = writer(folder.resolve("vicidial_user_groups.tsv"))) {
      String header =
          "user\tpass\tfull_name\tuser_level\tuser_group\tactive\tphone_login\tmodify_users\t"
              + "modify_same_user_level\tvdc_agent_api_access\tapi_allowed_functions\tmodify_leads";
      List<String> off =
          Arrays.stream(Flag.values())
              .map(Flag::column)
              .filter(column -> !List.of(header.split("\t")).contains(column))
              .toList();
      users.print(header + "\t" + String.join("\t", off) + "\n");
      String zeros = "\t0".repeat(off.size());
      for (int i = 0; i < accounts; i++) {
        boolean editor = i % EVERY == 0;
        users.printf(
            "u%07d\tpass%d\tAccount %d\t%d\tGROUP%d\tY\t%s\t%d\t%d\t%d\t%s\t0%s\n",
            i,
            i,
            i,
            editor ? 8 + i / EVERY % 2 : 1,
            i % GROUPS == 0 ? i / EVERY % GROUPS : i % GROUPS,
            editor ? "NULL" : "80" + i,
            editor ? 1 : 0,
            i / EVERY % 3 == 0 ? 0 : 1,
            editor ? 1 : 0,
            i / EVERY % 4 == 0 ? " copy_user update_user " : " ALL_FUNCTIONS ",
            zeros);
      }
      groups.print("user_group\tadmin_viewable_groups\n");
      for (int i = 0; i < GROUPS; i++) {
        String view = i % 2 == 0 ? " ---ALL--- " : " GROUP%d ".formatted(i);
        groups.printf("GROUP%d\t%s\n", i, view);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PrintWriter writer(Path file) throws IOException {
    return new PrintWriter(Files.newBufferedWriter(file));
  }
}
