package org.vicilint.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The server's rules said again, as plainly as they can be and step by step in the server's order,
 * from what was read of its source (api-history.json) and nothing of ours. It shares no line with
 * the evaluator, so that the two can be held against each other.
 */
public final class Restatement {
  private static final JsonNode FACTS = facts();

  private Restatement() {}

  /** What the server decides; null when the build has no such function. */
  public static String decide(
      Map<String, String> account, Set<String> groups, String api, String function, String build) {
    JsonNode needs = entry(FACTS.get(api).get("functions").get(function), build);
    if (needs == null) {
      return null;
    }
    boolean nonAgent = api.equals("non_agent");
    boolean oneLogin = !before(build, nonAgent ? "130617-2232" : "130603-2221");
    String kept = kept(api, build);
    boolean credentials =
        account.get("user").matches("[" + userKept(api, build) + "]+")
            && account.get("pass").matches("[" + kept + "]+");
    if (!nonAgent && (account.get("user").length() < 2 || account.get("pass").length() < 2)) {
      credentials = false;
    }
    int level = Integer.parseInt(account.get("user_level"));
    boolean active = account.get("active").equals("Y");
    // 1. the login
    if (nonAgent) {
      if (oneLogin && !(credentials && level >= 7 && active)) {
        return "LOGIN";
      }
    } else {
      boolean apiAccess = account.get("vdc_agent_api_access").equals("1");
      if (!(credentials && apiAccess && (!oneLogin || (level >= 1 && active)))) {
        return "LOGIN";
      }
    }
    // 2. the list scope
    if (needs.path("list_restrict").asBoolean()
        && account.get("api_list_restrict").equals("1")
        && !groups.contains(account.get("user_group"))) {
      return "NO_GROUP";
    }
    // 3. and 4. the list of functions, and level with flags, in the function's order
    boolean allowed =
        !needs.get("allowed_functions_checked").asBoolean()
            || Pattern.compile(" " + function + " ").matcher(list(account)).find()
            || list(account).contains("ALL_FUNCTIONS");
    boolean permitted = (!nonAgent || oneLogin || credentials) && permits(needs, account);
    if (needs.path("permission_checked_first").asBoolean()) {
      return !permitted ? "PERMISSION" : !allowed ? "NOT_ALLOWED_FUNCTION" : "GRANTED";
    }
    return !allowed ? "NOT_ALLOWED_FUNCTION" : !permitted ? "PERMISSION" : "GRANTED";
  }

  /** Every function of an API, of whatever build. */
  public static Iterable<String> functions(String api) {
    return () -> FACTS.get(api).get("functions").fieldNames();
  }

  private static boolean permits(JsonNode needs, Map<String, String> account) {
    if (Integer.parseInt(account.get("user_level")) < needs.path("user_level").asInt(0)) {
      return false;
    }
    if (needs.path("active").asBoolean() && !account.get("active").equals("Y")) {
      return false;
    }
    for (var flag : needs.get("flags").properties()) {
      boolean accepted = false;
      for (JsonNode value : flag.getValue()) {
        accepted |= value.asText().equals(account.getOrDefault(flag.getKey(), "0"));
      }
      if (!accepted) {
        return false;
      }
    }
    return true;
  }

  /** The column keeps 1000 characters. */
  private static String list(Map<String, String> account) {
    String text = account.get("api_allowed_functions");
    return text.length() > 1000 ? text.substring(0, 1000) : text;
  }

  private static String kept(String api, String build) {
    if (api.equals("agent") && !before(build, "220220-0847")) {
      return "-.+/=_0-9a-zA-Z";
    }
    return userKept(api, build);
  }

  private static String userKept(String api, String build) {
    String since = api.equals("agent") ? "141216-2118" : "130617-2232";
    return before(build, since) ? "0-9a-zA-Z" : "-_0-9a-zA-Z";
  }

  private static JsonNode entry(JsonNode history, String build) {
    JsonNode found = null;
    for (JsonNode entry : history) {
      if (!before(build, entry.get("build").asText())) {
        found = entry.get("requires");
      }
    }
    return found == null || found.isNull() ? null : found;
  }

  private static boolean before(String build, String other) {
    return number(build) < number(other);
  }

  private static long number(String build) {
    String[] parts = build.replaceAll("[a-z]", "").split("-");
    return Long.parseLong(parts[0]) * 10_000 + Long.parseLong(parts[1]);
  }

  private static JsonNode facts() {
    try {
      return new ObjectMapper()
          .readTree(Restatement.class.getResourceAsStream("/facts/api-history.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
