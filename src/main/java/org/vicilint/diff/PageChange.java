package org.vicilint.diff;

import java.util.Comparator;
import org.vicilint.catalog.Page;
import org.vicilint.catalog.PageEffect;
import org.vicilint.finding.Severity;

/**
 * An administration page that is open to an account on one side only.
 *
 * @param gained whether it is open on the second side
 * @param page the page
 * @param effect the most that the account can do with it on the side where it is open
 */
public record PageChange(boolean gained, Page page, PageEffect effect) {
  /** Gains first; then the worst, by severity and effect; then by name. */
  static final Comparator<PageChange> ORDER =
      Comparator.comparing((PageChange change) -> !change.gained)
          .thenComparing(PageChange::severity)
          .thenComparing(PageChange::effect, Comparator.reverseOrder())
          .thenComparing(change -> change.page.name());

  /** Returns the severity of gaining the page. */
  public Severity severity() {
    return GainScale.of(effect);
  }
}
