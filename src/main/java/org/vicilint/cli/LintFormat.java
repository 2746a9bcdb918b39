package org.vicilint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vicilint.engine.LintResult;
import org.vicilint.render.findings.LintCsv;
import org.vicilint.render.findings.LintGithub;
import org.vicilint.render.findings.LintGitlab;
import org.vicilint.render.findings.LintJson;
import org.vicilint.render.findings.LintJunit;
import org.vicilint.render.findings.LintMarkdown;
import org.vicilint.render.findings.LintSarif;
import org.vicilint.render.findings.LintText;
import org.vicilint.render.review.Review;
import org.vicilint.source.SourceLines;

/** The formats of lint's findings, each with the file names that stand for it. */
enum LintFormat {
  TEXT(List.of("txt"), (out, result, looks) -> new LintText(out, looks.style()).print(result)),
  JSON(List.of("json"), (out, result, looks) -> LintJson.write(out, result)),
  HTML(
      List.of("html", "htm"), (out, result, looks) -> Review.write(out, result, looks.templates())),
  SARIF(List.of("sarif"), (out, result, looks) -> LintSarif.write(out, result, SourceLines::of)),
  JUNIT(List.of("xml"), (out, result, looks) -> LintJunit.write(out, result)),
  GITHUB(List.of(), (out, result, looks) -> LintGithub.write(out, result)),
  GITLAB(List.of(), (out, result, looks) -> LintGitlab.write(out, result)),
  MARKDOWN(List.of("md"), (out, result, looks) -> LintMarkdown.write(out, result)),
  CSV(List.of("csv"), (out, result, looks) -> LintCsv.write(out, result));

  private interface Output {
    void write(PrintWriter out, LintResult result, RenderOptions looks) throws IOException;
  }

  private final List<String> endings;
  private final Output output;

  LintFormat(List<String> endings, Output output) {
    this.endings = endings;
    this.output = output;
  }

  /** Writes a result in this format. */
  void write(PrintWriter out, LintResult result, RenderOptions looks) throws IOException {
    output.write(out, result, looks);
  }

  /** The word in options. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The words of all formats. */
  static List<String> words() {
    return Arrays.stream(values()).map(LintFormat::word).toList();
  }

  /** The format of this word. */
  static Optional<LintFormat> of(String word) {
    return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
  }

  /** The format that the name of a file stands for. */
  static Optional<LintFormat> ofFile(String file) {
    String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(f -> f.endings.contains(ending)).findFirst();
  }
}
