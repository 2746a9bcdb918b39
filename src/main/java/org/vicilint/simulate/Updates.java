package org.vicilint.simulate;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.access.NewLevel;
import org.vicilint.api.ColumnCoercion;
import org.vicilint.api.Parameters;
import org.vicilint.api.Php;
import org.vicilint.api.Signature;
import org.vicilint.api.UpdateStep;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.Secret;
import org.vicilint.text.PasswordMask;

/** The values that update_user checks one by one, and then writes together. */
final class Updates {
  private static final String OPTIONAL = ", THIS IS AN OPTIONAL FIELD";

  private final SimulatedEstate world;
  private final Parameters parameters;
  private final PasswordRules passwords;

  Updates(SimulatedEstate world, Parameters parameters, PasswordRules passwords) {
    this.world = world;
    this.parameters = parameters;
    this.passwords = passwords;
  }

  /**
   * Checks the values in the server's order, up to the first refusal; returns the parameters to
   * write.
   */
  List<String> check(PredictionBuilder draft, SanitizedRequest sent, Account caller) {
    Signature signature = parameters.functions().get("update_user");
    List<String> written = new ArrayList<>();
    for (UpdateStep step : parameters.updates()) {
      if (!sent.has(step.parameter()) || !signature.takes(step.parameter(), sent.build())) {
        continue;
      }
      String echo = blank(step, sent) ? null : refusal(draft, step, sent, caller);
      if (echo != null) {
        draft.error("update_user " + step.refusal() + OPTIONAL, echo);
        tellRefusal(draft, step, sent, caller);
        return List.of();
      }
      written.add(step.parameter());
    }
    return written;
  }

  private void tellRefusal(
      PredictionBuilder draft, UpdateStep step, SanitizedRequest sent, Account caller) {
    String value = sent.get(step.parameter());
    String wants = sent.parameter(step.parameter()).wants();
    if (step.rule() == UpdateStep.Rule.LEVEL && value.matches("0*[1-9]")) {
      draft.note(
          "a caller of level %d with modify_same_user_level=%s may not set level %s"
              .formatted(
                  caller.userLevel(), caller.has(Flag.MODIFY_SAME_USER_LEVEL) ? "1" : "0", value));
    } else if (step.rule() != UpdateStep.Rule.USER_GROUP
        || !NewUser.tellGroup(world, draft, caller, value)) {
      String length =
          step.rule() == UpdateStep.Rule.LENGTH && sent.parameter(step.parameter()).secret()
              ? " of %s to %s characters"
                  .formatted(step.arguments().get(0), step.arguments().get(1))
              : "";
      draft.note(step.parameter() + " takes " + wants + length);
    }
  }

  /** Returns the details that the server prints after its refusal; null if the value passes. */
  private String refusal(
      PredictionBuilder draft, UpdateStep step, SanitizedRequest sent, Account caller) {
    String value = sent.get(step.parameter());
    boolean passes =
        switch (step.rule()) {
          case NONE -> true;
          case LENGTH -> value.length() >= number(step, 0) && value.length() <= number(step, 1);
          case NUMBER ->
              Php.compare(value, number(step, 0)) >= 0 && Php.compare(value, number(step, 1)) <= 0;
          case WORDS -> step.arguments().contains(value);
          case LEVEL -> NewLevel.maySet(caller, Php.number(value));
          case USER_GROUP -> viewable(draft, caller, value);
          case PHONE -> phone(draft, step, value);
        };
    if (passes) {
      return null;
    }
    return switch (step.rule()) {
      case LEVEL ->
          "%s|%d|%s"
              .formatted(
                  value, caller.userLevel(), caller.has(Flag.MODIFY_SAME_USER_LEVEL) ? "1" : "0");
      case USER_GROUP -> value + "|" + (visible(caller, value) ? "1" : "0");
      case PHONE -> value + "|0|0";
      default -> sent.shown(step.parameter());
    };
  }

  private boolean viewable(PredictionBuilder draft, Account caller, String group) {
    int longest =
        ((ColumnCoercion.Text) parameters.byName().get("agent_user_group").holds()).most();
    if (!world.groups().known()) {
      draft.doubt(PasswordMask.sentence("whether user_group %s exists is not known", group));
    }
    return group.length() <= longest && visible(caller, group);
  }

  private boolean visible(Account caller, String group) {
    return world.viewable(caller, group);
  }

  private boolean phone(PredictionBuilder draft, UpdateStep step, String login) {
    if (world.phones().known()) {
      return world.phones().has(login);
    }
    if (login.length()
        > ((ColumnCoercion.Text) parameters.byName().get(step.parameter()).holds()).most()) {
      return false; // no phone can have this login
    }
    draft.doubt(
        "whether there is a phone %s is not known: no phones were given; if not, the answer is %s"
            .formatted(
                login,
                "ERROR: update_user %s%s: |(caller)|%s|0|0"
                    .formatted(step.refusal(), OPTIONAL, login)));
    return true;
  }

  /** Writes the values that have passed the check. */
  void store(
      PredictionBuilder draft,
      SanitizedRequest sent,
      Account caller,
      List<String> written,
      AccountBuilder builder) {
    for (UpdateStep step : parameters.updates()) {
      String name = step.parameter();
      if (written.contains(name)) {
        String column = sent.parameter(name).column();
        if (blank(step, sent)) {
          draft.store(column, "");
          builder.set(column, "");
        } else {
          builder.set(column, sent.store(draft, name));
        }
      }
    }
    if (written.contains("agent_pass")) {
      builder.secret(
          sent.open("agent_pass")
              ? Secret.UNKNOWN
              : passwords.of(sent.get("agent_user"), sent.stored("agent_pass")));
      if (Groups.key(caller.user()).equals(Groups.key(sent.get("agent_user")))) {
        draft.note("the caller changes its own password: the next call needs the new one");
      }
    }
    // Every update resets the count of refused logins.
    builder.set("failed_login_count", "0");
  }

  private static boolean blank(UpdateStep step, SanitizedRequest sent) {
    return step.blank() && sent.get(step.parameter()).equals(SanitizedRequest.BLANK);
  }

  private static int number(UpdateStep step, int argument) {
    return Integer.parseInt(step.arguments().get(argument));
  }
}
