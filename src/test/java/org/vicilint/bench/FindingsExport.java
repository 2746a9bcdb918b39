package org.vicilint.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vicilint.access.FunctionList;
import org.vicilint.catalog.Catalog;

/**
 * Writes an estate in which there is much to find, as {@code mysql -B} writes the columns that
 * somebody chose: two accounts in five are programs' of level 7 to 9. None may edit users: what
 * that opens is measured by {@link TakeoverBenchmark}. Always the same.
 */
final class FindingsExport {
  private static final long SEED = 20250720;

  /** How many lists of functions there are; accounts that do the same work share one. */
  private static final int LISTS = 2_000;

  private static final int GRANTED = 5;
  private static final String HEADER =
      "user\tpass\tfull_name\tuser_level\tuser_group\tactive\tphone_login\tmodify_users\t"
          + "modify_leads\tdelete_users\tview_reports\texport_reports\tvdc_agent_api_access\t"
          + "api_only_user\tapi_list_restrict\tapi_allowed_functions\tlast_login_date\n";

  private final List<String> lists = new ArrayList<>();
  private final Random random = new Random(SEED);
  private final boolean clean;

  private FindingsExport(boolean clean) {
    this.clean = clean;
    List<String> functions = Catalog.load().names();
    for (int i = 0; i < LISTS; i++) {
      List<String> granted = new ArrayList<>();
      for (int j = 0; j < GRANTED; j++) {
        granted.add(functions.get(random.nextInt(functions.size())));
      }
      lists.add(FunctionList.of(granted));
    }
  }

  /**
   * Writes so many accounts.
   *
   * @param clean whether all of them are agents' instead, of which there is nothing to find
   */
  static void write(Path file, int accounts, boolean clean) throws IOException {
    FindingsExport export = new FindingsExport(clean);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      for (int i = 0; i < accounts; i++) {
        out.write(String.join("\t", export.account(i)) + "\n");
      }
    }
  }

  private List<String> account(int i) {
    String password = Long.toString(Math.abs(random.nextLong()), 36);
    String login = "2026-11-%02d 08:00:00".formatted(1 + random.nextInt(20));
    return !clean && i % 5 < 2 ? program(i, password, login) : agent(i, password, login);
  }

  private static List<String> agent(int i, String password, String login) {
    return List.of(
        "agent%07d".formatted(i),
        password,
        "Agent " + i,
        "1",
        "AGENTS" + i % 40,
        "Y",
        Integer.toString(8_000_000 + i),
        "0",
        "0",
        "0",
        "0",
        "0",
        "0",
        "0",
        "0",
        "",
        login);
  }

  private List<String> program(int i, String password, String login) {
    return List.of(
        "api%07d".formatted(i),
        password,
        "Nightly job " + i,
        Integer.toString(7 + random.nextInt(3)),
        "API" + i % 40,
        "Y",
        "NULL",
        "0",
        Integer.toString(random.nextInt(7)),
        bit(),
        bit(),
        bit(),
        "1",
        bit(),
        bit(),
        list(),
        login);
  }

  private String bit() {
    return Integer.toString(random.nextInt(2));
  }

  /** A third has VICIdial's default. */
  private String list() {
    return random.nextInt(3) == 0 ? " ALL_FUNCTIONS " : lists.get(random.nextInt(lists.size()));
  }

  /** Takes the file, how many accounts, and whether they are to be clean. */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]), Integer.parseInt(args[1]), Boolean.parseBoolean(args[2]));
  }
}
