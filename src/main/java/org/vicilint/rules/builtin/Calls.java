package org.vicilint.rules.builtin;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vicilint.access.FunctionList;
import org.vicilint.access.Gate;
import org.vicilint.access.Need;
import org.vicilint.catalog.Function;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.RuleContext;

/** Queries about the calls of an account that several rules share. */
final class Calls {
  /** Columns whose gate a new password, or a new login, opens again. */
  private static final Set<String> CREDENTIALS = Set.of("user", "pass");

  private Calls() {}

  /** The functions that answer the account now, in the catalog's order. */
  static List<Function> open(AuditedAccount audited, RuleContext estate) {
    return estate.access().open(audited.subject());
  }

  /** Whether the account may call the function, or could with a password that the API takes. */
  static boolean openButForCredentials(
      AuditedAccount audited, RuleContext estate, String function) {
    int index = estate.access().indexOf(function);
    return index >= 0 && estate.access().refusals(audited.subject(), index, null).onlyCredentials();
  }

  /** The columns of those that keep the account out of an API, though its grants do not. */
  static Set<String> failingCredentials(
      AuditedAccount audited, RuleContext estate, String function) {
    Function called = estate.access().functions().get(estate.access().indexOf(function));
    Set<String> columns = new TreeSet<>();
    for (Gate gate : estate.access().refusing(audited.account(), called, null)) {
      if (CREDENTIALS.contains(gate.column())) {
        columns.add(gate.column());
      }
    }
    return columns;
  }

  /** Whether the definition says what the account calls. */
  static boolean declared(AuditedAccount audited) {
    return audited.need().source() == Need.Source.DECLARED;
  }

  /** The text of {@code api_allowed_functions} that no longer grants these names. */
  static String without(AuditedAccount audited, List<String> names) {
    String text = audited.account().apiAllowedFunctions();
    return FunctionList.grantsAll(text)
        ? FunctionList.of(
            audited.need().functions().stream().filter(name -> !names.contains(name)).toList())
        : FunctionList.without(text, names);
  }
}
