package org.vicilint.render.review;

import org.vicilint.definition.DefinitionYaml;
import org.vicilint.definition.SqlUpdate;
import org.vicilint.finding.Confidence;
import org.vicilint.finding.Evidence;
import org.vicilint.finding.Finding;
import org.vicilint.model.Change;
import org.vicilint.render.review.Templates.Block;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.RulePage;

/**
 * A finding on the page of the review.
 *
 * @param id its address on the page: its fingerprint, with a number after it if several findings
 *     share the fingerprint
 * @param finding the finding
 * @param kind what stands behind its account; empty for a finding on a waiver
 * @param page the page of its rule
 * @param account the address of its account's card on the page; null when it has none there
 * @param yaml its change in a definition, as a diff; null when nothing of it can be written down
 * @param sql its change in the database; null as above
 */
public record ReviewFinding(
    String id, Finding finding, String kind, RulePage page, String account, Block yaml, Block sql) {

  private static final int FIXED = 900;
  private static final int ROW = 110;

  /**
   * @param audited the account that it is about; null for a finding on a waiver
   */
  static ReviewFinding of(
      String id, Finding finding, AuditedAccount audited, RulePage page, String account) {
    boolean writable = audited != null && finding.changes().stream().anyMatch(Change::exact);
    return new ReviewFinding(
        id,
        finding,
        audited == null ? "" : audited.kind().word(),
        page,
        account,
        writable ? block(DefinitionYaml.diff(audited.account(), finding.changes())) : null,
        writable ? block(SqlUpdate.of(finding.user(), finding.changes())) : null);
  }

  /** Whether the finding rests on something inferred. */
  public boolean likely() {
    return finding.confidence() == Confidence.LIKELY;
  }

  private static Block block(String text) {
    return new Block(text.stripTrailing());
  }

  /** About how many bytes it takes on the page. */
  int size() {
    int size = FIXED + finding.message().length() + finding.because().length();
    for (Evidence each : finding.evidence()) {
      size += ROW + each.value().length() + each.place().source().length();
    }
    for (Change each : finding.changes()) {
      size += ROW + each.from().length() + each.to().length();
    }
    return size + (sql == null ? 0 : sql.text().length() + yaml.text().length());
  }
}
