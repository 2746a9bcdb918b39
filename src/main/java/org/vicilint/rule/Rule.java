package org.vicilint.rule;

import java.util.List;

/** A rule: it looks at one account, in the light of the whole estate. Rules keep no state. */
public interface Rule {

  /** Its id: the bad thing, so that it reads after "waive". Its page is {@code rules/<id>.md}. */
  String id();

  /** What is wrong with the account; empty when nothing is. */
  List<Hit> check(AuditedAccount account, EstateView estate);
}
