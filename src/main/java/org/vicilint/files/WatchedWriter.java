package org.vicilint.files;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.vicilint.model.Meter;

/**
 * Stops who writes as soon as writing fails. Print writers swallow errors, and millions of findings
 * would be worked out for a disk that is full, or a reader that has seen enough.
 */
public final class WatchedWriter extends Writer {
  private static final int LOOK = 1 << 16;

  private final Writer out;
  private final Meter written;
  private int since;

  /** Writing failed. */
  public static final class Failed extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    Failed(IOException cause) {
      super(cause);
    }
  }

  /**
   * @param written receives how many characters were written
   */
  public WatchedWriter(Writer out, Meter written) {
    this.out = out;
    this.written = written;
  }

  @Override
  public void write(char[] text, int from, int length) {
    try {
      out.write(text, from, length);
      look(length);
    } catch (IOException e) {
      throw new Failed(e);
    }
  }

  @Override
  public void write(String text, int from, int length) {
    try {
      out.write(text, from, length);
      look(length);
    } catch (IOException e) {
      throw new Failed(e);
    }
  }

  /** Checks for an error: a print writer reports one only when asked, and then it flushes. */
  private void look(int length) throws IOException {
    since += length;
    if (since > LOOK) {
      written.add(since);
      since = 0;
      if (out instanceof PrintWriter printer && printer.checkError()) {
        throw new IOException("writing failed");
      }
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new Failed(e);
    }
  }

  @Override
  public void close() {
    flush(); // what is behind it is somebody else's
  }
}
