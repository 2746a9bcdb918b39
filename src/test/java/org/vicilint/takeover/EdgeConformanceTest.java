package org.vicilint.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.catalog.Builds;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.Kind;
import org.vicilint.model.Secret;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.UserGroup;
import org.vicilint.testkit.Runs;
import org.vicilint.testkit.Vectors;

/**
 * Steps against what real servers answered: where a request about an account went through, the step
 * is there, and where it was refused for level, group or permission, it is not.
 */
class EdgeConformanceTest {
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> different = new ArrayList<>();
  private Map<String, Account> accounts = new TreeMap<>();
  private Groups groups;
  private String build;

  @Test
  void theFourHundredRequestsThatWereAskedAlone() {
    List<JsonNode> lines = Vectors.read("requests-250720-1841");
    JsonNode state = lines.get(0);
    begin(state, List.of("callers", "targets"));
    Takeover takeover = takeover();
    lines.subList(1, lines.size()).forEach(vector -> check(takeover, vector));
    assertThat(different).isEmpty();
    assertThat(counts)
        .isEqualTo(
            Map.of(
                "add_user no",
                70,
                "add_user yes",
                44,
                "copy_user no",
                24,
                "copy_user yes",
                17,
                "update_user no",
                54,
                "update_user yes",
                62));
  }

  @Test
  void theRequestsThatWereAskedInSequenceOnFourBuilds() {
    for (JsonNode vector : Vectors.read("requests-in-sequence")) {
      if (vector.has("build")) {
        begin(vector, List.of("accounts"));
      } else {
        check(takeover(), vector);
        follow(vector);
      }
    }
    assertThat(different).isEmpty();
    assertThat(counts.keySet())
        .containsExactly(
            "add_user no",
            "add_user yes",
            "copy_user no",
            "copy_user yes",
            "update_user no",
            "update_user yes");
    assertThat(counts.values()).allMatch(count -> count >= 20);
  }

  private void begin(JsonNode state, List<String> lists) {
    build = state.get("build").asText();
    accounts = new TreeMap<>();
    for (String list : lists) {
      state.get(list).forEach(row -> put(Account.builder(row.get("user").asText()), row));
    }
    List<UserGroup> all = new ArrayList<>();
    state
        .get("groups")
        .properties()
        .forEach(
            g ->
                all.add(
                    new UserGroup(
                        g.getKey(), "", g.getValue().asText(), "", SourceLocation.of("groups"))));
    groups = new Groups(all);
  }

  private void put(AccountBuilder account, JsonNode row) {
    row.properties().forEach(column -> account.set(column.getKey(), column.getValue().asText()));
    Account built = account.secret(Secret.UNKNOWN).build();
    accounts.put(Groups.key(built.user()), built);
  }

  /** What the request has made of the account that it names. */
  private void follow(JsonNode vector) {
    String answer = vector.get("response").toString();
    JsonNode row = vector.get("row");
    if (answer.contains("USER HAS BEEN DELETED")) {
      accounts.remove(Groups.key(name(vector, "agent_user")));
    } else if (row != null && row.has("user")) {
      String user = row.get("user").asText();
      Optional<Account> source =
          answer.contains("HAS BEEN COPIED") ? find(name(vector, "source_user")) : find(user);
      put(source.map(account -> account.with(user)).orElse(Account.builder(user)), row);
    }
  }

  private Takeover takeover() {
    Estate estate = Estate.of(List.copyOf(accounts.values()), groups);
    return new Takeover(
        estate,
        new AccessEvaluator(Runs.CATALOG, Builds.choose(Runs.CATALOG, build, null), groups, null),
        account -> Kind.SERVICE);
  }

  private void check(Takeover takeover, JsonNode vector) {
    String function = vector.get("function").asText();
    String answer = vector.get("response").isEmpty() ? "" : vector.get("response").get(0).asText();
    Account caller = find(vector.get("caller").asText()).orElse(null);
    Boolean through = through(answer, caller);
    if (through == null) {
      return; // refused for something else, as a missing parameter
    }
    boolean ours;
    if (function.equals("add_user")) {
      String level =
          name(vector, "agent_user_level").replaceAll("[^0-9]", "").replaceAll("^(.{9}).*", "$1");
      ours =
          takeover.creates(
              caller,
              level.isEmpty() ? 0 : Integer.parseInt(level),
              name(vector, "agent_user_group"));
    } else {
      boolean copy = function.equals("copy_user");
      Account target = find(name(vector, copy ? "source_user" : "agent_user")).orElse(null);
      if (target == null) {
        assertThat(answer).doesNotContain("SUCCESS: update_user");
        return;
      }
      // The clone of an inactive account is inactive: nobody becomes it.
      through = through && (!copy || target.active());
      ours = takeover.direct(caller, target).contains(copy ? Step.Kind.COPY : Step.Kind.UPDATE);
    }
    counts.merge(function + (through ? " yes" : " no"), 1, Integer::sum);
    if (ours != through) {
      different.add(build + " " + vector);
    }
  }

  /** Whether the server let the caller at the account; null where the answer does not tell. */
  private static Boolean through(String answer, Account caller) {
    if (answer.startsWith("SUCCESS")
        || answer.startsWith("NOTICE")
        || answer.contains("NO UPDATES DEFINED")
        || answer.contains("THIS IS AN OPTIONAL FIELD")) {
      return true;
    }
    boolean refused =
        (answer.contains("DOES NOT HAVE PERMISSION") && !answer.contains("DELETE USERS"))
            || answer.matches("ERROR: (add|copy)_user USER GROUP DOES NOT EXIST.*")
            || (answer.contains("Login incorrect")
                && caller != null
                && (!caller.active() || caller.userLevel() < 7));
    return refused ? false : null;
  }

  private Optional<Account> find(String user) {
    return Optional.ofNullable(accounts.get(Groups.key(user)));
  }

  /** A parameter as the server takes it. */
  private String name(JsonNode vector, String parameter) {
    String value = vector.get("params").path(parameter).asText("");
    boolean any = parameter.equals("agent_user") && build.compareTo("210823-0918") < 0;
    return any ? value : value.replaceAll("[^-_0-9A-Za-z]", "");
  }
}
