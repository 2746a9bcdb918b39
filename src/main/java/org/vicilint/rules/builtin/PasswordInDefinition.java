package org.vicilint.rules.builtin;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.rules.AccountRule;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** A definition, which many people and machines read, holds a password or its hash. */
final class PasswordInDefinition implements AccountRule {
  private static final String PASSWORD = "pass";
  private static final String HASH = "pass_hash";

  @Override
  public String id() {
    return "password-in-definition";
  }

  @Override
  public boolean concerns(AuditedAccount audited, RuleContext estate) {
    return audited.account().declaration().definition();
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    if (!concerns(audited, estate) || !account.secret().known()) {
      return List.of(); // a key with an empty value gives nothing away
    }
    boolean plain = !account.secret().hashed();
    List<Evidence> evidence = new ArrayList<>();
    if (plain) {
      evidence.add(new Evidence(PASSWORD, "(a password)", account.place(PASSWORD)));
    }
    if (!plain || account.places().mentions(HASH)) {
      evidence.add(new Evidence(HASH, "(a hash)", account.place(HASH)));
    }
    return List.of(
        new Hit(
            null,
            false,
            "has its password %s in a definition".formatted(plain ? "in plain text" : "as a hash"),
            evidence,
            evidence.stream()
                .map(e -> new Change(e.column(), e.value(), "(remove it, and change the password)"))
                .toList()));
  }
}
