package org.vicilint.render;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Passes ASCII text on, and knows about how large it is when compressed. */
public final class GzipSize extends FilterWriter {
  private long compressed;
  private final OutputStream gzip;

  public GzipSize(Writer out) throws IOException {
    super(out);
    gzip =
        new GZIPOutputStream(
            new OutputStream() {
              @Override
              public void write(int b) {
                compressed++;
              }

              @Override
              public void write(byte[] bytes, int from, int length) {
                compressed += length;
              }
            });
  }

  public long compressed() {
    return compressed;
  }

  @Override
  public void write(int c) throws IOException {
    gzip.write(c);
    out.write(c);
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    gzip.write(new String(text, from, length).getBytes(StandardCharsets.US_ASCII));
    out.write(text, from, length);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    gzip.write(text.substring(from, from + length).getBytes(StandardCharsets.US_ASCII));
    out.write(text, from, length);
  }
}
