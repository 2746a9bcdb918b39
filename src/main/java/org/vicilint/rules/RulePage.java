package org.vicilint.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vicilint.finding.Severity;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The page of a rule, {@code rules/<id>.md}: the only source of its metadata and documentation.
 *
 * @param id the rule's id, and the name of the page
 * @param title the fault that it finds, in a few words
 * @param severity the severity of a finding
 * @param variants the severities in the cases that the rule names
 * @param category the category of the fault
 * @param since the version of vicilint that introduced it
 * @param references further reading, as addresses or identifiers of catalogs like CWE
 * @param why the first paragraph of the section on why it matters
 * @param text the whole page after its front matter, as Markdown
 */
public record RulePage(
    String id,
    String title,
    Severity severity,
    Map<String, Severity> variants,
    String category,
    String since,
    List<String> references,
    String why,
    String text) {
  private static final String FENCE = "---\n";

  /**
   * The {@code site_url} of {@code mkdocs.yml}: a page's address outlives the release that names
   * it.
   */
  private static final String SITE = "https://vicilint.github.io/vicilint/";

  /**
   * Loads the page of a rule that ships with vicilint. An error in it is a bug and throws an
   * exception.
   *
   * @throws IllegalStateException if there is no such page, or it is malformed
   */
  public static RulePage load(String id) {
    try (InputStream in = RulePage.class.getResourceAsStream("/rules/" + id + ".md")) {
      if (in == null) {
        throw new IllegalStateException("rule without a page: " + id);
      }
      return parse(id, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the rule ships with vicilint, as opposed to a custom rule. */
  public boolean ships() {
    return RulePage.class.getResource("/rules/" + id + ".md") != null;
  }

  /** The address of the page on the site; empty for a rule of an organisation's own. */
  public Optional<String> url() {
    return ships() ? Optional.of(SITE + "rules/" + id + "/") : Optional.empty();
  }

  private static RulePage parse(String id, String page) {
    int end = page.indexOf("\n" + FENCE);
    if (!page.startsWith(FENCE) || end < 0) {
      throw new IllegalStateException("page without front matter: " + id);
    }
    Map<String, Object> front =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(page.substring(0, end));
    String text = page.substring(end + 1 + FENCE.length()).strip() + "\n";
    if (!id.equals(front.get("id"))) {
      throw new IllegalStateException("page with another rule's id: " + id);
    }
    @SuppressWarnings("unchecked") // YAML mappings of shipped pages have text keys and values
    Map<String, String> variants = (Map<String, String>) front.getOrDefault("variants", Map.of());
    @SuppressWarnings("unchecked") // as above
    List<String> references = (List<String>) front.getOrDefault("references", List.of());
    return new RulePage(
        id,
        (String) front.get("title"),
        severity((String) front.get("severity")),
        variants.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, v -> severity(v.getValue()))),
        (String) front.get("category"),
        (String) front.get("since"),
        List.copyOf(references),
        firstParagraph(text, "## Why it matters\n"),
        text);
  }

  /** Returns the severity of a hit. */
  public Severity severityOf(Hit hit) {
    if (hit.variant() == null) {
      return severity;
    }
    Severity varied = variants.get(hit.variant());
    if (varied == null) {
      throw new IllegalStateException(id + "'s page does not judge the case " + hit.variant());
    }
    return varied;
  }

  private static Severity severity(String word) {
    return Severity.of(word)
        .orElseThrow(() -> new IllegalStateException("not a severity: " + word));
  }

  private static String firstParagraph(String text, String heading) {
    int start = text.indexOf(heading);
    if (start < 0) {
      return "";
    }
    String section = text.substring(start + heading.length()).strip();
    int end = section.indexOf("\n\n");
    return (end < 0 ? section : section.substring(0, end)).replace('\n', ' ');
  }
}
