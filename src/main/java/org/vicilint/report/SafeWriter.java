package org.vicilint.report;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Lets through what can be seen, and line breaks; shows the rest as an escape. A page's markup is
 * safe by its template; this keeps characters that turn the direction of writing out of it.
 */
final class SafeWriter extends FilterWriter {
  SafeWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    if (c == '\n' || Printable.visible(c) || c == '\\' || Character.isSurrogate((char) c)) {
      out.write(c);
    } else {
      out.write("\\u%04x".formatted(c));
    }
  }

  @Override
  public void write(char[] buffer, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(buffer[i]);
    }
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(text.charAt(i));
    }
  }
}
