package org.vicilint.bench;

import java.io.IOException;
import java.io.PrintWriter;
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
import org.vicilint.engine.LintResult;
import org.vicilint.render.Style;
import org.vicilint.render.findings.LintCsv;
import org.vicilint.render.findings.LintGithub;
import org.vicilint.render.findings.LintGitlab;
import org.vicilint.render.findings.LintJson;
import org.vicilint.render.findings.LintJunit;
import org.vicilint.render.findings.LintMarkdown;
import org.vicilint.render.findings.LintSarif;
import org.vicilint.render.findings.LintText;
import org.vicilint.render.review.Review;
import org.vicilint.render.review.Templates;
import org.vicilint.testkit.Runs;

/** The findings of an estate in each format; text is what to compare with. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FormatBenchmark {
  /** How many accounts. */
  @Param({"1000", "10000"})
  private int accounts;

  /** The format. */
  @Param({"text", "json", "sarif", "junit", "github", "gitlab", "markdown", "csv", "html"})
  private String format;

  private LintResult result;

  /** Makes the findings. */
  @Setup
  public void setUp() {
    result = Runs.all(Estates.of(accounts, Runs.CATALOG), Runs.profile("default"));
  }

  /** One output, to nowhere. */
  @Benchmark
  public void write() throws IOException {
    try (PrintWriter out = new PrintWriter(PrintWriter.nullWriter())) {
      switch (format) {
        case "text" -> new LintText(out, Style.PLAIN).print(result);
        case "json" -> LintJson.write(out, result);
        case "sarif" -> LintSarif.write(out, result);
        case "junit" -> LintJunit.write(out, result);
        case "github" -> LintGithub.write(out, result);
        case "gitlab" -> LintGitlab.write(out, result);
        case "markdown" -> LintMarkdown.write(out, result);
        case "csv" -> LintCsv.write(out, result);
        case "html" -> Review.write(out, result, Templates.shipped());
        default -> throw new IllegalArgumentException(format);
      }
    }
  }
}
