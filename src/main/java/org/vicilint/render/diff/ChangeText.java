package org.vicilint.render.diff;

import java.io.PrintWriter;
import java.util.List;
import org.vicilint.diff.AccountChange;
import org.vicilint.finding.Severity;
import org.vicilint.model.Account;
import org.vicilint.render.Style;
import org.vicilint.render.Wrap;
import org.vicilint.text.Printable;

/** The changes of one account, for people. */
final class ChangeText {
  private static final String INDENT = "            ";
  private static final int TAG = 8;

  private final PrintWriter out;
  private final Style style;

  ChangeText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  void print(AccountChange change, List<DiffEntry> entries) {
    out.println(style.bold(Printable.of(change.account().user())) + heading(change));
    String place = change.account().places().record().toString();
    out.println(INDENT + style.dim("at   ") + Printable.of(place));
    entries.forEach(this::entry);
    out.println();
  }

  private String heading(AccountChange change) {
    Account account = change.account();
    String name = account.fullName().isEmpty() ? "" : "  " + Printable.of(account.fullName());
    String kind = (change.after() == null ? change.kindBefore() : change.kindAfter()).word();
    return name + style.dim("  level " + account.userLevel() + ", " + kind) + status(change);
  }

  /** Returns the status of an account that is not on both sides under one login. */
  private static String status(AccountChange change) {
    return switch (change.status()) {
      case CHANGED -> "";
      case NEW -> nothing(change) ? "  new, opens no known call or page" : "  new";
      case GONE -> nothing(change) ? "  gone, opened no known call or page" : "  gone";
      case RENAMED -> "  likely renamed from " + Printable.of(change.before().user());
    };
  }

  private static boolean nothing(AccountChange change) {
    return change.calls().isEmpty() && change.pages().isEmpty();
  }

  private void entry(DiffEntry entry) {
    Severity severity = entry.severity();
    String word = severity == null ? "" : severity.word();
    String tag = word + " ".repeat(TAG - word.length());
    Wrap.print(
        out,
        Printable.words(entry.what()),
        "  " + (severity == null ? tag : style.severity(severity, tag)) + "  ",
        INDENT);
    for (String why : entry.why()) {
      out.println(INDENT + style.dim("by   ") + Printable.words(why));
    }
  }
}
