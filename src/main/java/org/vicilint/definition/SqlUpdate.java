package org.vicilint.definition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.text.PasswordMask;
import org.vicilint.text.Printable;

/**
 * Changes of one account as an UPDATE of {@code vicidial_users}. The statement shown is the one
 * that MySQL runs: a text that is not plainly visible ASCII stands there as its bytes, so that no
 * server's SQL mode and no terminal makes something else of it.
 */
public final class SqlUpdate {
  /** The columns beside flags that are ever written; never the name, and no secret. */
  private static final Set<String> COLUMNS =
      Set.of(
          "full_name",
          "user_level",
          "user_group",
          "active",
          "modify_leads",
          "api_allowed_functions",
          "failed_login_count");

  private SqlUpdate() {}

  /**
   * The statement, in one line with its semicolon, and a line of comment before it for each change
   * that a person has to choose; every line ends. Empty when there is no change.
   *
   * @param user the account
   */
  public static String of(String user, List<Change> changes) {
    StringBuilder sql = new StringBuilder();
    List<String> assignments = new ArrayList<>();
    for (Change change : changes) {
      if (change.exact() && writable(change.column())) {
        assignments.add(change.column() + "=" + literal(change.to()));
      } else {
        sql.append("-- %s: %s%n".formatted(ascii(change.column()), ascii(change.to())));
      }
    }
    if (!assignments.isEmpty()) {
      sql.append(
          "UPDATE vicidial_users SET %s WHERE user=%s;%n"
              .formatted(String.join(", ", assignments), literal(user)));
    }
    return sql.toString().replace("\r\n", "\n");
  }

  /** Whether the change can be made with a statement: exact, and of a column of the table. */
  public static boolean writable(String column) {
    return COLUMNS.contains(column) || Flag.of(column).isPresent();
  }

  /**
   * A text as a literal that has one meaning in every SQL mode. With an introducer it stays a
   * literal, which MySQL compares in the column's own collation, whatever that is.
   */
  static String literal(String raw) {
    String text = PasswordMask.of(raw);
    boolean plain =
        text.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '\\')
            && !Printable.COMMAND.matcher(text).find();
    return plain
        ? "'" + text.replace("'", "''") + "'"
        : "_utf8mb4 X'%s'"
            .formatted(
                HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A comment needs no more than to be read. */
  private static String ascii(String text) {
    return Printable.of(text);
  }
}
