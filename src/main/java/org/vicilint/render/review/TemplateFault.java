package org.vicilint.render.review;

/** A template that cannot be written: mostly a user's own, with a mistake in it. */
public final class TemplateFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TemplateFault(String template, int line, int column, String reason, Exception cause) {
    super(
        "template %s%s: %s"
            .formatted(template, line == 0 ? "" : ":" + line + ":" + column, told(reason)),
        cause);
  }

  /** The first line, and the one that says what it is about. */
  private static String told(String reason) {
    return reason
        .lines()
        .filter(line -> line.startsWith("==>"))
        .findFirst()
        .map(what -> reason.lines().findFirst().orElse("") + " " + what.substring(3).strip())
        .orElse(reason.lines().findFirst().orElse("at fault"));
  }
}
