package org.vicilint.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.model.Estate;
import org.vicilint.model.Problem;
import org.vicilint.testkit.Reading;

/** Files that a folder holds beside good definitions: what is left out, and what is a problem. */
class FileSignsTest {
  private static final String GOOD = "accounts:\n  - {user: good, full_name: Good}\n";

  @TempDir private Path folder;

  @BeforeEach
  void goodDefinitions() throws IOException {
    Files.writeString(folder.resolve("good.yaml"), GOOD);
  }

  static Stream<Arguments> nearMisses() {
    return Stream.of(
        Arguments.of("a.yaml", "acounts:\n  - user: x\n", "did you mean accounts?"),
        Arguments.of("a.yaml", "Accounts:\n  - user: x\n", "did you mean accounts?"),
        Arguments.of("a.yaml", "users:\n  - user: x\n", "did you mean accounts?"),
        Arguments.of("a.yaml", "users:\n- user: x\n  user_level: 9\n", "did you mean accounts?"),
        Arguments.of("a.json", "{\"acounts\": [{\"user\": \"x\"}]}", "did you mean accounts?"),
        Arguments.of("a.yaml", "group:\n  - user_group: X\n", "did you mean groups?"),
        Arguments.of("a.yaml", "groups:\n  - user_grop: X\n", "write user_group: and the name"),
        Arguments.of("a.yaml", "- user: x\n", "put this list under accounts:"),
        Arguments.of("a.yaml", "- user: x\n  user_level: 9\n", "put this list under accounts:"),
        Arguments.of("a.yaml", "user: x\nuser_level: 9\n", "put this under accounts:"),
        Arguments.of("a.yaml", "name: n\nacount: x\nfunctions: [a]\n", "did you mean account?"),
        Arguments.of("a.yaml", "acount: x\nfunctions: [add_lead]\n", "did you mean account?"),
        Arguments.of("a.yaml", "name: n\naccount: x\nfunctons: [a]\n", "did you mean functions?"),
        Arguments.of("a.yaml", "vars:\n  all:\n    - user_level: 9\n", "begin with accounts:"));
  }

  @ParameterizedTest
  @MethodSource("nearMisses")
  void whatNearlyIsOneIsAProblemThatSaysWhatWasMeant(String name, String text, String hint)
      throws IOException {
    Estate estate = with(name, text);
    assertThat(estate.problems())
        .anySatisfy(problem -> assertThat(problem.hint()).startsWith(hint));
    assertThat(Reading.users(estate)).containsExactly("good");
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of("a.yaml", "accounts:\n\t- user: x\n"),
        Arguments.of("a.yaml", "{{ if }}\nstaff:\n  - user: {{ x }}\n    pass: {{ y }}\n"),
        Arguments.of("a.yaml", "name: x\naccount: y\nfunctions: [a\n"),
        Arguments.of("a.json", "{\"accounts\": [{\"user\": \"x\"}"),
        Arguments.of("a.yaml", "groups:\n  - user_group: [\n"),
        Arguments.of("a.yaml", "phones:\n  - [\n"),
        Arguments.of(
            "a.json",
            "{\"tool\": \"vicilint\", \"accounts\": [{\"user\": \"x\", \"modify_users\": 1}]}"),
        Arguments.of(
            "a.json",
            "{\"tool\": \"vicilint\", \"accounts\": [{\"user\": \"x\", \"user_level\": 10}]}"),
        Arguments.of(
            "a.json",
            "{\"schema_version\": 1, \"tool\": \"vicilint\","
                + " \"accounts\": [{\"user\": \"x\"}, {\"user_level\": 9}]}"),
        Arguments.of(
            "a.json",
            "{\"account\": {\"user\": \"x\"}, \"accounts\": [{\"user\": \"x\", \"pass\": \"y\"}]}"),
        Arguments.of("a.json", "{user: 'x', user_level: 9}"),
        Arguments.of("a.json", "/* ours */ {\"accounts\": [{\"user\": \"x\"}]}"),
        Arguments.of("a.json", "[{\"usr\": \"x\", \"user_level\": 9}]"),
        Arguments.of("a.json", "[{\"user\": \"x\", \"user_levl\": 9}]"),
        Arguments.of("a.csv", "usr,user_level\nx,9\n"),
        Arguments.of("a.csv", "user,user_levle\nx,9\n"),
        Arguments.of("a.csv", "user;user_level\nx;9\n"),
        Arguments.of("a.csv", "Accounts of today\nuser,user_level\nx,9\n"),
        Arguments.of("a.tsv", "1\t2\t3\t4\t5\t6\t7\t8\t ALL_FUNCTIONS \n"),
        Arguments.of("vicidial_users.csv", "1,6666,9\n"),
        Arguments.of("vicidial_users.tsv", ""),
        Arguments.of("a.tsv", ""),
        Arguments.of("a.xml", "<pma><table name=\"vicidial_users\"><column/></table></pma>"),
        Arguments.of("a.xml", "<users><row><user_level>9</user_level></row></users>"),
        Arguments.of("a.sql", "INSERT INTO vicidial_users (user) VALUES ('x'"),
        Arguments.of("a.sql", "+------+\n| user_level |\n+------+\n"),
        Arguments.of("vicidial_users.zip", "PK\3\4"),
        Arguments.of("old_vicidial_all.tar", "a\0b"),
        Arguments.of("VICIDIAL_users.tar.gz", "\u001F\u008B\b\0"),
        Arguments.of("vicidial_x.rar", "x"),
        Arguments.of("a.yaml.bz2", "BZh91AY&SY"),
        Arguments.of("a.sql.xz", "\u00FD7zXZ\0"),
        Arguments.of("a.csv.zip", "PK\3\4"),
        Arguments.of("a.json.7z", "7z\u00BC\u00AF'\u001C"),
        Arguments.of("a.yaml.br", "\1\0\2"),
        Arguments.of("a.yaml.gz.xz", "\u00FD7zXZ\0"),
        Arguments.of("a.yaml.gz", "\u001F\u008B\b\0"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void whatShowsASignAndCannotBeReadIsAProblem(String name, String text) throws IOException {
    Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(Reading.paths(folder).problems())
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.place().source()).endsWith("/" + name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void utf16IsSearchedForSigns(String charset) throws IOException {
    Charset utf16 = Charset.forName(charset);
    Files.write(folder.resolve("a.yaml"), ("\uFEFF" + GOOD).getBytes(utf16));
    Files.write(folder.resolve("b.yaml"), "\uFEFFservices: {web: {}}\n".getBytes(utf16));
    Files.write(folder.resolve("c.csv"), "\uFEFFuser\tuser_level\nx\t9\n".getBytes(utf16));
    Files.write(folder.resolve("d.csv"), "\uFEFFcity,people\nx,9\n".getBytes(utf16));
    assertThat(Reading.paths(folder).problems())
        .extracting(problem -> folder.relativize(Path.of(problem.place().source())).toString())
        .containsExactly("a.yaml", "c.csv");
  }

  @Test
  void whatIsPackedIsSearchedAsItIsUnpacked() throws IOException {
    Files.write(folder.resolve("a.yaml.gz"), gzip("acounts:\n  - user: x\n"));
    Files.write(folder.resolve("b.yaml.gz"), gzip("services: {web: {}}\n"));
    Files.write(folder.resolve("c.json.gz"), gzip("{\"a\": 1, \"user\": {\"b\": 1}}"));
    assertThat(Reading.paths(folder).problems())
        .extracting(problem -> folder.relativize(Path.of(problem.place().source())).toString())
        .containsExactly("a.yaml.gz");
  }

  static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of("a.yaml", ""),
        Arguments.of("a.json", "[]"),
        Arguments.of("a.yaml", "groups:\n  - name: alerts\n    rules: []\n"),
        Arguments.of("a.yaml", "groups: [sudo, docker]\nname: x\n"),
        Arguments.of("a.yaml", "users:\n  - name: admin\n    user: {token: t}\n"),
        Arguments.of("a.yaml", "users: [default, {name: ops, groups: sudo}]\n"),
        Arguments.of("a.yaml", "reviewers:\n  - user: bob\nuser: root\n"),
        Arguments.of("a.yaml", "amounts:\n  - {value: 3}\n"),
        Arguments.of("a.yaml", "db: {user: app, password: x}\n"),
        Arguments.of("a.yaml", "phones:\n  - {name: Ada, number: '+44'}\n"),
        Arguments.of("a.yaml", "- hosts: all\n  user: root\n  tasks: []\n"),
        Arguments.of("a.yaml", "name: x\nowner: team\nfunctions: {a: {handler: b}}\n"),
        Arguments.of("a.yaml", "extends: default\nfail_on: high\n"),
        Arguments.of("a.yaml", "{{- if .Values.on }}\nuser: {{ .Values.user }}\n{{- end }}\n"),
        Arguments.of("a.yaml", "Tags: [!Ref Owner]\nUser: !Sub '${X}'\n"),
        Arguments.of("a.yaml", "agent_user: x\nagent_pass: y\n"),
        Arguments.of("a.json", "{\"help\": \"set user_level: 9 and accounts: []\"}"),
        Arguments.of("a.json", "// a comment\n{\"compilerOptions\": {}}"),
        Arguments.of("a.json", "{\"orders\": [{"),
        Arguments.of("a.csv", "id,full_name,email,active\n1,Ada,a@example.com,1\n"),
        Arguments.of("a.csv", "agent_user,agent_pass,phone_login\nx,y,z\n"),
        Arguments.of("a.json", "{\"accounts\": \"Konten\", \"groups\": \"Gruppen\"}"),
        Arguments.of(
            "a.json",
            "{\"accounts\": \"Konten\", \"groups\": \"Gruppen\", \"save\": \"Speichern\"}"),
        Arguments.of("a.yaml", "accounts: Konten\ngroups: Gruppen\nsave: Speichern\n"),
        Arguments.of("a.yaml", "account: Konto\nname: Name\nsave: Sichern\nopen: Auf\nx: y\n"),
        Arguments.of(
            "values.yaml",
            "users:\n  - {name: a, role: b}\ngroups: [a, b]\naccounts: {}\nimage: {tag: v1}\n"),
        Arguments.of("a.yaml", "accounts: {}\ngroups: [a, b]\n"),
        Arguments.of("a.yaml", "accounts:\n  - {name: prod, id: 1}\nregion: eu\n"),
        Arguments.of("catalog-info.yaml", "name: shop\nowner: team\npurpose: sells\n"),
        Arguments.of("a.csv", "user_id,user,pass,email\n1,ann,x,a@example.com\n"),
        Arguments.of("a.csv", "user,full_name\nann,Ann\n"),
        Arguments.of("a.json", "[{\"user\": \"ann\", \"pass\": \"x\"}]"),
        Arguments.of("accounts.zip", "PK\3\4"),
        Arguments.of("e.tgz", "\u001F\u008B\b\0"),
        Arguments.of("x.tar.gz", "x"),
        Arguments.of("e.7z", "7z\u00BC\u00AF'\u001C"),
        Arguments.of("e.rar", "Rar!"),
        Arguments.of("e.tar", "accounts: [\n"),
        Arguments.of("a.csv", "1,2,3,4,5,6,7,8,9\n"),
        Arguments.of("a.csv", "a;b;1\n"),
        Arguments.of("a.xml", "<project><user>x</user></project>"),
        Arguments.of("a.xml", "<resultset><row><field name=\"id\">1</field></row></resultset>"),
        Arguments.of("a.sql", "INSERT INTO customers VALUES (1"),
        Arguments.of("a.sql", "SELECT $$ it's $$;"),
        Arguments.of("a.json", "\1\2\0\3"),
        Arguments.of("a.txt.xz", "\u00FD7zXZ\0"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void whatShowsNoSignIsLeftOutAndCounted(String name, String text) throws IOException {
    Estate estate = with(name, text);
    assertThat(estate.problems()).extracting(Problem::reason).isEmpty();
    assertThat(Reading.users(estate)).containsExactly("good");
    List<String> expected =
        name.endsWith(".txt.xz")
            ? List.of()
            : List.of("1 file holds nothing of vicilint's and was left out (--verbose lists them)");
    assertThat(estate.notes()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql -e \"INSERT INTO vicidial_users (user) VALUES ('x')\"\n",
        "T=vicidial_user_groups\nmysql <<E\ndelete from $T;\nE\n",
        "mysql asterisk -e 'UPDATE phones SET login=1'\n",
        "mysql -e \"REPLACE INTO \\`phones\\` VALUES (1)\"\n"
      })
  void aScriptThatChangesAccountsIsNotedAndNotRead(String text) throws IOException {
    for (String name : List.of("setup.sh", "setup.bash")) {
      Path script = Files.writeString(folder.resolve(name), text);
      Estate estate = Reading.paths(folder);
      assertThat(estate.problems()).isEmpty();
      assertThat(Reading.users(estate)).containsExactly("good");
      assertThat(estate.notes())
          .containsExactly(
              script + " holds SQL about accounts and was not read: name it on the command line");
      Files.delete(script);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysqldump asterisk vicidial_users > x.sql\n",
        "apt-get update\necho phones\n",
        "psql -c 'DELETE FROM customers'\n"
      })
  void otherScriptsAreLeftOutInSilence(String text) throws IOException {
    Files.writeString(folder.resolve("a.sh"), text);
    Estate estate = Reading.paths(folder);
    assertThat(estate.problems()).isEmpty();
    assertThat(estate.notes()).isEmpty();
  }

  @Test
  void aTableOfLoginsIsReadWhenItIsNamedOrHasOurName() throws IOException {
    String text = "user_id,user,pass,email\n1,ann,x,a@example.com\n";
    Path named = Files.writeString(folder.resolve("logins.csv"), text);
    assertThat(Reading.users(Reading.paths(named))).containsExactly("ann");
    Files.move(named, folder.resolve("vicidial_users.csv"));
    assertThat(Reading.users(Reading.paths(folder))).containsExactly("ann", "good");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"services: {web: {}}\n", "groups:\n  - name: x\n", "- a\n", "extends: strict\n"})
  void aFileThatIsNamedIsAlwaysAProblemWhenItIsNoneOfOurs(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("b.yaml"), text);
    assertThat(Reading.paths(folder.resolve("good.yaml"), file).problems()).isNotEmpty();
    assertThat(Reading.paths(folder, file).problems()).isNotEmpty();
  }

  @Test
  void aFolderOfOthersAloneIsAProblem() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("a.yaml"), "services: {web: {}}\n");
    assertThat(Reading.problems(Reading.paths(other)))
        .containsExactly(
            other + " nothing to check in this folder: its file shows no sign of accounts");
    assertThat(Reading.paths(other, folder.resolve("good.yaml")).problems()).hasSize(1);
    assertThat(Reading.paths(folder).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.tsv|user\tuser_level\n",
        "a.csv|user,pass,user_level\r\n",
        "a.tsv|user\tuser_level"
      })
  void aTableWithoutRowsIsNoted(String text) throws IOException {
    String[] parts = text.split("\\|");
    Estate estate = with(parts[0], parts[1]);
    assertThat(estate.problems()).isEmpty();
    assertThat(estate.notes()).hasSize(1);
    assertThat(estate.notes().get(0)).contains("/" + parts[0] + ": this table has no rows");
  }

  private Estate with(String name, String text) throws IOException {
    Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
    return Reading.paths(folder);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
