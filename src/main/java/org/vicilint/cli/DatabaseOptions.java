package org.vicilint.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.vicilint.database.Database;
import org.vicilint.database.DatabaseAddress;
import org.vicilint.database.DatabaseQueries;
import org.vicilint.database.DatabaseTls;
import org.vicilint.log.LogReading;

/** The options of a live database, and what they mean together with the environment. */
final class DatabaseOptions {
  static final String DATABASE = "database";
  static final String SHOW_QUERIES = "show-queries";
  private static final String LOG = "database-log";
  private static final String USER = "database-user";
  private static final String PASSWORD_FILE = "database-password-file";
  private static final String TLS = "database-tls";
  private static final String CERTIFICATE = "database-ca";
  private static final String TIMEOUT = "database-timeout";
  private static final String USER_VARIABLE = "VICILINT_DATABASE_USER";

  /**
   * The account that docs/guide/database.md makes: it can read what is needed, and nothing else.
   */
  private static final String USUAL_USER = "vicilint";

  private static final int USUAL_TIMEOUT = 30;
  private static final int LONGEST_TIMEOUT = 3600;

  private final CommandLine line;
  private final Map<String, String> environment;
  private final DatabasePassword password;

  private DatabaseOptions(
      CommandLine line,
      Streams streams,
      Map<String, String> environment,
      UnaryOperator<String> prompt) {
    this.line = line;
    this.environment = environment;
    this.password =
        new DatabasePassword(Opts.last(line, PASSWORD_FILE), environment, prompt, streams.err());
  }

  /** Adds the options to those of a command that reads accounts. */
  static Options addTo(Options options) {
    return options
        .addOption(
            Opts.value(
                DATABASE,
                "HOST/NAME",
                "read a live database, too: host[:port][/name] or jdbc:mariadb://host/name; the name is asterisk unless it is given; see docs/guide/database.md"))
        .addOption(
            Opts.value(
                USER,
                "USER",
                "its user; default: the variable %s, else %s".formatted(USER_VARIABLE, USUAL_USER)))
        .addOption(
            Opts.value(
                PASSWORD_FILE,
                "FILE",
                "its password is the first line of this file; default: the variable %s, else it is asked for"
                    .formatted(DatabasePassword.VARIABLE)))
        .addOption(
            Opts.value(
                TLS,
                "MODE",
                "off, trust (encrypt, any server) or verify (its certificate, too); default: off on this machine, else verify"))
        .addOption(
            Opts.value(
                CERTIFICATE,
                "FILE",
                "the certificate (PEM) that its certificate is signed with; default: those that Java trusts"))
        .addOption(
            Opts.value(
                TIMEOUT,
                "SECONDS",
                "wait so long for a connection and for every answer; default: " + USUAL_TIMEOUT))
        .addOption(
            Option.builder()
                .longOpt(LOG)
                .desc("read what the API has logged (vicidial_api_log) from the database, too")
                .get())
        .addOption(
            Option.builder()
                .longOpt(SHOW_QUERIES)
                .desc("print all that a database would be sent, and connect to none")
                .get());
  }

  /** The address without what stands behind its question mark: that may be a password. */
  static String shown(String address) {
    int question = address.indexOf('?');
    return question < 0 ? address : address.substring(0, question);
  }

  /** Whether a live database is to be read. */
  static boolean given(CommandLine line) {
    return line.hasOption(DATABASE);
  }

  /**
   * Returns the given paths; when there are none, the current folder, unless a database is read
   * instead.
   */
  static List<String> paths(CommandLine line, List<String> paths) {
    return paths.isEmpty() && !given(line) ? List.of(".") : paths;
  }

  /** Prints what a database would be sent. */
  static void showQueries(CommandLine line, Streams streams) throws UsageException {
    LogReading logs = LogOptions.reading(line, new CompletableFuture<>());
    DatabaseQueries.all(log(line), logs).forEach(query -> streams.out().println(query + ";"));
  }

  /** Whether the log is wanted: it is asked for, or a part of it. */
  private static boolean log(CommandLine line) {
    return line.hasOption(LOG) || LogOptions.given(line);
  }

  /** The database that the command line names; null when it names none. */
  static Database of(CommandLine line, Streams streams) throws UsageException {
    return of(line, streams, System.getenv(), DatabasePassword::typed);
  }

  /**
   * Returns the database of a command line in another environment.
   *
   * @param prompt asks a question and returns the answer, typed unseen; null where there is no
   *     terminal
   */
  static Database of(
      CommandLine line,
      Streams streams,
      Map<String, String> environment,
      UnaryOperator<String> prompt)
      throws UsageException {
    if (given(line)) {
      return new DatabaseOptions(line, streams, environment, prompt).database();
    }
    for (String option : List.of(LOG, USER, PASSWORD_FILE, TLS, CERTIFICATE, TIMEOUT)) {
      if (line.hasOption(option)) {
        throw new UsageException(
            "--%s is of a live database: give --%s HOST/NAME, too".formatted(option, DATABASE));
      }
    }
    return null;
  }

  private Database database() throws UsageException {
    DatabaseAddress address;
    try {
      address = DatabaseAddress.parse(Opts.last(line, DATABASE));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--database: " + e.getMessage());
    }
    String user = user(address);
    DatabaseTls tls = tls(address);
    String certificate = certificate(address);
    if (certificate != null && tls == DatabaseTls.OFF) {
      throw new UsageException(
          "--database-ca needs TLS: give --database-tls verify, or leave it out");
    }
    int timeout = timeout(); // the password comes last: asking for it in vain would annoy
    return new Database(
        address, user, password.of(address, user), tls, certificate, timeout, log(line));
  }

  private String user(DatabaseAddress address) throws UsageException {
    String user = Opts.last(line, USER);
    if (user == null) {
      user = address.options().get(DatabaseAddress.USER);
    }
    if (user == null) {
      user = environment.getOrDefault(USER_VARIABLE, "");
      user = user.isEmpty() ? USUAL_USER : user;
    }
    if (user.isBlank()) {
      throw new UsageException("the user of the database has no name");
    }
    return user;
  }

  private DatabaseTls tls(DatabaseAddress address) throws UsageException {
    String word = Opts.last(line, TLS);
    if (word == null) {
      word = address.options().get(DatabaseAddress.TLS);
    }
    if (word == null) {
      return address.remote() ? DatabaseTls.VERIFY : DatabaseTls.OFF;
    }
    List<String> words = Arrays.stream(DatabaseTls.values()).map(DatabaseTls::word).toList();
    String asked = word;
    return DatabaseTls.of(word)
        .orElseThrow(
            () ->
                new UsageException(
                    "--database-tls does not know '%s'; it takes %s%s"
                        .formatted(
                            asked, String.join(", ", words), Opts.didYouMean(asked, words))));
  }

  private String certificate(DatabaseAddress address) throws UsageException {
    String file = Opts.last(line, CERTIFICATE);
    if (file == null) {
      file = address.options().get(DatabaseAddress.CERTIFICATE);
    }
    if (file != null && !Files.isReadable(path(file))) {
      throw new UsageException("--database-ca: cannot read " + file);
    }
    return file;
  }

  private int timeout() throws UsageException {
    String text = Opts.last(line, TIMEOUT);
    if (text == null) {
      return USUAL_TIMEOUT;
    }
    if (!text.matches("\\d{1,4}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > LONGEST_TIMEOUT) {
      throw new UsageException(
          "--database-timeout takes seconds, 1 to %d, not '%s'".formatted(LONGEST_TIMEOUT, text));
    }
    return Integer.parseInt(text);
  }

  /** The file of this name. */
  static Path path(String file) throws UsageException {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new UsageException("this is no name of a file: " + file);
    }
  }
}
