package org.vicilint.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.vicilint.model.Meter;

/** Stream that reports how many bytes were read. */
final class CountingStream extends FilterInputStream {
  private final Meter meter;

  CountingStream(InputStream in, Meter meter) {
    super(in);
    this.meter = meter;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    meter.add(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = super.read(bytes, from, length);
    meter.add(Math.max(0, read));
    return read;
  }
}
