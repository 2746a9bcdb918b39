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
  TEXT(List.of("txt")) {
    @Override
    void write(PrintWriter out, LintResult result, Style style) {
      new LintText(out, style).print(result);
    }
  },
  JSON(List.of("json")) {
    @Override
    void write(PrintWriter out, LintResult result, Style style) throws IOException {
      LintJson.write(out, result);
    }
  },
  HTML(List.of("html", "htm")) {
    @Override
    void write(PrintWriter out, LintResult result, Style style) throws IOException {
      LintHtml.write(out, result);
    }
  },
  SARIF(List.of("sarif")) {
    @Override
    void write(PrintWriter out, LintResult result, Style style) throws IOException {
      LintSarif.write(out, result);
    }
  },
  JUNIT(List.of("xml")) {
    @Override
    void write(PrintWriter out, LintResult result, Style style) throws IOException {
      LintJunit.write(out, result);
    }
  },
  GITHUB(List.of()) {
    @Override
    void write(PrintWriter out, LintResult result, Style style) throws IOException {
      LintGithub.write(out, result);
    }
  },
  GITLAB(List.of()) {
    @Override
    void write(PrintWriter out, LintResult result, Style style) throws IOException {
      LintGitlab.write(out, result);
    }
  },
  MARKDOWN(List.of("md")) {
    @Override
    void write(PrintWriter out, LintResult result, Style style) throws IOException {
      LintMarkdown.write(out, result);
    }
  },
  CSV(List.of("csv")) {
    @Override
    void write(PrintWriter out, LintResult result, Style style) throws IOException {
      LintCsv.write(out, result);
    }
  };

  private final List<String> endings;

  LintFormat(List<String> endings) {
    this.endings = endings;
  }

  /** Writes a result in this format. */
  abstract void write(PrintWriter out, LintResult result, Style style) throws IOException;

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
