package org.vicilint.render.access;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.engine.Matrix;
import org.vicilint.model.Account;
import org.vicilint.render.Style;
import org.vicilint.text.Printable;
import org.vicilint.text.Text;

/** A matrix for people: functions down, accounts across, as many as fit beside each other. */
public final class MatrixTable {
  /** How many accounts stand beside each other. */
  static final int ACROSS = 38;

  private static final int NAME = 40;

  private final PrintWriter out;
  private final Style style;

  public MatrixTable(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Prints the matrix in blocks of accounts, and below them what the signs mean. */
  public void print(Matrix matrix) throws IOException {
    List<Account> accounts =
        matrix.accounts().stream()
            .filter(a -> matrix.access().callable(matrix.access().prepare(a)) > 0)
            .toList();
    for (int from = 0; from < accounts.size(); from += ACROSS) {
      List<Account> block = accounts.subList(from, Math.min(from + ACROSS, accounts.size()));
      block(new Matrix(block, matrix.access(), matrix.operations()));
      out.println();
    }
    int powerless = matrix.accounts().size() - accounts.size();
    if (powerless > 0) {
      out.println(Text.plural(powerless, "account") + " that can call nothing left out");
    }
    out.println(
        style.green("+")
            + " granted   refused by: L login   G group does not exist"
            + "   F api_allowed_functions   P level or flags");
  }

  private void block(Matrix matrix) throws IOException {
    Map<String, List<Verdict>> rows = new LinkedHashMap<>();
    Map<String, Api> sections = new LinkedHashMap<>();
    matrix.decide(
        (account, function, operation, verdict, refusal) -> {
          String name = name(function, operation);
          rows.computeIfAbsent(name, key -> new ArrayList<>()).add(verdict);
          sections.putIfAbsent(name, function.api());
        });
    header(matrix.accounts());
    Api section = null;
    for (Map.Entry<String, List<Verdict>> row : rows.entrySet()) {
      if (sections.get(row.getKey()) != section) {
        section = sections.get(row.getKey());
        out.println(style.bold(section.title()));
      }
      StringBuilder line = new StringBuilder(pad(row.getKey()));
      row.getValue().forEach(verdict -> line.append(' ').append(sign(verdict)));
      out.println(line);
    }
  }

  /** Logins, each written downwards over its column. */
  void header(List<Account> accounts) {
    List<String> names = accounts.stream().map(a -> Printable.of(a.user())).toList();
    int height = names.stream().mapToInt(String::length).max().orElse(0);
    for (int row = 0; row < height; row++) {
      StringBuilder line = new StringBuilder(" ".repeat(NAME));
      for (String name : names) {
        int at = row - (height - name.length());
        line.append(' ').append(at < 0 ? ' ' : name.charAt(at));
      }
      out.println(style.bold(line.toString()));
    }
  }

  private static String name(Function function, Operation operation) {
    return operation == null ? function.name() : "  " + function.name() + ":" + operation.name();
  }

  /** A name as wide as the column of names. */
  static String pad(String name) {
    return name.length() >= NAME ? name : name + " ".repeat(NAME - name.length());
  }

  private String sign(Verdict verdict) {
    return switch (verdict) {
      case GRANTED -> style.green("+");
      case LOGIN -> style.dim("L");
      case NO_GROUP -> style.dim("G");
      case NOT_ALLOWED_FUNCTION -> style.dim("F");
      case PERMISSION -> style.dim("P");
      case NO_FUNCTION -> style.dim("-");
    };
  }
}
