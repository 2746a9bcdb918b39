package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.database.Database;

/** Where the password of a database comes from: the first place that has one. */
class DatabaseOptionsTest {
  private static final Map<String, String> SET = Map.of("VICILINT_DATABASE_PASSWORD", "from-env");

  @TempDir private Path folder;
  private final List<String> asked = new ArrayList<>();
  private final StringWriter err = new StringWriter();

  @Test
  void thePromptIsAskedLastAndNamesUserAndServer() throws Exception {
    Database database = database(Map.of(), "typed-in", "db1:3307/asterisk");
    assertThat(database.password()).isEqualTo("typed-in");
    assertThat(asked).containsExactly("Password of vicilint on db1:3307: ");
    assertThat(database.toString() + err).doesNotContain("typed-in");
  }

  @Test
  void aPromptTakesAnEmptyPassword() throws Exception {
    assertThat(database(Map.of(), "", "db1").password()).isEmpty();
  }

  @Test
  void withoutATerminalTheMessageNamesTheOtherWays() {
    assertThatThrownBy(() -> database(Map.of(), null, "db1"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("set VICILINT_DATABASE_PASSWORD (empty for none)")
        .hasMessageContaining("--database-password-file");
  }

  @Test
  void theEnvironmentGoesBeforeThePromptEvenWhenItIsEmpty() throws Exception {
    assertThat(database(SET, "typed-in", "db1").password()).isEqualTo("from-env");
    Map<String, String> empty = Map.of("VICILINT_DATABASE_PASSWORD", "");
    assertThat(database(empty, "typed-in", "db1").password()).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void theFileGoesBeforeTheEnvironmentAndTheEnvironmentBeforeTheUrl() throws Exception {
    String file = Files.writeString(folder.resolve("pw"), "from-file\nrest\n").toString();
    assertThat(database(SET, null, "db1", "--database-password-file", file).password())
        .isEqualTo("from-file");
    String url = "jdbc:mariadb://db1/asterisk?password=from-url";
    assertThat(database(SET, null, url).password()).isEqualTo("from-env");
    assertThat(database(Map.of(), null, url).password()).isEqualTo("from-url");
    assertThat(err.toString()).contains("can be seen by everybody").doesNotContain("from-");
  }

  @Test
  void theUserMayComeFromTheEnvironmentToo() throws Exception {
    Map<String, String> environment =
        Map.of("VICILINT_DATABASE_USER", "reader", "VICILINT_DATABASE_PASSWORD", "x");
    assertThat(database(environment, null, "db1").user()).isEqualTo("reader");
    assertThat(database(environment, null, "db1", "--database-user", "me").user()).isEqualTo("me");
  }

  /** A wrong option is told before anybody has to type. */
  @Test
  void nobodyIsAskedInVain() {
    assertThatThrownBy(() -> database(Map.of(), "x", "db1", "--database-timeout", "never"))
        .isInstanceOf(UsageException.class);
    assertThat(asked).isEmpty();
  }

  private Database database(
      Map<String, String> environment, String typed, String address, String... more)
      throws UsageException, ParseException, IOException {
    List<String> words = new ArrayList<>(List.of("--database", address));
    words.addAll(Arrays.asList(more));
    CommandLine line =
        new DefaultParser()
            .parse(DatabaseOptions.addTo(new Options()), words.toArray(String[]::new));
    Streams streams =
        new Streams(
            InputStream.nullInputStream(),
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            false);
    return DatabaseOptions.of(
        line,
        streams,
        environment,
        question -> {
          asked.add(question);
          return typed;
        });
  }
}
