package org.vicilint.model;

/**
 * The smallest of the alphabets that VICIdial's APIs keep, in which a text can be written. Every
 * alphabet holds those before it. An API deletes what is not in its own before it compares.
 */
public enum Characters {
  /** Digits and ASCII letters. */
  ALPHANUMERIC("0-9A-Za-z"),
  /** Adds {@code -} and {@code _}. */
  DASHES("-_0-9A-Za-z"),
  /** Adds {@code . + / =}. */
  PUNCTUATED("-_.+/=0-9A-Za-z"),
  /** Anything else: no API keeps it. */
  ANY("anything");

  private static final Characters[] ALL = values();

  /** The number of the smallest alphabet that has it, by character of ASCII. */
  private static final byte[] ASCII = new byte[128];

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = (byte) find(c).ordinal();
    }
  }

  private final String set;

  Characters(String set) {
    this.set = set;
  }

  /** The alphabet as the catalog writes it. */
  public String set() {
    return set;
  }

  /** Whether a text in this alphabet reaches an API that keeps {@code kept} unchanged. */
  public boolean within(Characters kept) {
    return compareTo(kept) <= 0;
  }

  /** Whether the character is in this alphabet. */
  public boolean holds(char c) {
    return of(c).within(this);
  }

  /** The smallest alphabet for the text. */
  public static Characters of(String text) {
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      found = Math.max(found, number(text.charAt(i)));
    }
    return ALL[found];
  }

  /** Returns the alphabet of a range of bytes; only those of ASCII are characters. */
  public static Characters of(byte[] bytes, int from, int to) {
    int found = 0;
    for (int i = from; i < to; i++) {
      found = Math.max(found, bytes[i] < 0 ? ANY.ordinal() : ASCII[bytes[i]]);
    }
    return ALL[found];
  }

  /** Returns the alphabet of a login as {@link Login} packs it. */
  static Characters of(long head, long tail) {
    int found = 0;
    for (long left = head; left != 0; left <<= Byte.SIZE) {
      found = Math.max(found, ASCII[(int) (left >>> Long.SIZE - Byte.SIZE)]);
    }
    for (long left = tail; left != 0; left <<= Byte.SIZE) {
      found = Math.max(found, ASCII[(int) (left >>> Long.SIZE - Byte.SIZE)]);
    }
    return ALL[found];
  }

  /** Returns the text as an API with this alphabet keeps it. */
  public String keep(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (of(text.charAt(i)).within(this) && this != ANY) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }

  private static Characters of(char c) {
    return ALL[number(c)];
  }

  private static int number(char c) {
    return c < ASCII.length ? ASCII[c] : ANY.ordinal();
  }

  private static Characters find(char c) {
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
      return ALPHANUMERIC;
    }
    return switch (c) {
      case '-', '_' -> DASHES;
      case '.', '+', '/', '=' -> PUNCTUATED;
      default -> ANY;
    };
  }
}
