package org.vicilint.fix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.vicilint.access.FunctionList;
import org.vicilint.finding.Finding;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Change;

/** Applies the changes that the findings on one account propose, all together. */
public final class ChangeApplier {
  private static final String LIST = "api_allowed_functions";
  private static final BinaryOperator<String> LAST = (one, other) -> other;

  private ChangeApplier() {}

  /** Whether every change of the finding gives an exact value, which needs no person's choice. */
  public static boolean exact(Finding finding) {
    return !finding.changes().isEmpty() && finding.changes().stream().allMatch(Change::exact);
  }

  /**
   * Returns the account after the changes of the exact findings. If several findings change the
   * list of functions, the result is the intersection of their lists.
   */
  public static Account mend(Account account, List<Finding> findings) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (exact(finding)) {
        finding
            .changes()
            .forEach(
                c ->
                    columns.merge(
                        c.column(), c.to(), c.column().equals(LIST) ? FunctionList::both : LAST));
      }
    }
    AccountBuilder mended = account.with();
    columns.forEach(mended::column);
    if (columns.containsKey(LIST)) {
      mended.cutOff(""); // the text beyond the column's end is not written again
    }
    return mended.build();
  }
}
