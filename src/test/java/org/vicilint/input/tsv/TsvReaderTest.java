package org.vicilint.input.tsv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vicilint.input.export.DelimitedReader;
import org.vicilint.input.table.Column;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Secrets;
import org.vicilint.input.table.Table;
import org.vicilint.log.LogReading;
import org.vicilint.model.Account;
import org.vicilint.model.Outcome;
import org.vicilint.model.Problem;
import org.vicilint.source.ProblemLog;
import org.vicilint.source.Source;

/** Holds the fast reader of tables to the careful one. */
@Tag("slow")
@net.jqwik.api.Tag("slow")
final class TsvReaderTest {
  private static final String USERS =
      "user\tpass\tfull_name\tuser_level\tuser_group\tactive\thotkeys_active";
  private static final String[] HEADERS = {
    USERS,
    "\uFEFF" + USERS,
    "user_id\tuser\tapi_allowed_functions\tlast_login_date\temail\tview_reports",
    "user_group\tgroup_name\tallowed_campaigns",
    "login",
    "api_id\tuser\tapi_date\tapi_script\tfunction\tresult\tresult_reason\tsource\tdata",
    "system_name\tallow_ip_lists\tversion\tuse_non_latin",
    "ip_list_id\tip_address",
    "user\tfunction\tapi_date\tresult",
    "user\tuser_level\tuser\tmodify_uesrs",
    "none\tof\tours",
  };
  private static final String[] VALUES = {
    "",
    "0",
    "1",
    "1",
    "8",
    "77",
    "999",
    "Y",
    "maybe",
    "NULL",
    "\\N",
    "a",
    "b",
    "Zo\u00eb",
    "\uD83D\uDE00",
    "a\\tb\\\\\\n",
    "\\0",
    "\\",
    "\uFFFD",
    " ALL_FUNCTIONS ",
    "2025-07-20 18:41:00",
    "2025-02-30 18:41:00",
    "add_lead",
    "SUCCESS",
    "a rather long text that no column of twenty characters can hold",
    "x|secret|y",
    "\u0001",
    "\uFEFF",
    "#",
  };

  /** With a number behind, about as long as a login can be. */
  private static final String LONG = "a_LONG_login_0x_1y_2";

  private static final String[] HOSTILE = {
    "\r",
    "\u0000",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\"",
    "\u00ff",
    "\u0080",
    "\u00f0",
    "\u00ed\u00a0\u0080",
    "\\",
  };

  /** What a reader made of a table; accounts say where they stand. */
  private record Read(boolean took, List<Account> accounts, String rest, List<Problem> problems) {}

  @Property(tries = 4000)
  void takesTheSameAsTheCarefulReaderOrNothing(@ForAll Random random) throws IOException {
    boolean hostile = random.nextInt(3) == 0;
    byte[] bytes = table(random, hostile);
    Secrets secrets = new Secrets();
    Read careful = careful(bytes, secrets);
    Read fast = fast(bytes, secrets, 40 + random.nextInt(400));

    if (fast.took) {
      assertThat(fast).as(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(careful);
    } else {
      assertThat(fast.accounts).isEmpty();
      assertThat(fast.problems).isEmpty();
    }
    boolean replaced = new String(bytes, StandardCharsets.UTF_8).indexOf(0xFFFD) >= 0;
    if (!hostile && !replaced && careful.problems.isEmpty() && !careful.accounts.isEmpty()) {
      assertThat(fast(bytes, secrets, 1 << 16).took).as("well formed").isTrue();
    }
  }

  /** Most rows of a table are like the one before, so what is remembered of that must not leak. */
  @Property(tries = 2000)
  void takesTheSameOfRowsThatAreAlike(@ForAll Random random) throws IOException {
    List<String> names = new ArrayList<>(Table.USERS.names());
    if (random.nextInt(4) == 0) {
      Collections.shuffle(names, random);
    }
    names.removeIf(name -> random.nextInt(20) == 0 && !name.startsWith("user"));
    byte[] bytes = alike(names, random).getBytes(StandardCharsets.UTF_8);
    Secrets secrets = new Secrets();
    Read careful = careful(bytes, secrets);
    Read fast = fast(bytes, secrets, (1 << 13) + random.nextInt(1 << 15));

    boolean replaced = new String(bytes, StandardCharsets.UTF_8).indexOf(0xFFFD) >= 0;
    assertThat(fast.took).isEqualTo(!replaced);
    if (fast.took) {
      assertThat(fast).as(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(careful);
    }
  }

  private static String alike(List<String> names, Random random) {
    String[] row = new String[names.size()];
    for (int i = 0; i < row.length; i++) {
      Column column = Table.USERS.column(names.get(i));
      row[i] = random.nextInt(40) == 0 ? value(random) : column.defaultText();
    }
    StringBuilder text = new StringBuilder(String.join("\t", names)).append('\n');
    for (int i = random.nextInt(60); i > 0; i--) {
      String[] next = row.clone();
      for (int j = random.nextInt(4); j > 0; j--) {
        next[random.nextInt(next.length)] = value(random);
      }
      for (int j = 0; j < next.length; j++) {
        next[j] = own(names.get(j), next[j], i, random);
      }
      text.append(String.join("\t", next)).append(random.nextInt(5) == 0 ? "\r\n" : "\n");
      row = random.nextInt(10) == 0 ? next : row;
    }
    return text.toString();
  }

  /** What mostly each account has for itself. */
  private static String own(String column, String value, int number, Random random) {
    if (random.nextInt(20) == 0) {
      return value;
    }
    return switch (column) {
      case "user" -> (random.nextInt(9) == 0 ? LONG.substring(random.nextInt(6)) : "u") + number;
      case "pass" -> random.nextInt(5) == 0 ? "u" + number : "Ab-" + random.nextLong();
      case "pass_hash" -> random.nextInt(5) == 0 ? "$2y$" + random.nextInt(3) : value;
      case "full_name" -> "Name " + random.nextInt(3);
      case "last_login_date" -> "2026-0%d-11 12:13:14".formatted(1 + random.nextInt(3));
      case "email", "phone_login" -> random.nextBoolean() ? "x" + number : value;
      default -> value;
    };
  }

  private static String value(Random random) {
    int which = random.nextInt(VALUES.length * 2);
    return which < VALUES.length ? VALUES[which] : Integer.toString(which % 3);
  }

  @Test
  void readsWhatRunsOverManyChunks() throws IOException {
    StringBuilder text = new StringBuilder(USERS).append('\n');
    for (int i = 0; i < 5000; i++) {
      text.append("user").append(i).append("\tp").append(i % 7).append("\tZo\u00eb\t");
      text.append(i % 50 == 0 ? "many" : "8").append("\tADMIN\tY\t0\r\n");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    Secrets secrets = new Secrets();

    Read fast = fast(bytes, secrets, 100);

    assertThat(fast.took).isTrue();
    assertThat(fast.accounts).hasSize(5000);
    assertThat(fast).isEqualTo(careful(bytes, secrets));
    assertThat(fast.problems).hasSize(51).last().asString().contains("50 more");
  }

  @Test
  void aCarriageReturnInAValueEndsNothing() throws IOException {
    StringBuilder text = new StringBuilder(USERS).append('\n');
    for (int i = 0; i < 4000; i++) {
      String name = "x".repeat(i % 7) + "\r" + (i % 3 == 0 ? "\r" : "") + "y" + i;
      String end = i % 5 == 0 ? "\r\n" : "\n";
      text.append("u%d\tb\t%s\t8\tG\tY\t0%s".formatted(i, name, end));
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    Secrets secrets = new Secrets();
    Read fast = fast(bytes, secrets, 1 << 10);
    Read careful = careful(bytes, secrets);

    assertThat(fast.took).isTrue();
    assertThat(fast.accounts).hasSize(4000).isEqualTo(careful.accounts);
    assertThat(careful.problems).isEmpty();
    assertThat(fast.accounts.get(3999).fullName()).isEqualTo("xx\r\ry3999");
    assertThat(fast.accounts.get(3999).place("user").line()).isEqualTo(4001);
  }

  @Test
  void whereNoLineFeedIsCarriageReturnsEndLines() throws IOException {
    byte[] bytes = (USERS + "\nfine\tb\tc\t8\tG\tY\t0\n").replace('\n', '\r').getBytes();
    Read careful = careful(bytes, new Secrets());

    assertThat(careful.accounts).extracting(Account::user).containsExactly("fine");
  }

  @Test
  void leavesWhatIsNotWellFormedToTheCarefulReader() throws IOException {
    for (String line : List.of("a\tb\n", "a\0\tb\tc\t8\tG\tY\t0\n")) {
      byte[] bytes = (USERS + "\nfine\tb\tc\t8\tG\tY\t0\n" + line).getBytes(StandardCharsets.UTF_8);
      Read fast = fast(bytes, new Secrets(), 1 << 10);

      assertThat(fast.took).isFalse();
      assertThat(fast.accounts).isEmpty();
      Read careful = careful(bytes, new Secrets());
      assertThat(careful.accounts).extracting(Account::user).contains("fine");
      assertThat(careful.problems).isNotEmpty();
    }
  }

  private static byte[] table(Random random, boolean hostile) {
    String header = HEADERS[random.nextInt(HEADERS.length)];
    String end = random.nextInt(4) == 0 ? "\r\n" : "\n";
    StringBuilder text = new StringBuilder(header).append(end);
    int fields = header.split("\t").length;
    for (int i = random.nextInt(12); i > 0; i--) {
      for (int j = 0; j < fields; j++) {
        text.append(j > 0 ? "\t" : "").append(VALUES[random.nextInt(VALUES.length)]);
      }
      text.append(i == 1 && random.nextBoolean() ? "" : end);
    }
    if (!hostile) {
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] wild = HOSTILE[random.nextInt(HOSTILE.length)].getBytes(StandardCharsets.ISO_8859_1);
    int at = random.nextInt(bytes.length + 1);
    byte[] all = new byte[bytes.length + wild.length];
    System.arraycopy(bytes, 0, all, 0, at);
    System.arraycopy(wild, 0, all, at, wild.length);
    System.arraycopy(bytes, at, all, at + wild.length, bytes.length - at);
    return all;
  }

  private static Read careful(byte[] bytes, Secrets secrets) throws IOException {
    ParsedInput harvest = harvest();
    ProblemLog log = new ProblemLog("t.tsv", 50);
    new DelimitedReader(Source.of("t.tsv", bytes), true, harvest, secrets, log).read();
    return read(true, harvest, log);
  }

  private static Read fast(byte[] bytes, Secrets secrets, int longest) throws IOException {
    ParsedInput harvest = harvest();
    ProblemLog log = new ProblemLog("t.tsv", 50);
    boolean took = new TsvReader(Source.of("t.tsv", bytes), harvest, secrets, log, longest).read();
    return read(took, harvest, log);
  }

  private static ParsedInput harvest() {
    return new ParsedInput(new LogReading(null, null, (result, reason) -> Outcome.GRANTED));
  }

  private static Read read(boolean took, ParsedInput harvest, ProblemLog log) {
    List<Account> accounts = new ArrayList<>(harvest.accounts());
    accounts.sort(Account.BY_PLACE);
    harvest.logins().sort(null);
    String rest =
        harvest.groups().stream().map(Object::toString).sorted().toList()
            + harvest.logins().toString()
            + harvest.settings().stream().map(Object::toString).sorted().toList()
            + new TreeSet<>(harvest.ipLists())
            + harvest.tables().stream().map(Table::name).sorted().toList()
            + harvest.usage().usage(true)
            + log.secretive();
    return new Read(took, accounts, rest, log.all());
  }
}
