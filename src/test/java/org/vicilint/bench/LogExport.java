package org.vicilint.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;

/**
 * Writes {@code vicidial_api_log} as {@code mysql -B} does: the calls of some programs over months,
 * always the same.
 */
final class LogExport {
  private static final long SEED = 20250720;
  private static final int BUFFER = 1 << 20;
  private static final int PROGRAMS = 60;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final LocalDateTime FIRST = LocalDateTime.of(2026, 5, 1, 0, 0);
  private static final String HEADER =
      "api_id\tuser\tapi_date\tapi_script\tfunction\tagent_user\tvalue\tresult\tresult_reason\tsource\tdata"
          + "\trun_time\twebserver\tapi_url\n";
  private static final List<String> FUNCTIONS =
      List.of("add_lead", "update_lead", "lead_search", "agent_status", "recording_lookup");

  private LogExport() {}

  /** Writes so many calls. */
  static void write(Path file, int rows) throws IOException {
    Random random = new Random(SEED);
    StringBuilder text = new StringBuilder(BUFFER + (1 << 10)).append(HEADER);
    String time = "";
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      for (int i = 0; i < rows; i++) {
        if (i % 4 == 0) {
          time = FIRST.plusSeconds(i / 4).format(TIME);
        }
        row(text, i, time, random.nextInt());
        if (text.length() >= BUFFER || i + 1 == rows) {
          out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
          text.setLength(0);
        }
      }
    }
  }

  private static void row(StringBuilder text, int i, String time, int dice) {
    int program = (dice >>> 4) % PROGRAMS;
    String function = FUNCTIONS.get((dice >>> 12) % FUNCTIONS.size());
    boolean refused = (dice >>> 20) % 50 == 0;
    text.append(i + 1).append("\tapi").append(program).append('\t').append(time);
    text.append("\tnon-agent\t").append(function).append("\t\tNULL\t");
    text.append(refused ? "ERROR\t" : "SUCCESS\t").append(function);
    text.append(refused ? " NO PERMISSION" : " DONE");
    text.append("\tcrm").append(program % 3).append("\t").append(dice >>> 8).append("|101");
    text.append("\t0.0205\t1\t").append(i + 1).append('\n');
  }
}
