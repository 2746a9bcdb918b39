package org.vicilint.lint;

import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Needs;
import org.vicilint.access.Subjects;
import org.vicilint.model.Account;
import org.vicilint.profile.KindBasis;
import org.vicilint.profile.Kinds;
import org.vicilint.profile.Profile;
import org.vicilint.rules.AuditedAccount;

/** Prepares accounts for rules. An instance serves one run and is thread-safe. */
final class AccountPreparer {
  private final Kinds kinds;
  private final Needs needs;
  private final Subjects subjects;

  AccountPreparer(Profile profile, AccessEvaluator access) {
    this.kinds = new Kinds(profile);
    this.needs = new Needs(access);
    this.subjects = new Subjects(access);
  }

  /** Returns the kind of the account, with the basis for it. */
  KindBasis judged(Account account) {
    return kinds.of(account);
  }

  /** Returns the account as rules see it. */
  AuditedAccount of(Account account) {
    KindBasis judged = judged(account);
    return new AuditedAccount(
        account, judged.kind(), judged.inferredFrom(), needs.of(account), subjects.of(account));
  }
}
