package org.vicilint.render;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.vicilint.text.PasswordMask;

/** The source of an account as a URI. */
public final class SourceUri {
  private static final String STDIN = "stdin";

  private SourceUri() {}

  /** Returns a relative URI if the user gave a relative path; {@code -} becomes {@code stdin}. */
  public static String of(String source, char separator) {
    if (source.equals("-")) {
      return STDIN;
    }
    String path = PasswordMask.of(source).replace(separator, '/');
    while (path.startsWith("./")) {
      path = path.substring(2).replaceFirst("^/+", "");
    }
    if (separator == '\\' && path.matches("[A-Za-z]:/.*")) {
      return "file:///" + path.substring(0, 2) + encoded(path.substring(2));
    }
    if (separator == '\\' && path.startsWith("//")) {
      return "file:" + encoded(path);
    }
    return path.startsWith("/")
        ? "file://" + encoded(path.replaceFirst("^/+", "/"))
        : encoded(path);
  }

  private static String encoded(String path) {
    StringBuilder out = new StringBuilder(path.length());
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "-._~/".indexOf(c) >= 0;
      if (plain) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return out.toString();
  }
}
