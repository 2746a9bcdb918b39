package org.vicilint.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Problem;
import org.vicilint.testkit.Reading;

/** Whatever is broken around a password, it shows nowhere. */
final class NoSecretInProblemsTest {
  private static final String SECRET = "S3cretWord";

  /** Broken inputs; each has at least one problem. */
  static Stream<String> broken() {
    return Stream.of(
            "accounts:\n  - user: a\n    pass: \"SECRET\n",
            "accounts:\n  - user: a\n    pass: 'SECRET\n    active: Y\n",
            "accounts:\n  - user: a\n    pass: SECRET: x\n",
            "accounts:\n  - user: a\n    pass: *SECRET\n",
            "accounts:\n  - user: a\n    pass: &SECRET [*SECRET]\n",
            "accounts:\n  - user: a\n    pass: !SECRET x\n",
            "accounts:\n  - user: a\n    pass: !!SECRET x\n",
            "accounts:\n  - user: a\n    pass: !x!SECRET x\n",
            "accounts:\n  - user: a\n    pass: @SECRET\n",
            "accounts:\n  - user: a\n    pass: `SECRET`\n",
            "accounts:\n  - user: a\n    pass: %SECRET\n",
            "accounts:\n  - user: a\n    pass: \"\\SECRET\"\n",
            "accounts:\n  - user: a\n    pass: {SECRET}\n",
            "accounts:\n  - user: a\n    pass: [SECRET]\n",
            "accounts:\n  - user: a\n    pass: [SECRET\n",
            "accounts:\n  - user: a\n    pass: |9x SECRET\n",
            "accounts:\n  - user: a\n    pass:\n    SECRET\n",
            "accounts:\n  - user: a\n\tpass: SECRET\n",
            "accounts:\n  - user: a\n    passs: SECRET\n",
            "accounts:\n  - user: a\n    psas: SECRET\n    active: x\n",
            "accounts:\n  - user: a\n    pwd: SECRET\n    active: x\n",
            "accounts:\n  - user: a\n    psas: \"SECRET\n    active: x\n",
            "accounts:\n  - user: a\n    ? psas\n    : SECRET: x\n",
            "accounts:\n  - {user: a, active: x, \"p\\x61ss\": SECRET}\n",
            "accounts:\n  - {user: a, pass, SECRET}\n",
            "accounts:\n  - {user: a, pass SECRET}\n",
            "accounts:\n  - {active: x, pass: SECRET}\n",
            "accounts:\n  - user: a\n    pass: SECRET\n    pass: SECRET\n",
            "accounts:\n  - user: a\n    pass: " + "SECRET".repeat(40) + "\n",
            "accounts:\n  - user: a\n    user_level: 8, pass=SECRET\n",
            "accounts:\n  - user: a\n    functions: [\"pass: SECRET\", {SECRET: [1]}]\n",
            "accounts:\n  - user: a\n    <<: {pass: SECRET}\n",
            "accounts: {pass: SECRET}\n",
            "accounts: [SECRET]\n",
            "pass: SECRET\n",
            "SECRET\n",
            "- pass: SECRET\n",
            "a: b\n--- SECRET: x: y\n",
            "%SECRET directive\n---\na: b\n",
            "accounts:\n  - pass: SECRET\u0007\n    user: a\n",
            "{\"accounts\": [{\"user\": \"a\", \"pass\": SECRET}]}",
            "{\"accounts\": [{\"user\": \"a\", \"pass\": \"SECRET}]}",
            "{\"accounts\": [{\"user\": \"a\", \"pass\" \"SECRET\"}]}",
            "{\"accounts\": [{\"user\": \"a\", \"pass\": \"SECRET\\q\"}]}",
            "{\"accounts\": [{\"user\": \"a\", \"pass\": \"SECRET\n\"}]}",
            "{\"accounts\": [{\"user\": \"a\", \"p\\u0061ss\": \"SECRET\", \"active\": 7}]}",
            "{\"accounts\": [{\"user\": \"a\", \"psas\": \"SECRET\", \"active\": 7}]}",
            "{\"accounts\": [{\"user\": \"a\", \"psas\": \"SECRET\", \"active\": 7",
            "{\"accounts\": [{\"user\": \"a\", \"pass\": {\"SECRET\": 1}}]}",
            "{\"SECRET\": 1}",
            "{\"accounts\": {\"pass\": \"SECRET\"}}",
            "[{\"user\": \"a\", \"pass\": SECRET}]",
            "[{\"user\": \"a\", \"pass\": \"SECRET}]",
            "[{\"user\": \"a\", \"pass\": [\"SECRET\"]}]",
            "[{\"user\": \"a\", \"pwd\": \"SECRET\", \"active\": 7}]",
            "[{\"user\": \"a\", \"passs\": \"SECRET\", \"active\": \"Y\"}]",
            "[\"SECRET\"]",
            "[{\"pass\": \"SECRET\"}]",
            "user,pass,user_level\na,\"SECRET,1\n",
            "user,pass,user_level\na,\"SECRET\"x,1\n",
            "user,pass,user_level\na,SECRET\n",
            "user,pass,user_level\na,SECRET,1,2\n",
            "user,pass,user_level\na,b,SECRET\n",
            "user,pass,user_level\n,SECRET,8\n",
            "user,passs,user_level\na,SECRET,99\n",
            "user,psas,user_level\na,SECRET,99\n",
            "4,\"1001\",\"SECRET\",\"Maria\"\n",
            "4;1001;SECRET\n",
            "user;pass\na;SECRET\n",
            "user\tpass\tactive\na\tSECRET\tZ\n",
            "user\tpass\tactive\na\tSECRET\n",
            "user\tlist_id\tpass_word\na\tSECRET\n",
            "INSERT INTO vicidial_users VALUES (4,'1001','SECRET');",
            "INSERT INTO vicidial_users (user,pass) VALUES ('a','SECRET",
            "INSERT INTO vicidial_users (user,pass) VALUES ('a',SECRET('x')),('b');",
            "INSERT INTO vicidial_users (user,pass) VALUES ('a','SECRET'x,'y');",
            "INSERT INTO vicidial_users (user,pass,SECRET,active) VALUES ('a','b','SECRET');",
            "INSERT INTO vicidial_users SET user='a', pass=SECRET + SECRET('SECRET');",
            "INSERT INTO vicidial_users (user,pass) VALUES ('a','b');UPDATE SECRET SET pass='SECRET' x;"
                + "UPDATE vicidial_users SET pass=SECRET, user=@SECRET;",
            "INSERT INTO vicidial_users (user,pass) VALUES ('a','${SECRET}'); CALL SECRET('SECRET');",
            "INSERT INTO vicidial_users (user,pass) VALUES ('a',$SECRET); ALTER TABLE vicidial_users"
                + " DROP SECRET, DROP KEY SECRET;",
            "/*!40101 SET NAMES utf8 */;\nSECRET;\n",
            "<resultset><row><field name='user'>a</field><field name='pass'>SECRET</row>",
            "<resultset><row><field name='user'>a</field><field name='pass'>SECRET",
            "<resultset><row><field name='pass'>SECRET</field></row></resultset>",
            "1\tuser\tSECRET\t\t\t\t\t\t\t\n",
            "1,\"a\",\"SECRET\",\"\",\"\",\"\",\"\",\"\",\"\n",
            "<field name=\"pass\">SECRET</field>",
            "| user | pass |\n| a | SECRET |\n")
        .map(text -> text.replace("SECRET", SECRET));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void showsNoPassword(String text) {
    for (InputFormat format : formats()) {
      Estate estate = Reading.of(format, text.getBytes(StandardCharsets.UTF_8));
      assertThat(estate.problems()).allSatisfy(NoSecretInProblemsTest::assertClean);
    }
    assertThat(Reading.of(text).problems()).isNotEmpty();
    assertThat(Reading.of(text).accounts().stream().map(Account::toString))
        .allSatisfy(account -> assertThat(account).doesNotContain(SECRET));
  }

  @ParameterizedTest
  @ValueSource(strings = {"active", "kind", "modify_leads", "last_login_date", "user_level"})
  void quotesNoValueInAMessage(String key) {
    // The line may be shown, since nothing in the file is called a password.
    String text = "accounts:\n  - user: a\n    " + key + ": " + SECRET + "\n";
    assertThat(Reading.of(text).problems())
        .singleElement()
        .satisfies(p -> assertThat(p.reason() + p.hint()).doesNotContain(SECRET));
  }

  @Test
  void showsNoPasswordWhereverAFileIsCutOff() {
    String[] texts = {
      "accounts:\n  - user: a\n    pass: \"" + SECRET + "\"\n    active: Y\n",
      "{\"accounts\": [{\"user\": \"a\", \"pass\": \"" + SECRET + "\", \"active\": \"Y\"}]}",
      "[{\"user\": \"a\", \"pass\": \"" + SECRET + "\", \"active\": \"Y\"}]",
      "user,pass,active\n\"a\",\"" + SECRET + "\",Y\n",
      "user\tpass\tactive\na\t" + SECRET + "\tY\n"
    };
    for (String text : texts) {
      for (int end = 0; end < text.length(); end++) {
        // From both sides: a file may lack its beginning, too.
        assertThat(Reading.of(text.substring(0, end)).problems())
            .allSatisfy(NoSecretInProblemsTest::assertClean);
        assertThat(Reading.of(text.substring(end)).problems())
            .allSatisfy(NoSecretInProblemsTest::assertClean);
        assertThat(Reading.of(text.substring(0, end) + text.substring(end + 1)).problems())
            .allSatisfy(NoSecretInProblemsTest::assertClean);
      }
    }
  }

  private static List<InputFormat> formats() {
    List<InputFormat> formats = new ArrayList<>(List.of(InputFormat.values()));
    formats.add(null);
    return formats;
  }

  private static void assertClean(Problem problem) {
    assertThat(problem.reason() + problem.hint() + problem.excerpt())
        .doesNotContainIgnoringCase(SECRET.substring(0, 5))
        .doesNotContainIgnoringCase(SECRET.substring(5));
    assertThat(problem.hint()).isNotBlank();
  }
}
