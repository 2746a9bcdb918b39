package org.vicilint.input.table;

import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Declaration;
import org.vicilint.model.Moment;
import org.vicilint.model.Places;
import org.vicilint.source.ProblemLog;

/** One account while its values are read; every source makes its accounts with it. */
public final class AccountDraft {
  private final String user;
  private final AccountBuilder builder;
  private final Places places;
  private final ProblemLog log;
  private String pass;
  private String hash;
  private int zoneLine;
  private int zoneColumn;

  public AccountDraft(String user, Places places, ProblemLog log) {
    this.user = user;
    this.builder = Account.builder(user);
    this.places = places;
    this.log = log;
  }

  /** Takes a value, or what the column makes of it. */
  public void set(Column column, String text, int line, int at) {
    take(column, text, checked(column, text, line, at, log));
    zone(column, text, line, at);
  }

  /** Notes a zone behind the time of the last login; locks are judged by that time. */
  void zone(Column column, String text, int line, int at) {
    if (column.name().equals("last_login_date") && Moment.zoned(text)) {
      log.zoneSeen();
      zoneLine = line;
      zoneColumn = at;
    }
  }

  /**
   * Takes a value.
   *
   * @param text as it is given
   * @param checked what the column makes of it; null when it cannot hold it
   */
  public void take(Column column, String text, String checked) {
    String value = checked == null ? column.defaultText() : checked;
    switch (column.name()) {
      case "user" -> {} // known from the start
      case "pass" -> pass = value;
      case "pass_hash" -> hash = value;
      case "api_allowed_functions" -> {
        builder.set(column.name(), value);
        builder.cutOff(text.startsWith(value) ? text.substring(value.length()) : "");
      }
      default -> builder.set(column.name(), value);
    }
  }

  /** Notes the place of a value; {@code name} is interned. */
  public void note(String name, int line, int at) {
    places.put(name, line, at);
  }

  public Account build(Secrets secrets, Declaration declaration) {
    Account account =
        builder
            .secret(secrets.of(user, pass, hash))
            .declaration(declaration)
            .places(places)
            .build();
    if (zoneLine > 0 && account.mayBeLocked()) {
      // Hours decide here: the lock ends 15 minutes after this time.
      log.add(
          zoneLine,
          zoneColumn,
          "last_login_date names a zone, and a lock rests on it: the time is read as the server's clock",
          "write the time as the server has it, without a zone");
    }
    return account;
  }

  /** The text as the column would hold it, after saying what is wrong; null when it cannot. */
  public static String checked(Column column, String text, int line, int at, ProblemLog log) {
    Checked checked = column.check(text);
    if (checked.reason() != null) {
      log.add(line, at, checked.reason(), checked.hint());
    }
    return checked.value();
  }
}
