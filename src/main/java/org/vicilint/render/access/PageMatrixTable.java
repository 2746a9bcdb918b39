package org.vicilint.render.access;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Gate;
import org.vicilint.engine.PageMatrix;
import org.vicilint.model.Account;
import org.vicilint.render.Style;
import org.vicilint.text.Text;

/** A matrix of pages for people: pages down, accounts across, as many as fit beside each other. */
public final class PageMatrixTable {
  private final PrintWriter out;
  private final Style style;
  private final MatrixTable lines;

  public PageMatrixTable(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
    this.lines = new MatrixTable(out, style);
  }

  /** Prints the matrix in blocks of accounts, and below them what the signs mean. */
  public void print(PageMatrix matrix) throws IOException {
    AccessEvaluator access = matrix.access();
    List<Account> accounts =
        matrix.accounts().stream()
            .filter(account -> !access.pages().open(access.prepare(account)).isEmpty())
            .toList();
    for (int from = 0; from < accounts.size(); from += MatrixTable.ACROSS) {
      int to = Math.min(from + MatrixTable.ACROSS, accounts.size());
      block(new PageMatrix(accounts.subList(from, to), access));
      out.println();
    }
    int without = matrix.accounts().size() - accounts.size();
    if (without > 0) {
      out.println(Text.plural(without, "account") + " that can open nothing left out");
    }
    out.println(
        style.green("+") + " open   refused by: L login   O api_only_user   P level or flags");
    out.println(access.pages().basis());
  }

  private void block(PageMatrix matrix) throws IOException {
    Map<String, List<Optional<Gate.Kind>>> rows = new LinkedHashMap<>();
    matrix.decide(
        (account, page, refusal) ->
            rows.computeIfAbsent(page.name(), key -> new ArrayList<>()).add(refusal));
    lines.header(matrix.accounts());
    rows.forEach(
        (page, refusals) -> {
          StringBuilder line = new StringBuilder(MatrixTable.pad(page));
          refusals.forEach(refusal -> line.append(' ').append(sign(refusal)));
          out.println(line);
        });
  }

  private String sign(Optional<Gate.Kind> refusal) {
    if (refusal.isEmpty()) {
      return style.green("+");
    }
    return style.dim(
        switch (refusal.get()) {
          case LOGIN -> "L";
          case API_ONLY_USER -> "O";
          default -> "P";
        });
  }
}
