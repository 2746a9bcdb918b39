package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** A refused login, as servers, VICIdial's documentation and wrappers write it. */
class RefusedLoginFormsTest {
  private static final String WORDS = "ERROR: Invalid Username/Password";
  private static final List<String> BEFORE =
      List.of(": |", " - ", " - |", ": ", " \u2013 ", " \u2014 ");

  private static final List<String> REASONS =
      List.of("BAD", "LOCK", "2FA", "IPBLOCK", "ERRSERVERS", "GOOD");

  private static Cli run(String answer) {
    Cli run = Cli.run("diagnose", answer, "--format", "jsonl");
    assertThat(run.all()).doesNotContain("Hush1");
    return run;
  }

  private static JsonNode row(Cli run) {
    return Vectors.parse(run.out().strip());
  }

  private static List<String> reasonsInEveryForm() {
    List<String> answers = new ArrayList<>();
    for (String before : BEFORE) {
      for (String reason : REASONS) {
        String counts = reason.equals("GOOD") ? "1|0|" : "0|1|";
        for (String end : List.of("", "|")) {
          answers.add(WORDS + before + "hr_sync|Hush1|" + counts + reason + end);
        }
      }
    }
    return answers;
  }

  @ParameterizedTest
  @MethodSource("reasonsInEveryForm")
  void everyReasonInEveryFormIsTheRefusedLogin(String answer) {
    Cli run = run(answer);
    JsonNode row = row(run);
    assertThat(run.status()).isZero();
    assertThat(row.get("status").asText()).isEqualTo("refusal");
    assertThat(row.get("gate").asText()).isEqualTo("login");
    assertThat(row.get("api").asText()).isEqualTo("agent");
    assertThat(row.get("account").asText()).isEqualTo("hr_sync");
    boolean bad = answer.contains("|BAD");
    assertThat(row.get("meaning").asText().contains("user or password is wrong")).isEqualTo(bad);
  }

  @Test
  void thePasswordMayHoldBarsAndDigits() {
    JsonNode row = row(run(WORDS + " - hr_sync|4|Hush1|0|0|0|BAD"));
    assertThat(row.get("account").asText()).isEqualTo("hr_sync");
    assertThat(row.get("answer").asText())
        .isEqualTo("ERROR: Invalid Username/Password - hr_sync|****|0|0|BAD|...");
  }

  @Test
  void theOldestBuildsHaveOneCount() {
    JsonNode row = row(run(WORDS + " - hr_sync|Hush1|0"));
    assertThat(row.get("account").asText()).isEqualTo("hr_sync");
    assertThat(row.get("meaning").asText()).contains("or vdc_agent_api_access is not 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {" - ||0|0|BAD", ": |||0|0|BAD|"})
  void emptyFieldsAreNoPassword(String fields) {
    assertThat(row(run(WORDS + fields)).get("meaning").asText()).startsWith("None arrived");
  }

  @Test
  void aBlockedAddressIsNoWrongPassword() {
    for (String answer :
        List.of(
            WORDS + ": |hr_sync|Hush1|0|1|IPBLOCK|",
            "ERROR: Login incorrect, please try again: |hr_sync|Hush1|IPBLOCK|")) {
      assertThat(row(run(answer)).get("meaning").asText())
          .contains("refuses the address of the caller (IPBLOCK), not the password")
          .contains("User and password were right")
          .contains("api_ip_list", "system_ip_blacklist", "ignore_ip_list")
          .doesNotContain("is wrong");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERROR: Invalid Username/Password - hr_sync|Hush1",
        "ERROR: Invalid Username/Password - Hush1|0|0|BAD",
        "ERROR: Invalid Username/Password - hr_sync|Hush1|BAD",
        "ERROR: Login incorrect, please try again - hr_sync|Hush1"
      })
  void fieldsThatNoServerPrintsAreNotShown(String answer) {
    Cli run = run(answer);
    assertThat(run.status()).isEqualTo(3);
    assertThat(row(run).get("gate").asText()).isEqualTo("login");
    assertThat(row(run).get("account").isNull()).isTrue();
    assertThat(row(run).get("meaning").asText())
        .contains("The reason is not in what was read", "not as any server prints them");
  }

  @Test
  void aWebPageMakesALongerDash() {
    Cli run =
        run(
            "ERROR: add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM \u2013 6666|0");
    assertThat(run.status()).isZero();
    assertThat(row(run).get("account").asText()).isEqualTo("6666");
  }
}
