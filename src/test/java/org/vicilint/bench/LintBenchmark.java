package org.vicilint.bench;

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
import org.openjdk.jmh.annotations.Warmup;
import org.vicilint.finding.Findings;
import org.vicilint.model.Estate;
import org.vicilint.profile.Profile;
import org.vicilint.testkit.Runs;

/** All rules over a generated estate that is in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LintBenchmark {
  /** Accounts of the estate; the growth must be linear. */
  @Param({"10000", "100000"})
  private int accounts;

  private Estate estate;
  private Profile profile;

  /** Makes the estate. */
  @Setup
  public void setUp() {
    estate = Estates.of(accounts, Runs.CATALOG);
    profile = Runs.profile("default");
  }

  /** One run of every rule. */
  @Benchmark
  public Findings lint() {
    return Runs.all(estate, profile).findings();
  }
}
