package org.vicilint.api;

import java.util.Arrays;
import org.vicilint.model.Characters;

/**
 * The characters that the API keeps in a parameter; it deletes all others before it reads the
 * value.
 *
 * @param set the set, written as a character class, {@code -_0-9A-Za-z}; {@code any} for all
 * @param ascii whether each ASCII character is kept, by code
 * @param others whether all other characters are kept
 * @param alphabet the largest alphabet that is kept entirely; null if none is
 */
public record AcceptedCharacters(String set, boolean[] ascii, boolean others, Characters alphabet) {
  private static final String ANY = "any";
  private static final int ASCII = 128;

  static AcceptedCharacters of(String set) {
    boolean[] ascii = new boolean[ASCII];
    if (set.equals(ANY)) {
      Arrays.fill(ascii, true);
      return new AcceptedCharacters(set, ascii, true, Characters.ANY);
    }
    for (int i = 0; i < set.length(); i++) {
      if (i > 0 && i + 1 < set.length() && set.charAt(i) == '-') {
        Arrays.fill(ascii, set.charAt(i - 1), set.charAt(i + 1) + 1, true);
      } else {
        ascii[set.charAt(i)] = true;
      }
    }
    return new AcceptedCharacters(set, ascii, false, alphabet(ascii));
  }

  private static Characters alphabet(boolean[] ascii) {
    Characters largest = null;
    for (Characters alphabet : Characters.values()) {
      for (char c = 0; c < ascii.length; c++) {
        if (alphabet.holds(c) && !ascii[c]) {
          return largest;
        }
      }
      largest = alphabet;
    }
    return largest == Characters.ANY ? Characters.PUNCTUATED : largest; // of ASCII alone
  }

  /** Whether every character of an alphabet is kept. */
  boolean keepsAll(Characters characters) {
    return alphabet != null && characters.within(alphabet);
  }

  boolean keeps(char c) {
    return c < ascii.length ? ascii[c] : others;
  }

  String clean(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (keeps(text.charAt(i))) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }
}
