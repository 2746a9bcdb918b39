package org.vicilint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vicilint.report.LintCsv;
import org.vicilint.report.LintGithub;
import org.vicilint.report.LintGitlab;
import org.vicilint.report.LintHtml;
import org.vicilint.report.LintJson;
import org.vicilint.report.LintJunit;
import org.vicilint.report.LintMarkdown;
import org.vicilint.report.LintResult;
import org.vicilint.report.LintSarif;
import org.vicilint.report.LintText;
import org.vicilint.report.Style;

/** The formats of lint's findings, each with the file names that stand for it. */
enum LintFormat {
  TEXT(List.of("txt"), (out, result, style) -> new LintText(out, style).print(result)),
  JSON(List.of("json"), (out, result, style) -> LintJson.write(out, result)),
  HTML(List.of("html", "htm"), (out, result, style) -> LintHtml.write(out, result)),
  SARIF(List.of("sarif"), (out, result, style) -> LintSarif.write(out, result)),
  JUNIT(List.of("xml"), (out, result, style) -> LintJunit.write(out, result)),
  GITHUB(List.of(), (out, result, style) -> LintGithub.write(out, result)),
  GITLAB(List.of(), (out, result, style) -> LintGitlab.write(out, result)),
  MARKDOWN(List.of("md"), (out, result, style) -> LintMarkdown.write(out, result)),
  CSV(List.of("csv"), (out, result, style) -> LintCsv.write(out, result));

  private interface Output {
    void write(PrintWriter out, LintResult result, Style style) throws IOException;
  }

  private final List<String> endings;
  private final Output output;

  LintFormat(List<String> endings, Output output) {
    this.endings = endings;
    this.output = output;
  }

  /** Writes a result in this format. */
  void write(PrintWriter out, LintResult result, Style style) throws IOException {
    output.write(out, result, style);
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
