package org.vicilint.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vicilint.sql.Statement.Declared;
import org.vicilint.sql.TokenStream.Unparsed;

/** Parses ALTER TABLE behind the word TABLE. */
final class AlterParser {
  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final ColumnParser columns;

  AlterParser(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.columns = new ColumnParser(tokens, expressions);
  }

  /** Returns null when a part is not understood. */
  Statement parse() throws Unparsed {
    tokens.accept("IF", "EXISTS");
    String table = tokens.table();
    List<Declared> added = new ArrayList<>();
    Map<String, Expression> defaults = new HashMap<>();
    Set<String> changed = new HashSet<>();
    do {
      if (!part(added, defaults, changed)) {
        return null;
      }
      skipPart();
    } while (tokens.accept(","));
    return new Statement.Alter(table, added, defaults, changed);
  }

  private boolean part(List<Declared> added, Map<String, Expression> defaults, Set<String> changed)
      throws Unparsed {
    if (tokens.accept("ADD")) {
      if (columns.atOther()) {
        return true;
      }
      tokens.accept("COLUMN");
      tokens.accept("IF", "NOT", "EXISTS");
      if (tokens.accept("(")) {
        return false;
      }
      added.add(columns.column(tokens.part()));
      return true;
    }
    if (tokens.acceptAny("MODIFY", "CHANGE")) {
      tokens.accept("COLUMN");
      tokens.accept("IF", "EXISTS");
      changed.add(tokens.part());
      if (tokens.peek().named()) {
        changed.add(tokens.peek().text().toLowerCase(Locale.ROOT)); // the new name of CHANGE
      }
      return true;
    }
    if (tokens.accept("ALTER")) {
      tokens.accept("COLUMN");
      String column = tokens.part();
      if (tokens.accept("SET", "DEFAULT")) {
        defaults.put(column, expressions.parse());
      } else {
        changed.add(column);
      }
      return true;
    }
    if (tokens.accept("DROP")) {
      if (tokens.is("INDEX")
          || tokens.is("KEY")
          || tokens.is("FOREIGN")
          || tokens.is("CONSTRAINT")
          || tokens.is("PRIMARY")) {
        return false; // without a key rows may stand twice
      }
      tokens.accept("COLUMN");
      tokens.accept("IF", "EXISTS");
      changed.add(tokens.part());
      return true;
    }
    if (tokens.accept("RENAME")) {
      if (!tokens.accept("COLUMN")) {
        return false;
      }
      changed.add(tokens.part());
      tokens.expect("TO");
      changed.add(tokens.part());
      return true;
    }
    return tokens.accept("DISABLE", "KEYS")
        || tokens.accept("ENABLE", "KEYS")
        || tokens.acceptAny(
            "AUTO_INCREMENT",
            "ENGINE",
            "COMMENT",
            "ORDER",
            "FORCE",
            "ROW_FORMAT",
            "MAX_ROWS",
            "CHECKSUM",
            "DEFAULT",
            "CONVERT",
            "CHARACTER",
            "CHARSET",
            "COLLATE");
  }

  private void skipPart() {
    int depth = 0;
    for (; !tokens.atEnd(); tokens.next()) {
      if (depth == 0 && tokens.is(",")) {
        return;
      }
      depth += tokens.is("(") ? 1 : tokens.is(")") ? -1 : 0;
    }
  }
}
