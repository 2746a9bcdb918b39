package org.vicilint.rules.builtin;

import java.util.List;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Change;
import org.vicilint.model.Secret;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** The password is the first that anybody tries: VICIdial's own, or the user name. */
final class DefaultPassword implements ClassWideRule {
  private static final String COLUMN = "pass";

  @Override
  public String id() {
    return "default-password";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Secret secret = audited.account().secret();
    if (!audited.logsIn(estate) || !(secret.installed() || secret.equalsUser())) {
      return List.of();
    }
    String which = secret.installed() ? "one that VICIdial installs" : "the user name";
    return List.of(
        new Hit(
            null,
            secret.hashed(),
            "has a password that anybody would try first: "
                + which
                + (secret.hashed() ? "; it stands in pass, and the server compares pass_hash" : "")
                + Phrases.inactive(audited, estate),
            List.of(new Evidence(COLUMN, "(" + which + ")", audited.account().place(COLUMN))),
            List.of(new Change(COLUMN, "(" + which + ")", "(a password of its own)"))));
  }
}
