package org.vicilint.input.tsv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vicilint.input.table.Header;
import org.vicilint.source.ProblemLog;

/**
 * The first line of a table, taken from bytes.
 *
 * @param header what it says
 * @param end where in the chunk the first record begins
 */
record TsvHeader(Header header, int end) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Reads it; null when it is not well formed. */
  static TsvHeader of(LineChunks.Chunk chunk, ProblemLog log) {
    int end = 0;
    while (chunk.bytes[end] != '\n') {
      end++;
    }
    String line = new String(chunk.bytes, 0, end, StandardCharsets.UTF_8);
    if (line.indexOf(BYTE_ORDER_MARK) == 0) {
      line = line.substring(1);
    }
    if (line.endsWith("\r")) {
      line = line.substring(0, line.length() - 1);
    }
    if (line.isEmpty()
        || line.indexOf('\r') >= 0
        || line.indexOf('\0') >= 0
        || line.indexOf('\uFFFD') >= 0) {
      return null;
    }
    List<String> names = List.of(line.split("\t", -1));
    List<int[]> places = new ArrayList<>();
    int column = 1;
    for (String name : names) {
      places.add(new int[] {1, column});
      column += name.length() + 1;
    }
    return new TsvHeader(new Header(names, places, log), end + 1);
  }
}
