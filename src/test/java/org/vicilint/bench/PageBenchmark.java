package org.vicilint.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.vicilint.browser.Browser;
import org.vicilint.engine.LintResult;
import org.vicilint.render.review.Review;
import org.vicilint.render.review.Templates;
import org.vicilint.testkit.Runs;

/** The review in Chromium; an empty estate is what to compare with. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class PageBenchmark {
  private static final String TYPE =
      "const input = document.querySelector('form[data-for=' + arguments[0] + '] [type=search]');"
          + "input.value = input.value ? '' : 'u0';"
          + "input.dispatchEvent(new Event('input', {bubbles: true}));"
          + "return document.body.offsetHeight;";

  /** How many accounts. */
  @Param({"1", "1000", "10000"})
  private int accounts;

  private Path page;
  private Browser browser;

  /** Writes the page and opens it. */
  @Setup(Level.Trial)
  public void setUp() throws IOException {
    LintResult result = Runs.all(Estates.of(accounts, Runs.CATALOG), Runs.profile("default"));
    page = Files.createTempFile("review", ".html");
    try (Writer out = Files.newBufferedWriter(page)) {
      Review.write(out, result, Templates.shipped());
    }
    browser = Browser.open(1280, 1000);
    browser.open(page, "");
  }

  /** Closes it. */
  @TearDown(Level.Trial)
  public void tearDown() throws IOException {
    browser.close();
    Files.delete(page);
  }

  /** From the address to the first paint, as the browser tells; the rest is the driver's. */
  @Benchmark
  public Object load() {
    browser.open(page, "");
    return browser.run("return performance.getEntriesByType('paint')[0].startTime");
  }

  /**
   * A keystroke in the search of accounts, to the new layout; the driver's way there and back too.
   */
  @Benchmark
  public Object keystroke() {
    return browser.run(TYPE, "list-of-accounts");
  }

  /** The same in the matrix. */
  @Benchmark
  public Object keystrokeInTheMatrix() {
    return browser.run(TYPE, "matrix-rows");
  }
}
