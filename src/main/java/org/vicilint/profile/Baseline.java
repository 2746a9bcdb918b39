package org.vicilint.profile;

import java.util.List;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;

/**
 * The findings of an earlier run, which are known and do not fail a run any more.
 *
 * @param entries by fingerprint
 */
public record Baseline(List<Entry> entries) {
  /** Nothing is known. */
  public static final Baseline NONE = new Baseline(List.of());

  /**
   * A finding that is known.
   *
   * @param severity how bad it was; null when that is not known
   */
  public record Entry(String fingerprint, String rule, String user, Severity severity) {

    /** Whether this is the finding, and it has not become worse. */
    public boolean covers(Finding finding) {
      return fingerprint.equals(finding.fingerprint())
          && (severity == null || severity.atLeast(finding.severity()));
    }
  }

  public Baseline {
    entries = List.copyOf(entries);
  }
}
