package org.vicilint.model;

import org.vicilint.text.PasswordMask;

/**
 * Location of a value in a source.
 *
 * @param source the file as the user named it, or {@code -} for standard input
 * @param line the line, from 1; 0 when the whole source is meant
 * @param column the character in that line, from 1; 0 when the whole line is meant
 */
public record SourceLocation(String source, int line, int column)
    implements Comparable<SourceLocation> {

  /** The place of a whole source. */
  public static SourceLocation of(String source) {
    return new SourceLocation(source, 0, 0);
  }

  @Override
  public int compareTo(SourceLocation other) {
    int bySource = source.compareTo(other.source);
    if (bySource != 0) {
      return bySource;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** {@code file:line:column}, without the parts that are not known, for messages. */
  @Override
  public String toString() {
    String file = PasswordMask.within(source); // and what stands behind it stays
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
