package org.vicilint.rules.builtin;

import java.util.Collection;
import java.util.List;
import org.vicilint.access.Need;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.RuleContext;
import org.vicilint.text.PasswordMask;

/** Turns of phrase that several rules use. */
final class Phrases {
  private static final int NAMED = 5;

  private Phrases() {}

  /** {@code a, b and c}; the first few, and how many more. */
  static String list(Collection<String> names) {
    return joined(names, " and ");
  }

  /** {@code a, b or c}; the first few, and how many more. */
  static String choice(Collection<String> names) {
    return joined(names, " or ");
  }

  private static String joined(Collection<String> names, String last) {
    List<String> all = names.stream().map(PasswordMask::within).toList();
    if (all.size() == 1) {
      return all.get(0);
    }
    if (all.size() > NAMED) {
      return String.join(", ", all.subList(0, NAMED - 1))
          + last
          + (all.size() - NAMED + 1)
          + " more";
    }
    int end = all.size() - 1;
    return String.join(", ", all.subList(0, end)) + last + all.get(end);
  }

  /** {@code 1 function}, {@code 2 functions}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** Returns the access that an inactive account still has, in words; empty for an active one. */
  static String inactive(AuditedAccount audited, RuleContext estate) {
    return audited.account().active()
        ? ""
        : "; it is inactive, but this build still lets it call "
            + count(estate.access().callable(audited.subject()), "API function");
  }

  /** Returns the source of the account's need, in words. */
  static String source(Need need) {
    if (need.functions().isEmpty()) {
      return need.source() == Need.Source.DECLARED
          ? "an account that declares to call nothing"
          : "an account that is granted nothing";
    }
    return switch (need.source()) {
      case DECLARED -> "what it declares to call";
      case LISTED -> "the functions that it is granted";
      case EVERYTHING -> "any function of the APIs";
    };
  }
}
