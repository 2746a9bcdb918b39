package org.vicilint.access;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicilint.catalog.ApiCatalog;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.LoginRequirement;
import org.vicilint.catalog.Requirement;
import org.vicilint.model.Account;
import org.vicilint.model.SystemSettings;
import org.vicilint.text.PasswordMask;

/** The text with which the server refuses a call. */
final class Answer {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

  /** Gates that the Agent API checks after user and password. */
  private static final Set<String> LATER = Set.of("vdc_agent_api_access", SystemSettings.AGENT_API);

  private Answer() {}

  static String of(
      Catalog catalog,
      Account account,
      Function function,
      LoginRequirement login,
      Requirement required,
      Requirement operation,
      List<Gate> gates,
      boolean locked) {
    Gate failed = gates.stream().filter(gate -> !gate.passed()).findFirst().orElse(null);
    if (failed == null) {
      return "";
    }
    String template =
        switch (failed.kind()) {
          case LOGIN -> login(catalog.api(function.api()), failed, login, locked);
          case LIST_SCOPE -> catalog.api(function.api()).noGroup();
          case ALLOWED_FUNCTION -> function.notAllowed();
          case LEVEL_AND_FLAGS -> required.refusal();
          case OPERATION -> operation.refusal();
          case API_ONLY_USER -> null; // no function looks at it
          // After the login the Non-Agent API falls through to its end; the Agent API says
          // nothing, and neither says anything of a parameter that it does not know.
          case FUNCTION -> required == null ? catalog.api(function.api()).noFunction() : null;
        };
    return template == null ? "" : fill(template, account, function, login, gates, locked);
  }

  private static String login(ApiCatalog api, Gate failed, LoginRequirement login, boolean locked) {
    if (failed.column().equals(ServerGates.IP_LIST) && api.ipRefused() != null) {
      return api.ipRefused();
    }
    if (failed.column().equals(SystemSettings.AGENT_API)) {
      return api.switchedOff();
    }
    return locked && login.locked() != null ? login.locked() : login.refusal();
  }

  private static String fill(
      String template,
      Account account,
      Function function,
      LoginRequirement login,
      List<Gate> gates,
      boolean locked) {
    Matcher m = PLACEHOLDER.matcher(template);
    return m.replaceAll(
        found ->
            Matcher.quoteReplacement(
                switch (found.group(1)) {
                  case "user" -> login.userCharacters().keep(PasswordMask.of(account.user()));
                  case "pass" -> "****";
                  case "function" -> function.name();
                  case "user_group" -> account.userGroup();
                  // The oldest builds know one check only; it failed.
                  case "auth" ->
                      template.contains("{auth_api}") && authenticated(gates) ? "1" : "0";
                  case "auth_api" -> flagsAndUser(gates) ? "1" : "0";
                  // Behind BAD the server prints its query, the password in it.
                  case "auth_message" ->
                      authenticated(gates)
                          ? "GOOD"
                          : keptOut(gates) ? "IPBLOCK" : locked ? "LOCK" : "BAD|...";
                  default -> "<" + found.group(1) + ">";
                }));
  }

  /** Whether the first half of the Agent API's login, all but the API's own flag, is open. */
  private static boolean authenticated(List<Gate> gates) {
    return gates.stream()
        .filter(g -> g.kind() == Gate.Kind.LOGIN && !LATER.contains(g.column()))
        .allMatch(Gate::passed);
  }

  /** Whether user and password are right, and the address is not. */
  private static boolean keptOut(List<Gate> gates) {
    return gates.stream()
        .filter(g -> g.kind() == Gate.Kind.LOGIN && !g.passed())
        .findFirst()
        .filter(g -> g.column().equals(ServerGates.IP_LIST))
        .isPresent();
  }

  /** The second half: the API's own flag, looked up by user name alone. */
  private static boolean flagsAndUser(List<Gate> gates) {
    return gates.stream()
        .filter(
            g ->
                g.kind() == Gate.Kind.LOGIN
                    && (g.column().equals("vdc_agent_api_access") || g.column().equals("user")))
        .allMatch(Gate::passed);
  }
}
