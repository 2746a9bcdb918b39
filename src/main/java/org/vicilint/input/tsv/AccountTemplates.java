package org.vicilint.input.tsv;

import java.util.Arrays;
import org.vicilint.input.table.AccountDraft;
import org.vicilint.input.table.Secrets;
import org.vicilint.model.Account;
import org.vicilint.model.Declaration;
import org.vicilint.model.Places;
import org.vicilint.source.ProblemLog;

/**
 * Makes one template account for each group of accounts with equal values: but for login, name,
 * password and last login, most accounts of a table are like many others, and share their equal
 * columns. For one thread.
 */
final class AccountTemplates {
  private static final int SLOTS = 1 << 12;

  private final TsvValues.Value[][] values = new TsvValues.Value[SLOTS][];
  private final Account[] models = new Account[SLOTS];
  private final Secrets secrets;
  private final TsvValues.Value[] told;
  private int size;
  private long mark;

  /**
   * @param most how many values a row can have
   */
  AccountTemplates(int most, Secrets secrets) {
    told = new TsvValues.Value[most];
    this.secrets = secrets;
  }

  void clear() {
    size = 0;
    mark = 0;
  }

  /** Takes a value; they come in the order of the columns. */
  void tell(TsvValues.Value value) {
    told[size++] = value;
    mark ^= value.mark();
  }

  /**
   * Returns the template account with the values of the row.
   *
   * @param part where it stands
   */
  Account model(Places.ChunkOffset part, ProblemLog log) {
    int slot = (int) mark & (SLOTS - 1);
    TsvValues.Value[] known = values[slot];
    if (known == null || !same(known)) {
      AccountDraft draft = new AccountDraft("", new Places(part, 0, 1), log);
      for (int i = 0; i < size; i++) {
        draft.take(told[i].column(), told[i].text(), told[i].checked());
      }
      models[slot] = draft.build(secrets, Declaration.NONE);
      values[slot] = Arrays.copyOf(told, size);
    }
    return models[slot];
  }

  private boolean same(TsvValues.Value[] known) {
    if (known.length != size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (known[i] != told[i]) {
        return false;
      }
    }
    return true;
  }
}
