package org.vicilint.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * Standard output that remembers whether something was lost. Print writers swallow errors; a reader
 * that has seen enough, as {@code head}, is none.
 */
final class StandardOutput extends FileOutputStream {
  private boolean lost;

  StandardOutput() {
    super(FileDescriptor.out);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      super.write(bytes, from, length);
    } catch (IOException e) {
      String message = e.getMessage();
      lost |= message == null || !message.contains("Broken pipe");
      throw e;
    }
  }

  /** Whether what was written did not arrive, though somebody wanted it. */
  boolean lost() {
    return lost;
  }
}
