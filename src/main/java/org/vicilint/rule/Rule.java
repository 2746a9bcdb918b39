package org.vicilint.rule;

/** A rule. It keeps no state. Its page is {@code rules/<id>.md}. */
public sealed interface Rule permits AccountRule, WaiverRule {

  /** Its id: the bad thing, so that it reads after "waive". */
  String id();
}
