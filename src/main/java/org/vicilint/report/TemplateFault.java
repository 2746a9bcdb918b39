package org.vicilint.report;

/** A template that cannot be written: mostly a user's own, with a mistake in it. */
public final class TemplateFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TemplateFault(String template, int line, int column, String reason, Exception cause) {
    super(
        "template %s:%d:%d: %s"
            .formatted(template, line, column, reason.lines().findFirst().orElse("at fault")),
        cause);
  }
}
