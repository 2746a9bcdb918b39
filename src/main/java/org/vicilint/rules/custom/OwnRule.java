package org.vicilint.rules.custom;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.vicilint.finding.Confidence;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Problem;
import org.vicilint.rules.AccountRule;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;
import org.vicilint.rules.RulePage;

/**
 * A custom rule of an organisation. It flags the accounts for which its condition holds. If the
 * condition cannot be evaluated on an account, the account is not flagged, and the first such
 * failure becomes a problem.
 */
public final class OwnRule implements AccountRule {
  private final RulePage page;
  private final Condition condition;
  private final Message message;
  private final List<Variable> evidence;
  private final Remedy remedy;
  private final Confidence confidence;
  private final Scalar when;
  private final Consumer<Problem> failures;
  private final AtomicBoolean failed = new AtomicBoolean();

  /**
   * @param evidence the variables to show; at least one
   * @param confidence the confidence of its findings; null to derive it from the account
   * @param when the location of the condition
   * @param failures receives the problem if the condition cannot be evaluated
   */
  OwnRule(
      RulePage page,
      Condition condition,
      Message message,
      List<Variable> evidence,
      Remedy remedy,
      Confidence confidence,
      Scalar when,
      Consumer<Problem> failures) {
    this.page = page;
    this.condition = condition;
    this.message = message;
    this.evidence = evidence;
    this.remedy = remedy;
    this.confidence = confidence;
    this.when = when;
    this.failures = failures;
  }

  @Override
  public String id() {
    return page.id();
  }

  /** Returns its metadata and documentation. */
  public RulePage page() {
    return page;
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Facts facts = new Facts(audited, estate);
    try {
      if (!condition.holds(facts)) {
        return List.of();
      }
    } catch (RuleFailure e) {
      if (failed.compareAndSet(false, true)) {
        failures.accept(
            when.describe(
                "%s cannot be told of %s, and perhaps of others: %s"
                    .formatted(id(), audited.account().user(), e.getMessage()),
                "let the condition exclude such accounts first, with &&"));
      }
      return List.of();
    }
    List<Evidence> shown =
        evidence.stream().map(variable -> variable.evidence(facts)).distinct().toList();
    return List.of(
        new Hit(null, inferred(audited), message.of(facts), shown, remedy.of(audited.account())));
  }

  private boolean inferred(AuditedAccount audited) {
    return confidence == null
        ? audited.inferred() && condition.mentioned().contains("kind")
        : confidence == Confidence.LIKELY;
  }
}
