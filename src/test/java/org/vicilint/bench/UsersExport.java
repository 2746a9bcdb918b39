package org.vicilint.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.vicilint.access.FunctionList;
import org.vicilint.catalog.Catalog;

/**
 * Writes {@code vicidial_users} as {@code mysql -B} does: every column of the table, always the
 * same accounts. Mostly agents, one in fifty a manager, one in a hundred a program's.
 */
final class UsersExport {
  private static final long SEED = 20250720;
  private static final int BUFFER = 1 << 20;
  private static final List<String> FIRST =
      List.of(
          "Maria", "James", "Aisha", "Zo\u00eb", "Pavel", "Linh", "Omar", "Grace", "Ivan", "Rosa");
  private static final List<String> LAST =
      List.of("Lopez", "Petrova", "Nguyen", "Smith", "M\u00fcller", "Khan", "Okafor", "Silva");

  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> index = new LinkedHashMap<>();
  private final String[] defaults;
  private final List<String> functions = Catalog.load().names();
  private final Random random = new Random(SEED);
  private String[] row;

  private UsersExport() throws IOException {
    List<String> texts = new ArrayList<>();
    try (InputStream in = Catalog.class.getResourceAsStream("/catalog/columns.tsv")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] cells = line.split("\t", -1);
        if (cells[0].equals("vicidial_users")) {
          index.put(cells[1], names.size());
          names.add(cells[1]);
          texts.add(cells[3].replace("'", ""));
        }
      }
    }
    defaults = texts.toArray(String[]::new);
  }

  /** Writes so many accounts. */
  static void write(Path file, int accounts) throws IOException {
    UsersExport export = new UsersExport();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      export.line(out, export.names.toArray(String[]::new));
      for (int i = 0; i < accounts; i++) {
        export.line(out, export.account(i));
      }
    }
  }

  private void line(OutputStream out, String[] cells) throws IOException {
    out.write((String.join("\t", cells) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private String[] account(int i) {
    row = defaults.clone();
    set("user_id", Integer.toString(i + 1));
    set("pass", Long.toString(Math.abs(random.nextLong()), 36));
    set("user_level", "1");
    set("phone_pass", Integer.toString(random.nextInt(1 << 20), 36));
    set("modify_stamp", "2026-11-%02d 20:56:17".formatted(1 + i % 20));
    set("last_login_date", date());
    set("last_ip", "10.%d.%d.%d".formatted(i % 7, i % 199, i % 251));
    String name =
        FIRST.get(random.nextInt(FIRST.size())) + " " + LAST.get(random.nextInt(LAST.size()));
    set("full_name", name);
    set("email", "u" + i + "@example.com");
    if (i % 100 == 0) {
      program(i);
    } else if (i % 50 == 1) {
      manager(i);
    } else {
      set("user", "agent%07d".formatted(i));
      set("user_group", "AGENTS" + i % 40);
      set("phone_login", Integer.toString(8_000_000 + i));
      set("active", i % 9 == 0 ? "N" : "Y");
    }
    return row;
  }

  /** Most programs are what they should be; a fifth can do more than that. */
  private void program(int i) {
    set("user", "api%07d".formatted(i));
    set("full_name", "Nightly job " + i);
    set("user_group", "API");
    set("user_level", "8");
    set("vdc_agent_api_access", "1");
    set("api_only_user", "1");
    set("api_list_restrict", "1");
    set("modify_leads", "1");
    set("api_allowed_functions", FunctionList.of(List.of("add_lead", "update_lead", "version")));
    if (random.nextInt(5) == 0) {
      set("user_level", "9");
      set("modify_users", "1");
      set("delete_users", "1");
      set("api_only_user", "0");
      set(
          "api_allowed_functions",
          FunctionList.of(List.of("add_lead", functions.get(random.nextInt(functions.size())))));
    }
  }

  private void manager(int i) {
    set("user", "boss%07d".formatted(i));
    set("user_group", "MANAGERS");
    set("user_level", Integer.toString(7 + random.nextInt(2)));
    set("view_reports", "1");
    set("modify_lists", "1");
    set("modify_users", "1");
    set("export_reports", "1");
    set("api_allowed_functions", "");
  }

  private String date() {
    return "2026-%02d-%02d %02d:%02d:%02d"
        .formatted(
            9 + random.nextInt(2),
            1 + random.nextInt(28),
            random.nextInt(24),
            random.nextInt(60),
            random.nextInt(60));
  }

  private void set(String column, String text) {
    row[index.get(column)] = text;
  }

  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]), Integer.parseInt(args[1]));
  }
}
