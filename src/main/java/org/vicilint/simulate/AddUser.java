package org.vicilint.simulate;

import java.util.List;
import org.vicilint.access.NewLevel;
import org.vicilint.api.Php;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Secret;

/** {@code add_user}: creates an account. */
final class AddUser implements Handler {
  private static final String FUNCTION = "add_user";
  private static final List<String> ECHO =
      List.of(
          "agent_user", "agent_pass", "agent_user_level", "agent_full_name", "agent_user_group");

  private final SimulatedEstate world;
  private final NewUser newUser;

  AddUser(SimulatedEstate world, NewUser newUser) {
    this.world = world;
    this.newUser = newUser;
  }

  @Override
  public void answer(PredictionBuilder draft, SanitizedRequest sent, Account caller) {
    if (newUser.incomplete(FUNCTION, sent)) {
      draft.error(FUNCTION + " YOU MUST USE ALL REQUIRED FIELDS", sent.shown(ECHO));
      return;
    }
    String level = sent.get("agent_user_level");
    String group = sent.get("agent_user_group");
    if (!NewLevel.mayMake(caller, Php.number(level))) {
      draft.error(
          FUNCTION + " USER DOES NOT HAVE PERMISSION TO ADD USERS IN THIS USER LEVEL",
          level + "|" + caller.userLevel());
      newUser.tellLevel(draft, caller);
    } else if (!world.viewable(caller, group)) {
      draft.error(FUNCTION + " USER GROUP DOES NOT EXIST", group);
      newUser.tellGroup(draft, caller, group);
    } else if (world.find(sent.get("agent_user")).isPresent()) {
      draft.error(FUNCTION + " USER ALREADY EXISTS", sent.get("agent_user"));
    } else {
      newUser.doubtGroups(draft, group);
      add(draft, sent, caller);
    }
  }

  @Override
  public void certain(PredictionBuilder draft, SanitizedRequest sent, Account caller) {
    if (newUser.refusedAnyhow(draft, FUNCTION, sent)) {
      return;
    }
    String level = sent.get("agent_user_level");
    String group = sent.get("agent_user_group");
    boolean known = !sent.open("agent_user_level") && !level.isEmpty();
    if (known && caller != null && !NewLevel.mayMake(caller, Php.number(level))) {
      draft.sure("the server refuses it, since the caller makes no accounts of level " + level);
      newUser.tellLevel(draft, caller);
    } else if (sent.open("agent_user_group")
        || group.isEmpty()
        || !newUser.groupRefused(draft, caller, group)) {
      draft.sure("it makes accounts of " + (known ? "level " + level : levels(caller)));
    }
  }

  private static String levels(Account caller) {
    return caller == null
        ? "any level that the caller may hand out"
        : "any level that is filled in, up to " + NewLevel.highest(caller);
  }

  private void add(PredictionBuilder draft, SanitizedRequest sent, Account caller) {
    String login = newUser.login(draft, sent);
    Secret secret = newUser.secret(sent, caller);
    AccountBuilder builder =
        Account.builder(newUser.stored(draft, sent, login))
            .secret(secret)
            .places(newUser.places(sent));
    for (String name : newUser.names(FUNCTION, sent)) {
      boolean holds = !name.equals("agent_user") && (sent.has(name) || ECHO.contains(name));
      if (holds) {
        builder.set(sent.parameter(name).column(), sent.store(draft, name));
      }
    }
    newUser.tellDefaults(draft, sent);
    String echo =
        "%s|%s|%s"
            .formatted(
                login,
                secret.hashed() ? "" : sent.shown("agent_pass"),
                sent.shown(ECHO.subList(2, ECHO.size())));
    newUser.insert(draft, sent, builder.build(), FUNCTION + " USER HAS BEEN ADDED", echo);
  }
}
