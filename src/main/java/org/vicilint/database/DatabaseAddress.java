package org.vicilint.database;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicilint.model.Suggestions;

/**
 * Address of a live database, as a user writes it: {@code host[:port][/name]}, or a URL as JDBC has
 * it. No text of this class shows a password that the user has written there.
 *
 * @param host a name or an address, without brackets
 * @param port 1 to 65535
 * @param name the database on that server
 * @param options the accepted options behind the question mark of a URL, by name
 */
public record DatabaseAddress(String host, int port, String name, Map<String, String> options) {
  /** The option of a URL that names the account. */
  public static final String USER = "user";

  /** The option of a URL that others can read in the list of processes. */
  public static final String PASSWORD = "password";

  /** The option of a URL for TLS, with MariaDB's words for it. */
  public static final String TLS = "sslMode";

  /** The option of a URL for the certificate that the server's is signed with. */
  public static final String CERTIFICATE = "serverSslCert";

  /** Name of the database in VICIdial's installation. */
  public static final String USUAL_NAME = "asterisk";

  private static final int USUAL_PORT = 3306;
  private static final int LAST_PORT = 65_535;
  private static final String JDBC = "jdbc:mariadb://";
  private static final List<String> TAKEN = List.of(USER, PASSWORD, TLS, CERTIFICATE);

  /** They change nothing of what is read, and stand in many URLs that people have at hand. */
  private static final List<String> WITHOUT_MEANING =
      List.of("useUnicode", "characterEncoding", "serverTimezone", "autoReconnect");

  private static final Pattern FORM =
      Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[\\w.-]+)(?::(\\d{1,5}))?(?:/([\\w$.-]*))?");

  public DatabaseAddress {
    options = Map.copyOf(options);
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException with a message for the user, when it is none
   */
  public static DatabaseAddress parse(String text) {
    String rest = withoutScheme(text.strip());
    int question = rest.indexOf('?');
    String place = question < 0 ? rest : rest.substring(0, question);
    if (place.contains("@")) {
      throw new IllegalArgumentException(
          "the address of a database takes no user and password before the host: "
              + "name the user with --database-user");
    }
    if (place.contains(",") || place.contains("(")) {
      throw new IllegalArgumentException(
          "the address of a database takes one host; choose the one to read from, best a replica");
    }
    Matcher m = FORM.matcher(place);
    if (!m.matches()) {
      throw new IllegalArgumentException(
          "this is no address of a database; write host, host:3306/asterisk "
              + "or jdbc:mariadb://host/asterisk");
    }
    int port = m.group(2) == null ? USUAL_PORT : Integer.parseInt(m.group(2));
    if (port < 1 || port > LAST_PORT) {
      throw new IllegalArgumentException("a port is a number from 1 to 65535, not " + port);
    }
    String name = m.group(3) == null || m.group(3).isEmpty() ? USUAL_NAME : m.group(3);
    return new DatabaseAddress(
        m.group(1).replaceAll("[\\[\\]]", ""),
        port,
        name,
        question < 0 ? Map.of() : options(rest.substring(question + 1)));
  }

  private static String withoutScheme(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith(JDBC)) {
      return text.substring(JDBC.length());
    }
    if (lower.startsWith("jdbc:mariadb:")) {
      throw new IllegalArgumentException(
          "only addresses of one server are taken: jdbc:mariadb://host/asterisk");
    }
    if (lower.startsWith("jdbc:") || lower.contains("://")) {
      throw new IllegalArgumentException(
          "the address of a database begins with jdbc:mariadb://, or with the host");
    }
    return text;
  }

  private static Map<String, String> options(String text) {
    Map<String, String> options = new TreeMap<>();
    for (String option : text.split("&")) {
      String name = option.replaceAll("=.*", "");
      if (TAKEN.contains(name)) {
        options.put(name, option.contains("=") ? option.substring(name.length() + 1) : "");
      } else if (!option.isEmpty() && !WITHOUT_MEANING.contains(name)) {
        String shown = name.matches("\\w{1,40}") ? "the option " + name : "such an option";
        throw new IllegalArgumentException(
            "the address of a database does not take %s%s; it takes %s"
                .formatted(
                    shown,
                    Suggestions.closest(name, TAKEN)
                        .map(meant -> " (did you mean " + meant + "?)")
                        .orElse(""),
                    String.join(", ", TAKEN)));
      }
    }
    return options;
  }

  /** Whether what goes there leaves the machine. */
  public boolean remote() {
    return !host.equalsIgnoreCase("localhost")
        && !host.matches("127(\\.\\d{1,3}){3}")
        && !host.equals("::1");
  }

  /** The server, without a port that goes without saying. */
  public String server() {
    String shown = host.contains(":") ? "[" + host + "]" : host;
    return port == USUAL_PORT ? shown : shown + ":" + port;
  }

  /** The database as outputs name it: {@code database host/name}, and nothing of the options. */
  @Override
  public String toString() {
    return "database " + server() + "/" + name;
  }
}
