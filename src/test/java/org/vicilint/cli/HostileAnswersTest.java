package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vicilint.source.LogLines;
import org.vicilint.testkit.Cli;

/** Whatever a log holds, {@code diagnose} shows no password, and nothing takes over a terminal. */
@Tag("slow")
@net.jqwik.api.Tag("slow")
class HostileAnswersTest {
  private static final String PASSWORD = "Zx9QpassKw";

  /** Where servers and people put passwords. */
  private static final List<String> HOLDING =
      List.of(
          "ERROR: Login incorrect, please try again: |6666|%s|BAD|",
          "ERROR: Invalid Username/Password: |6666|%s|0|",
          "ERROR: Invalid Username/Password: |6666|%s|1|0|GOOD|",
          "ERROR: Invalid Username/Password: |6666|%1$s|0|0|BAD|0|api|SELECT count(*) from vicidial_users where user='6666' and pass='%1$s' and active='Y'|",
          "SUCCESS: add_user USER HAS BEEN ADDED - a|b|%s|8|n|g",
          "ERROR: add_user YOU MUST USE ALL REQUIRED FIELDS: |a|b|%s|8||",
          "ERROR: wrong password %s for 6666",
          "ERROR: Login of 6666:%s refused",
          "10.0.0.1 \"GET /non_agent_api.php?user=6666&pass=%s&function=x\" ERROR: add_lead ODD ANSWER",
          "ERROR: add_lead ODD url=https://6666:%s@host/?agent_pass=1 - x",
          "{\"pass\":\"%1$s\",\"body\":\"ERROR: Login incorrect, please try again: |6666|%1$s|BAD|\"}");

  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void noPasswordIsShown(@ForAll @Size(min = 30, max = 60) List<@From("damaged") String> lines) {
    byte[] log = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    for (List<String> args :
        List.of(
            List.of("diagnose"),
            List.of("diagnose", "--format", "jsonl"),
            List.of("diagnose", String.join("\n", lines)),
            List.of("diagnose", "--format", "jsonl", "--build", "250720-1841", lines.get(0)))) {
      assertThat(run(log, args))
          .doesNotContainIgnoringCase("Zx9Q")
          .doesNotContainIgnoringCase("passKw");
    }
  }

  /** Lines with a letter changed, or cut, outside the password. */
  @Provide
  Arbitrary<String> damaged() {
    return Combinators.combine(
            Arbitraries.of(HOLDING),
            Arbitraries.integers().between(0, 200),
            Arbitraries.chars().range(' ', '~'),
            Arbitraries.of("keep", "change", "drop", "cut"))
        .as(
            (form, at, c, how) -> {
              String line = form.formatted(PASSWORD);
              int place = at % line.length();
              boolean inside =
                  line.substring(Math.max(0, place - PASSWORD.length() + 1)).indexOf(PASSWORD)
                      < Math.min(place + 1, PASSWORD.length());
              return switch (inside && !how.equals("cut") ? "keep" : how) {
                case "change" -> line.substring(0, place) + c + line.substring(place + 1);
                case "drop" -> line.substring(0, place) + line.substring(place + 1);
                case "cut" -> line.substring(0, place) + " ";
                default -> line;
              };
            });
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void bytesEndInAStatus(@ForAll byte[] bytes) {
    run(bytes, List.of("diagnose", "-"));
    run(bytes, List.of("diagnose", "--format", "jsonl"));
    run(bytes, List.of("explain-build", "-"));
  }

  @Test
  void namesCannotTakeOverATerminal() {
    String line =
        "ERROR: add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM: |\u001b[31m\0\u202e|0|";
    assertThat(run(line.getBytes(StandardCharsets.UTF_8), List.of("diagnose")))
        .contains("\\u001b[31m")
        .contains("add_lead")
        .doesNotContain("\u001b")
        .doesNotContain("\0")
        .doesNotContain("\u202e");
    assertThat(run(line.getBytes(StandardCharsets.UTF_8), List.of("diagnose", "--format", "jsonl")))
        .matches("(?s)[ -~\n]*")
        .contains("\\u001B[31m");
    byte[] latin =
        "\u00e9\u00e8 ERROR: NO FUNCTION SPECIFIED\r\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(run(latin, List.of("diagnose"))).contains("gate      function");
  }

  @Test
  void anAnswerIsFoundInALineOfAnyLengthThatIsRead() {
    String answer = "ERROR: NO FUNCTION SPECIFIED";
    String far = "x ".repeat(50_000) + answer;
    assertThat(run(far.getBytes(StandardCharsets.UTF_8), List.of("diagnose")))
        .contains("1 refused");
    String farther = "x".repeat(LogLines.LONGEST) + answer;
    Cli run = Cli.runWith(farther + "\n" + answer, "diagnose");
    assertThat(run.out()).contains("line 2: ").contains("its end was not read");
    assertThat(run.status()).isEqualTo(3);
    assertThat(Cli.runWith("ERROR: auth ".repeat(80_000), "diagnose").status()).isEqualTo(3);
  }

  private static String run(byte[] in, List<String> args) {
    StringWriter all = new StringWriter();
    PrintWriter out = new PrintWriter(all);
    int status = Main.run(args, new Streams(new ByteArrayInputStream(in), out, out, false));
    assertThat(status).as(Arrays.toString(in)).isBetween(0, 3);
    assertThat(all.toString()).doesNotContain("Exception");
    return all.toString();
  }
}
