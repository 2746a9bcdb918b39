package org.vicilint.input.tsv;

import java.util.Arrays;
import java.util.List;
import org.vicilint.input.table.Ascii;
import org.vicilint.input.table.Column;
import org.vicilint.input.table.Secrets;
import org.vicilint.model.Account;
import org.vicilint.model.Places;
import org.vicilint.source.ProblemLog;

/**
 * Takes accounts out of lines of {@code vicidial_users} in which nothing is unusual, and says when
 * a line has anything else: then {@link TsvParser} looks at it. It makes no text but of names, and
 * of those one of equal ones. For one thread.
 */
final class TsvAccounts {
  private final Column[] columns;
  private final PerAccountFields.Kind[] kinds;

  /** Fields in which hardly two accounts have the same value. */
  private final boolean[] differing;

  /** Value, by field, that stands for any text in it. */
  private final TsvValues.Value[] anything;

  private final TsvValues values = new TsvValues();
  private final AccountTemplates models;
  private final PerAccountFields own;

  /** The row that others are compared with; null while it is sought. */
  private TemplateRow like;

  /** Of a row that may be that: which fields say something, and what others may say as well. */
  private final boolean[] tells;

  private final TsvValues.Value[] said;

  /** The line in which each field last differed from that row. */
  private final int[] differed;

  private byte[] bytes;

  TsvAccounts(Column[] columns, Secrets secrets) {
    this.columns = columns;
    int n = columns.length;
    kinds =
        Arrays.stream(columns).map(PerAccountFields.Kind::of).toArray(PerAccountFields.Kind[]::new);
    differing = new boolean[n];
    anything = new TsvValues.Value[n];
    for (int i = 0; i < n; i++) {
      differing[i] = kinds[i].differs();
      anything[i] = columns[i] == null ? null : values.something(columns[i]);
    }
    tells = new boolean[n];
    said = new TsvValues.Value[n];
    differed = new int[n];
    models = new AccountTemplates(n, secrets);
    own = new PerAccountFields(secrets);
  }

  /** Begins with other bytes. */
  void begin(byte[] chunk) {
    bytes = chunk;
    own.begin(chunk);
    like = null;
    Arrays.fill(differed, -1);
  }

  /**
   * Takes an account.
   *
   * @param begin where its line begins
   * @param limit where the last line ends
   * @param part the part of the table in which it stands, and {@code line} its line there
   * @return where the next line begins; -1 when something is unusual, and nothing was taken
   */
  int take(
      int begin,
      int limit,
      Places.ChunkOffset part,
      int line,
      List<Account> accounts,
      ProblemLog log) {
    clear();
    int end = line(begin, limit, line);
    Account account = end < 0 ? null : own.account(models, part, line, log);
    if (account == null) {
      return -1;
    }
    accounts.add(account);
    if (like == null && columns.length <= Short.MAX_VALUE) {
      like = TemplateRow.of(bytes, begin, end, tells, said);
    }
    return end + (bytes[end] == '\r' ? 2 : 1);
  }

  private void clear() {
    models.clear();
    own.clear();
    if (like == null) {
      Arrays.fill(tells, false);
      Arrays.fill(said, null);
    }
  }

  /** Reads the fields of a line; returns the end of the line, or -1. */
  private int line(int begin, int limit, int line) {
    byte[] b = bytes;
    int at = begin;
    int field = 0;
    while (field < columns.length) {
      int start = at;
      if (like != null && !differing[field] && differed[field] != line - 1) {
        int same = like.same(field, b, at, limit);
        int differs = like.field(field, same);
        if (!alike(field, differs, at)) {
          return -1;
        }
        start = at + like.distance(field, differs);
        at += same;
        field = differs;
        differed[field] = line;
      }
      boolean wide = false;
      byte c;
      while (true) {
        at = Ascii.special(b, at);
        c = b[at];
        if (c == '\t' || c == '\n' || (c == '\r' && b[at + 1] == '\n')) {
          break;
        }
        if (c == 0) {
          return -1;
        }
        wide |= c < 0;
        at++;
      }
      if (!field(field++, start, at, wide)) {
        return -1;
      }
      if (c != '\t') {
        return field == columns.length ? at : -1;
      }
      at++;
    }
    return -1;
  }

  /** Takes the fields that are as in the row before; most say nothing. */
  private boolean alike(int from, int to, int start) {
    for (int i = like.telling(from); i < to; i = like.telling(i + 1)) {
      TsvValues.Value value = like.value(i);
      if (value != null) {
        models.tell(value);
      } else {
        int at = start + like.distance(from, i);
        if (!field(i, at, start + like.distance(from, i + 1) - 1, false)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Takes a field.
   *
   * @param wide whether something in it is not ASCII
   * @return false when something is unusual
   */
  private boolean field(int field, int start, int end, boolean wide) {
    switch (kinds[field]) {
      case UNUSED -> {
        return !wide || own.valid(start, end);
      }
      case OTHER -> {
        TsvValues.Value value = values.of(columns[field], bytes, start, end);
        if (value.tells()) {
          tell(field, value);
        }
        return !value.wrong();
      }
      case ANYTHING -> {
        if (start < end && !TsvValues.isNull(columns[field], bytes, start, end)) {
          tell(field, anything[field]);
        }
        return PerAccountFields.fits(columns[field], start, end)
            && (!wide || own.valid(start, end));
      }
      default -> {
        tells[field] = true;
        return own.take(kinds[field], columns[field], start, end, wide);
      }
    }
  }

  private void tell(int field, TsvValues.Value value) {
    models.tell(value);
    if (like == null) {
      tells[field] = true;
      said[field] = value;
    }
  }
}
