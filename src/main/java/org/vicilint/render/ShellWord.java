package org.vicilint.render;

import java.util.regex.Pattern;
import org.vicilint.text.Printable;

/** A word as a POSIX shell takes it. */
public final class ShellWord {
  private static final Pattern PLAIN = Pattern.compile("[-_./:,=+@%0-9A-Za-z]+");

  private ShellWord() {}

  /** The word, in quotation marks where the shell would see more than one word in it. */
  public static String of(String word) {
    return PLAIN.matcher(word).matches()
        ? word
        : "'" + Printable.of(word).replace("'", "'\\''") + "'";
  }
}
