package org.vicilint.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.vicilint.database.DatabaseAddress;
import org.vicilint.text.Printable;

/** Password of a database, from the first place that has one. */
final class DatabasePassword {
  static final String VARIABLE = "VICILINT_DATABASE_PASSWORD";

  private final String file;
  private final Map<String, String> environment;
  private final UnaryOperator<String> prompt;
  private final PrintWriter err;

  /**
   * @param fileOrNull the file that the command line names
   * @param prompt asks a question and returns the answer; null where nobody can be asked
   * @param err takes warnings
   */
  DatabasePassword(
      String fileOrNull,
      Map<String, String> environment,
      UnaryOperator<String> prompt,
      PrintWriter err) {
    this.file = fileOrNull;
    this.environment = environment;
    this.prompt = prompt;
    this.err = err;
  }

  /**
   * The password; the prompt comes last.
   *
   * @throws UsageException when there is none, or its file cannot be read
   */
  String of(DatabaseAddress address, String user) throws UsageException {
    String visible = address.options().get(DatabaseAddress.PASSWORD);
    if (visible != null) {
      warn(
          "a password in --database can be seen by everybody on this machine (ps) and stays in"
              + " the shell's history: use --database-password-file or "
              + VARIABLE);
    }
    if (file != null) {
      return fromFile();
    }
    String fromEnvironment = environment.get(VARIABLE);
    if (fromEnvironment != null) {
      return fromEnvironment;
    }
    if (visible != null) {
      return visible;
    }
    String typed = prompt.apply("Password of %s on %s: ".formatted(user, address.server()));
    if (typed == null) {
      throw new UsageException(
          "no password for the database: set %s (empty for none), or give --database-password-file FILE"
              .formatted(VARIABLE));
    }
    return typed;
  }

  /** Returns the password that somebody types at a terminal, unseen; null where there is none. */
  static String typed(String question) {
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("%s", question);
    return typed == null ? null : new String(typed);
  }

  private String fromFile() throws UsageException {
    Path path = DatabaseOptions.path(file);
    try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      String first = reader.readLine();
      if (first == null) {
        throw new UsageException("--database-password-file: %s is empty".formatted(file));
      }
      warnOfReaders(path);
      return first;
    } catch (IOException e) {
      throw new UsageException("--database-password-file: cannot read " + file);
    }
  }

  private void warnOfReaders(Path path) throws IOException {
    if (Files.isRegularFile(path)
        && Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
      Set<PosixFilePermission> may = Files.getPosixFilePermissions(path);
      if (may.contains(PosixFilePermission.OTHERS_READ)
          || may.contains(PosixFilePermission.GROUP_READ)) {
        warn("others can read " + file + ", which holds a password; hide it: chmod 600 " + file);
      }
    }
  }

  private void warn(String text) {
    err.println("warning: " + Printable.of(text));
  }
}
