package org.vicilint.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Recognises text of more than one byte a character, which programs of Windows write: by its
 * byte-order mark, else by the NULs beside its first two characters, since logs and answers begin
 * with ASCII.
 */
final class WideText {
  private static final int HEAD = 4;

  private WideText() {}

  /** A reader of the text; of UTF-8 where nothing shows another encoding. */
  static Reader reader(InputStream in) throws IOException {
    PushbackInputStream text = new PushbackInputStream(in, HEAD);
    byte[] head = head(text);
    Form form = Form.of(head);
    if (form == null) {
      text.unread(head);
      return new Utf8Reader(text);
    }
    text.unread(head, form.mark, head.length - form.mark);
    return new InputStreamReader(text, Charset.forName(form.charset));
  }

  /** The first bytes, no more than decide: the rest of a line may come much later. */
  private static byte[] head(InputStream in) throws IOException {
    byte[] head = new byte[HEAD];
    int n = 0;
    int next = 0;
    while (next >= 0 && n < HEAD && (n < 2 || mayBeWide(head[0]) || mayBeWide(head[1]))) {
      next = in.read();
      if (next >= 0) {
        head[n++] = (byte) next;
      }
    }
    return Arrays.copyOf(head, n);
  }

  private static boolean mayBeWide(byte b) {
    return b == 0 || (b & 0xFF) >= 0xFE;
  }

  /**
   * An encoding and how its text begins.
   *
   * @param mark how many bytes the byte-order mark has
   */
  private record Form(String charset, int mark) {

    /** The encoding of a text that begins so; null for any of one byte a character. */
    static Form of(byte[] b) {
      if (starts(b, 0xFF, 0xFE, 0, 0)) {
        return new Form("UTF-32LE", 4);
      }
      if (starts(b, 0, 0, 0xFE, 0xFF)) {
        return new Form("UTF-32BE", 4);
      }
      if (starts(b, 0xFF, 0xFE)) {
        return new Form("UTF-16LE", 2);
      }
      if (starts(b, 0xFE, 0xFF)) {
        return new Form("UTF-16BE", 2);
      }
      if (b.length < HEAD) {
        return null;
      }
      if (b[0] != 0 && b[1] == 0 && b[2] != 0 && b[3] == 0) {
        return new Form("UTF-16LE", 0);
      }
      return b[0] == 0 && b[1] != 0 && b[2] == 0 && b[3] != 0 ? new Form("UTF-16BE", 0) : null;
    }

    private static boolean starts(byte[] bytes, int... with) {
      if (bytes.length < with.length) {
        return false;
      }
      for (int i = 0; i < with.length; i++) {
        if ((bytes[i] & 0xFF) != with[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
