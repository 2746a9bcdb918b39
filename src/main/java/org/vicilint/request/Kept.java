package org.vicilint.request;

import java.util.BitSet;

/**
 * The characters that the API keeps in a parameter; it deletes all others before it looks at it.
 *
 * @param set as a character class writes it, {@code -_0-9A-Za-z}; {@code any} for all
 */
record Kept(String set, BitSet characters) {
  private static final String ANY = "any";

  static Kept of(String set) {
    BitSet characters = new BitSet(128);
    if (set.equals(ANY)) {
      characters.set(0, Character.MAX_VALUE + 1);
      return new Kept(set, characters);
    }
    for (int i = 0; i < set.length(); i++) {
      if (i > 0 && i + 1 < set.length() && set.charAt(i) == '-') {
        characters.set(set.charAt(i - 1), set.charAt(i + 1) + 1);
      } else {
        characters.set(set.charAt(i));
      }
    }
    return new Kept(set, characters);
  }

  boolean keeps(char c) {
    return characters.get(c);
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
