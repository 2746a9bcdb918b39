package org.vicilint.report;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Effect;
import org.vicilint.catalog.Function;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.finding.Status;
import org.vicilint.rule.AuditedAccount;

/** Findings and matrix as one HTML page that needs nothing from elsewhere. */
public final class LintHtml {
  /** More rows than this make a page that no browser likes. */
  private static final int MATRIX_ROWS = 500;

  private LintHtml() {}

  /** One row of the matrix on the page. */
  public record Row(String user, int level, String kind, int callable, List<Cell> cells) {}

  /** One decision on the page. */
  public record Cell(String sign, String style, String title) {}

  /** Findings of one severity. */
  public record Section(String severity, List<Finding> findings) {}

  /** Writes the page. */
  public static void write(Writer out, LintResult result) throws IOException {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("result", result);
    model.put("version", result.occasion().version());
    model.put("builds", result.access().builds());
    model.put("counts", counts(result));
    model.put("open", result.count(Status.OPEN));
    model.put("waived", result.count(Status.WAIVED));
    model.put("baselined", result.count(Status.BASELINED));
    model.put("sections", sections(result));
    model.put("functions", result.access().functions());
    List<AuditedAccount> shown = shown(result);
    model.put("rows", shown.stream().limit(MATRIX_ROWS).map(a -> row(a, result)).toList());
    model.put("powerless", result.accounts().size() - shown.size());
    model.put("beyond", Math.max(0, shown.size() - MATRIX_ROWS));
    try {
      configuration().getTemplate("lint.ftlh").process(model, new SafeWriter(out));
    } catch (TemplateException e) {
      throw new IOException("the report template failed", e);
    }
    out.flush();
  }

  private static Map<String, Long> counts(LintResult result) {
    Map<String, Long> counts = new LinkedHashMap<>();
    result.counts().forEach((severity, count) -> counts.put(severity.word(), count));
    return counts;
  }

  private static List<Section> sections(LintResult result) {
    List<Section> sections = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      List<Finding> findings =
          result.findings().stream().filter(f -> f.severity() == severity).toList();
      if (!findings.isEmpty()) {
        sections.add(new Section(severity.word(), findings));
      }
    }
    return sections;
  }

  /** The accounts that can call something, or that something was found on. */
  private static List<AuditedAccount> shown(LintResult result) {
    Set<String> found = new HashSet<>();
    result.findings().forEach(finding -> found.add(finding.user()));
    return result.accounts().stream()
        .filter(
            a -> found.contains(a.account().user()) || result.access().callable(a.subject()) > 0)
        .toList();
  }

  private static Row row(AuditedAccount audited, LintResult result) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < result.access().functions().size(); i++) {
      Function function = result.access().functions().get(i);
      Verdict verdict = result.access().decide(audited.subject(), i);
      String title = audited.account().user() + " " + function.name() + ": " + verdict.name();
      cells.add(
          verdict == Verdict.GRANTED
              ? new Cell(sign(function.effect()), function.effect().word(), title)
              : new Cell(sign(verdict), "no", title));
    }
    return new Row(
        audited.account().user(),
        audited.account().userLevel(),
        LintText.kind(audited),
        result.access().callable(audited.subject()),
        cells);
  }

  /** A shape for each effect, so that nothing rests on colour. */
  private static String sign(Effect effect) {
    return switch (effect) {
      case READ -> "●";
      case WRITE -> "◆";
      case CONTROL -> "▲";
      case DELETE -> "■";
    };
  }

  private static String sign(Verdict verdict) {
    return switch (verdict) {
      case LOGIN -> "L";
      case NO_GROUP -> "G";
      case NOT_ALLOWED_FUNCTION -> "F";
      default -> "P";
    };
  }

  private static Configuration configuration() {
    Version version = Configuration.VERSION_2_3_35;
    Configuration configuration = new Configuration(version);
    configuration.setTemplateLoader(
        new ClassTemplateLoader(LintHtml.class.getClassLoader(), "reports"));
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setLocale(Locale.ROOT);
    configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
    configuration.setNumberFormat("computer");
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    return configuration;
  }
}
