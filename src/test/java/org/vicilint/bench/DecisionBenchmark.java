package org.vicilint.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Subject;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.model.Account;
import org.vicilint.model.Groups;

/** Decisions a second on one core, with and without preparing the account each time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecisionBenchmark {
  private static final int ACCOUNTS = 1_000;
  private static final int FUNCTIONS = 90;
  private static final int PAGES = 151;

  private AccessEvaluator access;
  private List<Account> accounts;
  private Subject[] subjects;

  /** Makes the accounts. */
  @Setup
  public void setUp() {
    Catalog catalog = Catalog.load();
    access = new AccessEvaluator(catalog, Builds.choose(catalog, null, null), Groups.UNKNOWN, null);
    accounts = Estates.of(ACCOUNTS, catalog).accounts();
    subjects = accounts.stream().map(access::prepare).toArray(Subject[]::new);
    if (access.functions().size() != FUNCTIONS || access.pages().pages().size() != PAGES) {
      throw new IllegalStateException("the count of functions or pages changed; change it here");
    }
  }

  /** Prepared accounts against every function. */
  @Benchmark
  @OperationsPerInvocation(ACCOUNTS * FUNCTIONS)
  public int decide() {
    int granted = 0;
    for (Subject subject : subjects) {
      granted += count(subject);
    }
    return granted;
  }

  /** Prepared accounts against every administration page. */
  @Benchmark
  @OperationsPerInvocation(ACCOUNTS * PAGES)
  public int pages() {
    int open = 0;
    for (Subject subject : subjects) {
      open += access.pages().open(subject).cardinality();
    }
    return open;
  }

  /** The functions again, preparing each account first. */
  @Benchmark
  @OperationsPerInvocation(ACCOUNTS * FUNCTIONS)
  public int prepareAndDecide() {
    int granted = 0;
    for (Account account : accounts) {
      granted += count(access.prepare(account));
    }
    return granted;
  }

  private int count(Subject subject) {
    int granted = 0;
    for (int i = 0; i < FUNCTIONS; i++) {
      if (access.decide(subject, i) == Verdict.GRANTED) {
        granted++;
      }
    }
    return granted;
  }
}
