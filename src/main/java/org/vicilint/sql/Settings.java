package org.vicilint.sql;

import java.util.List;
import java.util.Locale;

/** Applies the settings of a statement to the mode in which the next ones are read. */
final class Settings {
  private Settings() {}

  /** Applies a statement's settings to the reading of the next ones. */
  static void read(List<Token> tokens, SqlMode mode) {
    if (tokens.get(0).is("SET")) {
      StringBuilder text = new StringBuilder();
      boolean word = false;
      for (Token token : tokens) {
        boolean wordy = token.kind() != Token.Kind.SYMBOL;
        text.append(word && wordy ? " " : "")
            .append(token.kind() == Token.Kind.VARIABLE ? "@" : "")
            .append(token.text());
        word = wordy;
      }
      mode.set(text.toString().toUpperCase(Locale.ROOT));
    } else if (tokens.get(0).is("LOCK") || tokens.get(0).is("UNLOCK")) {
      mode.locked(tokens.get(0).is("LOCK"));
    }
  }
}
