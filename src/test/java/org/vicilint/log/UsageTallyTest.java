package org.vicilint.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vicilint.model.LoggedAccount;
import org.vicilint.model.LoggedFunction;
import org.vicilint.model.Outcome;
import org.vicilint.model.Sources;
import org.vicilint.model.Usage;

/** Rows of the log become counts, and nothing else. */
class UsageTallyTest {
  private static final Set<String> ALL = Set.copyOf(LogColumn.NAMES);
  private static final LogReading READING =
      new LogReading(
          null,
          null,
          (result, reason) ->
              switch (result) {
                case "SUCCESS" -> Outcome.GRANTED;
                case "ERROR" ->
                    reason.startsWith("auth")
                        ? Outcome.ALLOWED_FUNCTION
                        : reason.startsWith("Invalid Username") ? Outcome.LOGIN : Outcome.ERROR;
                default -> Outcome.UNKNOWN;
              });

  @Test
  void theColumnsHaveTheSlotsOfTheirNames() {
    assertThat(LogColumn.NAMES.indexOf("data")).isEqualTo(LogColumn.DATA);
    assertThat(LogColumn.NAMES.indexOf("result")).isEqualTo(LogColumn.RESULT);
  }

  @Test
  void countsByAccountScriptAndFunction() {
    UsageTally tally = tally(READING);
    add(tally, "1", "crm", "2026-01-01 10:00:00", "non-agent", "add_lead", "SUCCESS", "ok", "a");
    add(tally, "2", "CRM ", "2026-01-02 10:00:00", "non-agent", "add_lead", "ERROR", "auth", "b");
    add(tally, "3", "crm", "2026-01-03 10:00:00", "agent", "logout", "MAYBE", "", "a");
    Usage usage = tally.usage(true);
    assertThat(usage.rows()).isEqualTo(3);
    assertThat(usage.accounts()).containsOnlyKeys("crm");
    LoggedAccount crm = usage.accounts().get("crm");
    assertThat(crm.user()).isEqualTo("CRM ");
    assertThat(crm.sources()).isEqualTo(Sources.of(List.of("a", "b")));
    assertThat(crm.functions())
        .extracting(LoggedFunction::function)
        .containsExactly("logout", "add_lead");
    LoggedFunction add = crm.functions().get(1);
    assertThat(add.count(Outcome.GRANTED)).isEqualTo(1);
    assertThat(add.refused()).isEqualTo(1);
    assertThat(add.period().days()).isEqualTo(1);
    assertThat(crm.functions().get(0).count(Outcome.UNKNOWN)).isEqualTo(1);
    assertThat(crm.functions().get(0).count(Outcome.GRANTED)).isZero();
  }

  @Test
  void onlyTheTimeAskedForCountsBothEndsIncluded() {
    LocalDateTime day = LocalDateTime.of(2026, 1, 2, 0, 0);
    UsageTally tally =
        tally(new LogReading(day, day.plusHours(1), (result, reason) -> Outcome.GRANTED));
    for (String time : List.of("01 23:59:59", "02 00:00:00", "02 01:00:00", "02 01:00:01")) {
      add(tally, "1", "u", "2026-01-" + time, "agent", "logout", "SUCCESS", "", "");
    }
    Usage usage = tally.usage(true);
    assertThat(usage.rows()).isEqualTo(2);
    assertThat(usage.outside()).isEqualTo(2);
    assertThat(usage.log().last()).isEqualTo(LocalDateTime.of(2026, 1, 2, 1, 0, 1));
    assertThat(usage.period().last()).isEqualTo(LocalDateTime.of(2026, 1, 2, 1, 0, 0));
  }

  @Test
  void aRowWithoutATimeIsNone() {
    for (String time :
        List.of(
            "",
            "0000-00-00 00:00:00",
            "2026-02-29 00:00:00",
            "yesterday at about 5",
            "2026-01-01")) {
      UsageTally tally = tally(READING);
      assertThat(add(tally, "1", "u", time, "agent", "logout", "SUCCESS", "", ""))
          .isEqualTo(UsageTally.NO_TIME);
      assertThat(tally.usage(true).rows()).isZero();
    }
    assertThat(
            add(
                tally(READING),
                "1",
                "u",
                "2028-02-29 23:59:59.123456",
                "agent",
                "logout",
                "SUCCESS",
                "",
                ""))
        .isNull();
  }

  @Test
  void aFieldThatNoColumnHoldsMakesNoRow() {
    UsageTally tally = tally(READING);
    assertThat(
            add(
                tally,
                "1",
                "u".repeat(200),
                "2026-01-01 00:00:00",
                "agent",
                "x",
                "SUCCESS",
                "",
                ""))
        .isEqualTo(UsageTally.TOO_LONG);
    assertThat(
            add(
                tally,
                "1",
                "u",
                "2026-01-01 00:00:00",
                "agent",
                "x",
                "ERROR",
                "r".repeat(5000),
                ""))
        .isEqualTo(UsageTally.TOO_LONG);
    assertThat(tally.usage(true).rows()).isZero();
  }

  @Test
  void sourcesAreExactUpToALimitAndNamelessBeyond() {
    UsageTally tally = tally(READING);
    for (int i = 0; i < Sources.MOST; i++) {
      add(tally, "1", "u", "2026-01-01 00:00:00", "agent", "x", "SUCCESS", "", "s" + i);
    }
    assertThat(sources(tally).count()).isEqualTo(Sources.MOST);
    assertThat(sources(tally).tooMany()).isFalse();
    add(tally, "1", "u", "2026-01-01 00:00:00", "agent", "x", "SUCCESS", "", "one more");
    assertThat(sources(tally)).isEqualTo(Sources.TOO_MANY);
  }

  @Test
  void passwordsInDataAreCountedWhereTheyStand() {
    String time = "2026-01-01 00:00:00";
    assertThat(secrets("non-agent", "add_user", "SUCCESS", "ok", "n1|Hush1|1", time)).isEqualTo(1);
    assertThat(secrets("non-agent", "copy_user", "SUCCESS", "ok", "n1|Hush1", time)).isEqualTo(1);
    assertThat(secrets("agent", "logout", "ERROR", "Invalid Username/Password", "u|Hush1|0", time))
        .isEqualTo(1);
    assertThat(secrets("non-agent", "add_user", "ERROR", "other", "n1|x", time)).isZero();
    assertThat(secrets("non-agent", "add_lead", "SUCCESS", "ok", "n1|x", time)).isZero();
    assertThat(secrets("non-agent", "add_user", "SUCCESS", "ok", "", time)).isZero();
    assertThat(secrets("non-agent", "add_user", "SUCCESS", "ok", "n1|****|1", time)).isZero();
    assertThat(secrets("non-agent", "add_user", "SUCCESS", "ok", "who knows", time)).isEqualTo(1);
  }

  @Test
  void sourcesWhoseNumbersLieInOneAnotherAreNamed() {
    UsageTally tally = tally(READING);
    tally.begin("b.tsv", ALL);
    add(tally, "5", "u", "2026-01-01 00:00:00", "agent", "x", "SUCCESS", "", "");
    add(tally, "9", "u", "2026-01-01 00:00:00", "agent", "x", "SUCCESS", "", "");
    tally.begin("c.tsv", ALL);
    add(tally, "10", "u", "2026-01-01 00:00:00", "agent", "x", "SUCCESS", "", "");
    tally.begin("a.tsv", ALL);
    add(tally, "7", "u", "2026-01-01 00:00:00", "agent", "x", "SUCCESS", "", "");
    assertThat(tally.usage(true).overlaps()).containsExactly(new Usage.Overlap("a.tsv", "b.tsv"));
  }

  @Test
  void partsInAnyOrderGiveWhatTheWholeGives() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      List<UsageTally> parts = new ArrayList<>();
      UsageTally whole = tally(READING);
      for (int p = 0; p < 4; p++) {
        UsageTally part = tally(READING);
        for (int i = 0; i < 100; i++) {
          String[] row = {
            Integer.toString(random.nextInt(1000)),
            (random.nextBoolean() ? "u" : "U") + random.nextInt(3),
            "2026-01-%02d 00:00:00".formatted(1 + random.nextInt(28)),
            random.nextBoolean() ? "agent" : "non-agent",
            "f" + random.nextInt(3),
            random.nextBoolean() ? "SUCCESS" : "ERROR",
            random.nextBoolean() ? "auth" : "other",
            "s" + random.nextInt(seed % 2 == 0 ? 4 : 40)
          };
          add(part, row);
          add(whole, row);
        }
        parts.add(part);
      }
      Collections.shuffle(parts, random);
      UsageTally sum = new UsageTally(READING);
      parts.forEach(sum::add);
      assertThat(sum.usage(true)).isEqualTo(whole.usage(true));
    }
  }

  @Test
  void manyKeysKeepTheirNumbers() {
    ByteStringTable keys = new ByteStringTable();
    for (int i = 0; i < 100_000; i++) {
      byte[] key = ("key" + i).getBytes(StandardCharsets.UTF_8);
      assertThat(keys.find(key, 0, key.length)).isEqualTo(-1);
      assertThat(keys.add(key, 0, key.length)).isEqualTo(i);
    }
    for (int i = 0; i < 100_000; i++) {
      byte[] key = ("-key" + i).getBytes(StandardCharsets.UTF_8);
      assertThat(keys.add(key, 1, key.length)).isEqualTo(i);
      assertThat(keys.text(i)).isEqualTo("key" + i);
    }
  }

  private static Sources sources(UsageTally tally) {
    return tally.usage(true).accounts().get("u").sources();
  }

  private static long secrets(
      String script, String function, String result, String reason, String data, String time) {
    UsageTally tally = tally(READING);
    add(tally, "1", "u", time, script, function, result, reason, "", data);
    return tally.usage(true).accounts().get("u").functions().get(0).secrets();
  }

  private static UsageTally tally(LogReading reading) {
    UsageTally tally = new UsageTally(reading);
    tally.begin("log.tsv", ALL);
    return tally;
  }

  private static String add(UsageTally tally, String... values) {
    byte[] bytes = String.join("", values).getBytes(StandardCharsets.UTF_8);
    int[] from = new int[LogColumn.NAMES.size()];
    int[] to = new int[from.length];
    int at = 0;
    for (int i = 0; i < values.length; i++) {
      from[i] = at;
      at += values[i].getBytes(StandardCharsets.UTF_8).length;
      to[i] = at;
    }
    return tally.add(bytes, from, to);
  }
}
