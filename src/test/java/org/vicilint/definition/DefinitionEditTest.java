package org.vicilint.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.github.difflib.UnifiedDiffUtils;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vicilint.input.EstateReader;
import org.vicilint.input.InputFormat;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.source.Limits;

/** Values of definition files changed, byte for byte. */
@Tag("slow")
@net.jqwik.api.Tag("slow")
class DefinitionEditTest {
  @Test
  void onlyTheValueChanges() {
    assertThat(
            edit(
                """
                # the loader

                accounts:
                  -   user:   "a"   # quoted
                      user_level:   9     # too much

                      modify_users: '1'
                      full_name: "x"
                """,
                change("user_level", "8"),
                change("modify_users", "0"),
                change("full_name", "y\"z")))
        .isEqualTo(
            """
            # the loader

            accounts:
              -   user:   "a"   # quoted
                  user_level:   8     # too much

                  modify_users: '0'
                  full_name: "y\\"z"
            """);
  }

  @Test
  void aColumnThatIsNotSetGetsALineOfItsOwn() {
    assertThat(
            edit(
                """
                accounts:
                - user: a   # first
                  api_allowed_functions:
                    - add_lead
                - user: b
                """,
                change("api_only_user", "1"),
                change("modify_leads", "5")))
        .isEqualTo(
            """
            accounts:
            - user: a   # first
              api_only_user: 1
              modify_leads: 5
              api_allowed_functions:
                - add_lead
            - user: b
            """);
    assertThat(edit("accounts:\r\n  - user: a", change("api_only_user", "1")))
        .isEqualTo("accounts:\r\n  - user: a\r\n    api_only_user: 1");
    assertThat(edit("accounts: [{user: a, user_level: 9}]\n", change("api_only_user", "1")))
        .isEqualTo("accounts: [{user: a, user_level: 9, api_only_user: 1}]\n");
  }

  @Test
  void aKeyWithoutAValueGetsOne() {
    assertThat(edit("accounts:\n- user: a\n  user_level: # ?\n", change("user_level", "3")))
        .isEqualTo("accounts:\n- user: a\n  user_level: 3 # ?\n");
    assertThat(edit("accounts:\n- user: a\n  modify_leads: ~\n", change("modify_leads", "3")))
        .isEqualTo("accounts:\n- user: a\n  modify_leads: 3\n");
  }

  @Test
  void listsOfFunctionsKeepTheirForm() {
    assertThat(list("[ b,  a ,c ]", " a ")).isEqualTo("[ a ]");
    assertThat(list("[ b,  a ,c ]", " a b ")).isEqualTo("[ b,  a ]");
    assertThat(list("[ b,  a ,c ]", " b c ")).isEqualTo("[ b,  c ]");
    assertThat(list("[ b,  a ,c ]", " a b c d ")).isEqualTo("[ b,  a ,c, d ]");
    assertThat(list("[ b,  a ,c ]", " a c d ")).isEqualTo("[ d,  a ,c ]");
    assertThat(list("[a, b,]", "")).isEqualTo("[]");
    assertThat(list("[]", " a b ")).isEqualTo("[a, b]");
    assertThat(list("[\n    a, # one\n    b, # two\n    c]", " a c "))
        .isEqualTo("[\n    a, # one\n    c]");
    assertThat(list("ALL_FUNCTIONS", " a b ")).isEqualTo("[a, b]");
    assertThat(list("' ALL_FUNCTIONS '", " a b ")).isEqualTo("' a b '");
    assertThat(list("\" ALL_FUNCTIONS \"", "")).isEqualTo("\"\"");
    assertThat(list("\"a,b\"", " a ")).isEqualTo("\" a \"");
  }

  @Test
  void listsInBlockStyleLoseAndGetWholeLines() {
    assertThat(list("\n    # kept\n    - a # one\n    - b\n    - c", " a c "))
        .isEqualTo("\n    # kept\n    - a # one\n    - c");
    assertThat(list("\n    - a\n    - b # last", " a b c d "))
        .isEqualTo("\n    - a\n    - b # last\n    - c\n    - d");
    assertThat(list(" # none is left\n    - a\n    - b", "")).isEqualTo(" [] # none is left");
  }

  @Test
  void aByteOrderMarkStays() {
    byte[] content =
        "\uFEFFaccounts:\n- user: a\n  user_level: 9\n".getBytes(StandardCharsets.UTF_8);
    DefinitionEdit edit =
        DefinitionEdit.of(
            content,
            List.of(new AccountChanges(read(content).get(0), List.of(change("user_level", "8")))));
    assertThat(edit.refused()).isEmpty();
    assertThat(new String(DefinitionEdit.bytes(content, edit.after()), StandardCharsets.UTF_8))
        .isEqualTo("\uFEFFaccounts:\n- user: a\n  user_level: 8\n");
  }

  @Test
  void charactersBeyondTheBasicPlaneDoNotMoveIt() {
    assertThat(
            edit(
                "# \ud83d\ude00\naccounts:\n- user: a\n  full_name: \ud83d\ude00 x\n  user_level: 9\n",
                change("user_level", "8")))
        .endsWith("\ud83d\ude00 x\n  user_level: 8\n");
  }

  @Test
  void whatAnAliasRepeatsIsLeftAlone() {
    String level =
        """
        accounts:
        - user: a
          user_level: &high 9
        - user: b
          user_level: *high
        """;
    assertThat(refusal(level, "a", change("user_level", "8")))
        .isEqualTo("its user_level is repeated elsewhere as *high: write it out there first");
    // Written out, the repetition is nobody else's.
    assertThat(edits(level, "b", change("user_level", "8")).after())
        .isEqualTo(level.replace("*high", "8"));
    String list =
        """
        accounts:
        - user: a
          api_allowed_functions: &calls [add_lead, update_lead]
        - user: b
          api_allowed_functions: *calls
        """;
    assertThat(refusal(list, "a", change("api_allowed_functions", " add_lead ")))
        .contains("*calls");
    assertThat(edits(list, "b", change("api_allowed_functions", " add_lead ")).after())
        .isEqualTo(list.replace("*calls", "[add_lead]"));
  }

  @Test
  void oneAccountThatCannotBeChangedDoesNotKeepTheOthers() {
    String text =
        """
        accounts:
        - user: a
          user_level: &high 9
        - user: b
          user_level: *high
        - user: c
          user_level: *high
        """;
    List<Account> accounts = read(bytes(text));
    DefinitionEdit edit =
        DefinitionEdit.of(
            bytes(text),
            List.of(
                new AccountChanges(
                    accounts.get(0),
                    List.of(change("api_only_user", "1"), change("user_level", "8"))),
                new AccountChanges(accounts.get(1), List.of(change("user_level", "7")))));
    assertThat(edit.refused()).containsOnlyKeys("a");
    assertThat(edit.after()).isEqualTo(text.replaceFirst("\\*high", "7"));
  }

  @Test
  void whatIsRepeatedOnlyWhereItChangesTooIsChanged() {
    String text =
        """
        accounts:
        - user: a
          user_level: &high 9
        - user: b
          user_level: *high
        """;
    List<Account> accounts = read(bytes(text));
    DefinitionEdit edit =
        DefinitionEdit.of(
            bytes(text),
            List.of(
                new AccountChanges(
                    accounts.get(0),
                    List.of(change("api_only_user", "1"), change("user_level", "8"))),
                new AccountChanges(accounts.get(1), List.of(change("user_level", "7")))));
    assertThat(edit.refused()).isEmpty();
    assertThat(edit.before()).isEqualTo(text);
    assertThat(edit.after())
        .isEqualTo(
            """
            accounts:
            - user: a
              user_level: 8
              api_only_user: 1
            - user: b
              user_level: 7
            """);
  }

  @Test
  void aFileThatSaysSomethingElseByNowIsRefused() {
    Account account = read(bytes("accounts:\n- user: a\n  user_level: 9\n")).get(0);
    DefinitionEdit edit =
        DefinitionEdit.of(
            bytes("accounts:\n- user: a\n  user_level: 7\n"),
            List.of(new AccountChanges(account, List.of(change("user_level", "8")))));
    assertThat(edit.refused())
        .containsEntry("a", "the file alone does not say what was read of it: change it by hand");
    assertThat(edit.after()).isEqualTo(edit.before());
  }

  @Test
  void blocksOfTextAndOddItemsAreRefused() {
    assertThat(
            refusal(
                "accounts:\n- user: a\n  api_allowed_functions: |\n    a b\n",
                "a",
                change("api_allowed_functions", " a ")))
        .contains("block of text");
    assertThat(
            refusal(
                "accounts:\n- user: a\n  api_allowed_functions: [a b, c]\n",
                "a",
                change("api_allowed_functions", " a ")))
        .contains("no plain name");
  }

  @Test
  void aDiffOfAFileWithPasswordsShowsNone() {
    String before =
        """
        accounts:
        - {user: a, pass: hunter2, user_level: 9}
        - user: b
          pass: &p "corr ect"
          user_level: 9
          phone_pass: *p
        """;
    String diff = String.join("\n", DefinitionDiff.of("a.yaml", before, before.replace("9", "8")));
    assertThat(diff)
        .doesNotContain("hunter2", "corr")
        .contains("+- {user: a, pass: ****, user_level: 8}")
        .contains("-  user_level: 9\n+  user_level: 8");
    assertThat(DefinitionDiff.of("a.yaml", "a: 1\nb: 2\n", "a: 1\nb: 3\n"))
        .containsExactly("--- a.yaml", "+++ a.yaml", "@@ -1,2 +1,2 @@", " a: 1", "-b: 2", "+b: 3");
  }

  @Test
  void aDiffOfAFileWithManyAccountsTakesNoTime() {
    StringBuilder before = new StringBuilder("accounts:\n");
    for (int i = 0; i < 20_000; i++) {
      before.append("- user: sv%d\n  user_level: 9\n  modify_users: 1\n".formatted(i));
    }
    String after =
        before
            .toString()
            .replace("user_level: 9", "user_level: 8\n  x: 1")
            .replace(": 1\n-", ": 0\n-");
    List<String> diff =
        assertTimeout(
            Duration.ofSeconds(20),
            () -> DefinitionDiff.of("a.yaml", before.toString(), after),
            "as a whole it takes minutes");
    assertThat(diff).contains("-  user_level: 9", "+  user_level: 8", "+  x: 1");
    assertThat(diff.stream().filter(line -> line.startsWith("@@"))).hasSize(1);
    assertThat(applied(before.toString(), diff)).isEqualTo(after);
  }

  @Test
  void aDiffLeadsFromOneStateToTheOtherHoweverAccountsAreWritten() {
    String before =
        """
        # all of them
        accounts: [{user: a, user_level: 9}, {user: b, user_level: 9},
          {user: c,
           user_level: 9}, {user: d, user_level: 9}]
        ---
        accounts:
        - user: e
          user_level: 9

        - user: f
          user_level: 9""";
    String after =
        before
            .replace("c,\n   user_level: 9", "c,\n   user_level: 8")
            .replace("  user_level: 9\n", "");
    assertThat(applied(before, DefinitionDiff.of("a.yaml", before, after))).isEqualTo(after);
  }

  private static String applied(String before, List<String> diff) {
    List<String> lines = List.of(before.split("\n", -1));
    return String.join(
        "\n", assertDoesNotThrow(() -> UnifiedDiffUtils.parseUnifiedDiff(diff).applyTo(lines)));
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void theOtherLinesStayAsTheyAreAndTheResultSaysWhatIsMeant(
      @ForAll("files") String text, @ForAll("changes") List<Change> changes) {
    List<Account> accounts = read(bytes(text));
    DefinitionEdit edit =
        DefinitionEdit.of(bytes(text), List.of(new AccountChanges(accounts.get(1), changes)));
    assertThat(edit.refused()).as(text).isEmpty();
    List<Account> after = read(bytes(edit.after()));
    assertThat(after.get(0).with().places(accounts.get(0).places()).build())
        .isEqualTo(accounts.get(0));
    for (Change change : changes) {
      assertThat(after.get(1).value(change.column()).replace(" b a ", " a b "))
          .as(edit.after())
          .isEqualTo(change.to());
    }
    assertThat(comments(edit.after())).containsExactlyElementsOf(comments(text));
    assertThat(edit.after().contains("\r\n")).isEqualTo(text.contains("\r\n"));
    assertThat(edit.after().replace("\r\n", "")).doesNotContain("\r");
    DefinitionEdit again =
        DefinitionEdit.of(
            bytes(edit.after()), List.of(new AccountChanges(after.get(1), List.of())));
    assertThat(again.after()).isEqualTo(edit.after());
  }

  private static List<String> comments(String text) {
    List<String> comments = new ArrayList<>();
    for (String line : text.split("\r?\n", -1)) {
      if (line.contains("# keep")) {
        comments.add(line.substring(line.indexOf("# keep")));
      }
    }
    return comments;
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    Arbitrary<Change> level = Arbitraries.of("1", "7", "8").map(v -> change("user_level", v));
    Arbitrary<Change> flag = Arbitraries.of("0", "1").map(v -> change("modify_users", v));
    Arbitrary<Change> active = Arbitraries.of("Y", "N").map(v -> change("active", v));
    Arbitrary<Change> list =
        Arbitraries.of("", " a ", " a b ", " b ", " c ", " a b c ")
            .map(v -> change("api_allowed_functions", v));
    return Combinators.combine(level, flag, active, list).as(List::of);
  }

  @Provide
  Arbitrary<String> files() {
    Arbitrary<String> level =
        Arbitraries.of(
            "", "user_level: 9", "user_level: '9'", "user_level:", "\"user_level\" : \"9\"");
    Arbitrary<String> flag =
        Arbitraries.of(
            "", "modify_users: yes # keep me", "modify_users: \"1\"", "modify_users: !!str 1");
    Arbitrary<String> active = Arbitraries.of("", "active: Y", "active:   false   # keep this");
    Arbitrary<String> list =
        Arbitraries.of(
            "",
            "api_allowed_functions: [a, b]   # keep",
            "api_allowed_functions: [b , 'a', \"d\" ]",
            "api_allowed_functions: \" a b \"",
            "api_allowed_functions: ALL_FUNCTIONS",
            "api_allowed_functions:\n      - d # gone\n      - 'a'\n      # keep it\n      - e",
            "api_allowed_functions:\n    - b",
            "api_allowed_functions: [\n      a,\n      d ]");
    return Combinators.combine(
            Combinators.combine(level, flag, active, list).as(List::of),
            Arbitraries.of("\n", "\r\n"),
            Arbitraries.of("", "\n", "\n# keep\n\n"),
            Arbitraries.longs())
        .as(
            (lines, lineBreak, end, seed) -> {
              List<String> shuffled = new ArrayList<>(lines);
              shuffled.add("full_name: \"it's # no comment\"");
              Collections.shuffle(shuffled, new Random(seed));
              StringBuilder text =
                  new StringBuilder("# keep\naccounts:\n  - {user: a}\n\n  - user: b");
              shuffled.stream()
                  .filter(l -> !l.isEmpty())
                  .forEach(l -> text.append("\n    ").append(l));
              return text.append(end).toString().replace("\n", lineBreak);
            });
  }

  /** What becomes of a list, written as it stands behind the colon. */
  private static String list(String value, String to) {
    String start = "accounts:\n- user: a\n  api_allowed_functions:";
    String end = "\n  full_name: x\n";
    boolean below = value.startsWith("\n") || value.startsWith(" ");
    String before = start + (below ? "" : " ") + value + end;
    String after = edit(before, change("api_allowed_functions", to));
    assertThat(after).startsWith(start).endsWith(end);
    String rest = after.substring(start.length(), after.length() - end.length());
    return below ? rest : rest.substring(1);
  }

  private static String edit(String text, Change... changes) {
    DefinitionEdit edit = edits(text, "a", changes);
    assertThat(edit.refused()).isEmpty();
    return edit.after();
  }

  private static String refusal(String text, String user, Change... changes) {
    DefinitionEdit edit = edits(text, user, changes);
    assertThat(edit.after()).isEqualTo(text);
    return edit.refused().get(user);
  }

  private static DefinitionEdit edits(String text, String user, Change... changes) {
    Account account =
        read(bytes(text)).stream().filter(a -> a.user().equals(user)).findFirst().orElseThrow();
    return DefinitionEdit.of(bytes(text), List.of(new AccountChanges(account, List.of(changes))));
  }

  private static Change change(String column, String to) {
    return new Change(column, "", to);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<Account> read(byte[] content) {
    var estate =
        new EstateReader(InputFormat.DEFINITIONS, Limits.DEFAULT)
            .read(List.of("-"), new ByteArrayInputStream(content));
    assertThat(estate.problems()).as(new String(content, StandardCharsets.UTF_8)).isEmpty();
    return estate.accounts();
  }
}
