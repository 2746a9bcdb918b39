package org.vicilint.rules.custom;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.FunctionList;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.model.Account;
import org.vicilint.model.UserGroup;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.RuleContext;

/** Facts of an account, beyond its columns, that a custom rule may use. */
record Facts(AuditedAccount audited, RuleContext estate) {
  private static final int DATE = 10;

  /** MySQL's date for never. */
  private static final String ZERO = "0000-00-00";

  Account account() {
    return audited.account();
  }

  /**
   * Returns the names that the server finds in the account's list; with {@code ALL_FUNCTIONS} also
   * every function of the build.
   */
  List<String> granted() {
    String text = account().apiAllowedFunctions();
    TreeSet<String> names = new TreeSet<>(FunctionList.granted(text));
    if (FunctionList.grantsAll(text)) {
      estate.access().functions().forEach(function -> names.add(function.name()));
    }
    return List.copyOf(names);
  }

  /** Returns the functions that the account needs, including those that the build lacks. */
  List<String> needed() {
    TreeSet<String> names = new TreeSet<>(audited.need().functions());
    names.addAll(audited.need().unknown());
    return List.copyOf(names);
  }

  /** Returns the account's group, if it was read. */
  Optional<UserGroup> group() {
    return estate.estate().groups().find(account().userGroup());
  }

  /** Whether the account may call the function; false if the build lacks it. */
  boolean can(String name) {
    int function = estate.access().indexOf(name);
    return function >= 0 && estate.access().decide(audited.subject(), function) == Verdict.GRANTED;
  }

  /**
   * Whether the account may call the function with the operation; false if there is no such
   * operation.
   */
  boolean can(String name, String parameter) {
    AccessEvaluator access = estate.access();
    int index = access.indexOf(name);
    if (index < 0) {
      return false;
    }
    Function function = access.functions().get(index);
    Optional<Operation> operation = function.operation(parameter);
    return operation.isPresent()
        && access.decide(audited.subject(), index, operation.get()) == Verdict.GRANTED;
  }

  /**
   * Returns the days since a date; a date of zeros, MySQL's "never", counts from the year 1.
   *
   * @throws RuleFailure if the text does not begin with a date
   */
  long daysSince(String text) throws RuleFailure {
    String date = text.length() > DATE ? text.substring(0, DATE) : text;
    try {
      LocalDate day = date.equals(ZERO) ? LocalDate.of(1, 1, 1) : LocalDate.parse(date);
      return ChronoUnit.DAYS.between(day, estate.today());
    } catch (DateTimeException e) {
      throw new RuleFailure("days_since was given something that does not begin with a date");
    }
  }
}
