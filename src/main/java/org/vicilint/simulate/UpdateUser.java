package org.vicilint.simulate;

import java.util.List;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Decision;
import org.vicilint.access.UserScope;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Flag;
import org.vicilint.text.PasswordMask;

/** {@code update_user}: changes an account, or deletes it. */
final class UpdateUser implements Handler {
  private static final String FUNCTION = "update_user";
  private static final String DELETE = "delete_user=Y";

  /** The length of the column; only update_user checks it. */
  private static final int LONGEST_LOGIN = 20;

  private final SimulatedEstate world;
  private final AccessEvaluator access;
  private final Updates updates;
  private final LevelRules ranks;
  private final PasswordReset reset;

  UpdateUser(SimulatedEstate world, AccessEvaluator access, Updates updates, LevelRules ranks) {
    this.world = world;
    this.access = access;
    this.updates = updates;
    this.ranks = ranks;
    this.reset = new PasswordReset();
  }

  @Override
  public void answer(PredictionBuilder draft, SanitizedRequest sent, Account caller) {
    String login = sent.get("agent_user");
    if (login.length() < 2 || login.length() > LONGEST_LOGIN) {
      draft.error(FUNCTION + " YOU MUST USE ALL REQUIRED FIELDS", login + "|");
      if (login.length() > LONGEST_LOGIN) {
        draft.note("agent_user is longer than " + LONGEST_LOGIN + " characters");
      }
      return;
    }
    Account target = world.find(login).orElse(null);
    if (target == null) {
      // The server prints a parameter that belongs to another function.
      draft.error(FUNCTION + " USER DOES NOT EXIST", sent.get("server_ip"));
    } else if (!UserScope.ofUpdate(caller, world.groups())
        .covers(target.userLevel(), target.userGroup())) {
      String compared = caller.has(Flag.MODIFY_SAME_USER_LEVEL) ? "<=" : "<";
      draft.error(
          FUNCTION + " USER DOES NOT HAVE PERMISSION TO UPDATE THIS USER",
          "%s|%s|%d".formatted(login, compared, caller.userLevel()));
      draft.note(
          "the account has level %d and user_group '%s'"
              .formatted(target.userLevel(), target.userGroup()));
    } else {
      doubtScope(draft, target);
      if (sent.get("delete_user").equals("Y")) {
        delete(draft, sent, caller, target);
      } else {
        update(draft, sent, caller, target);
      }
    }
  }

  @Override
  public void certain(PredictionBuilder draft, SanitizedRequest sent, Account caller) {
    boolean named = !sent.open("agent_user") && sent.has("agent_user");
    Account target = named ? world.find(sent.get("agent_user")).orElse(null) : null;
    if (!named) {
      draft.sure(
          sent.opensMore() && !sent.open("agent_user")
              ? "which account it changes is not known"
              : !sent.open("agent_user")
                  ? "the server refuses it with update_user YOU MUST USE ALL REQUIRED FIELDS"
                  : sent.get("delete_user").equals("Y") && !sent.open("delete_user")
                      ? "it deletes whichever account is filled in, if the caller may delete"
                      : "it changes whichever account is filled in, if the caller may change it");
    } else if (target == null) {
      draft.note(
          PasswordMask.sentence("there is no account %s in what was read", sent.get("agent_user")));
    } else if (caller != null
        && !UserScope.ofUpdate(caller, world.groups())
            .covers(target.userLevel(), target.userGroup())) {
      draft.sure(
          "the server refuses it, since the account has level %d and user_group '%s'"
              .formatted(target.userLevel(), target.userGroup()));
    } else {
      draft.sure("it is about %s, of level %d".formatted(target.user(), target.userLevel()));
    }
  }

  private void doubtScope(PredictionBuilder draft, Account target) {
    if (!world.groups().known()) {
      draft.doubt(
          "whether the caller may see user_group '%s' is not known: no user groups were given"
              .formatted(target.userGroup()));
    }
  }

  private void delete(
      PredictionBuilder draft, SanitizedRequest sent, Account caller, Account target) {
    Function function = access.catalog().function(FUNCTION).orElseThrow();
    Operation operation = function.operation(DELETE).orElseThrow();
    Decision decision = access.explain(caller, function, operation);
    if (!decision.granted()) {
      draft.refuse(decision.answer());
      return;
    }
    draft.success(FUNCTION + " USER HAS BEEN DELETED", sent.get("agent_user") + "|");
    draft.note("the account is deleted; whatever else is sent with delete_user=Y is ignored");
    draft.change(target, null);
    world.remove(target);
  }

  private void update(
      PredictionBuilder draft, SanitizedRequest sent, Account caller, Account target) {
    AccountBuilder builder = target.with();
    List<String> written = updates.check(draft, sent, caller);
    if (draft.refused()) {
      return;
    }
    ranks.write(draft, sent);
    if (draft.refused()) {
      return;
    }
    boolean newPassword = reset.write(draft, sent, target, builder);
    if (written.isEmpty()) {
      draft.error(FUNCTION + " NO UPDATES DEFINED", "");
      if (newPassword) {
        draft.note("the password is reset all the same");
      }
    } else if (written.contains("email") && Quotes.broken(sent)) {
      draft.fail(Quotes.WHY, "SUCCESS");
      written = List.of();
    } else {
      updates.store(draft, sent, caller, written, builder);
      draft.success(FUNCTION + " USER HAS BEEN UPDATED", sent.get("agent_user") + "|");
    }
    if (newPassword || !written.isEmpty()) {
      Account changed = builder.build();
      world.put(changed);
      draft.change(target, changed);
    }
  }
}
