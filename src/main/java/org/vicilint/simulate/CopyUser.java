package org.vicilint.simulate;

import java.util.List;
import org.vicilint.access.NewLevel;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Build;
import org.vicilint.model.Declaration;
import org.vicilint.model.Flag;
import org.vicilint.model.Secret;
import org.vicilint.text.PasswordMask;

/** {@code copy_user}: creates an account with everything that another one has. */
final class CopyUser implements Handler {
  private static final String FUNCTION = "copy_user";
  private static final List<String> ECHO =
      List.of("agent_user", "agent_pass", "source_user", "agent_full_name");

  /** The build from which this flag is copied, too. */
  private static final Build DOWNLOAD_INVALID_FILES = Build.parse("230308-1758").orElseThrow();

  private final SimulatedEstate world;
  private final NewUser newUser;

  CopyUser(SimulatedEstate world, NewUser newUser) {
    this.world = world;
    this.newUser = newUser;
  }

  @Override
  public void answer(PredictionBuilder draft, SanitizedRequest sent, Account caller) {
    if (newUser.incomplete(FUNCTION, sent)) {
      draft.error(FUNCTION + " YOU MUST USE ALL REQUIRED FIELDS", sent.shown(ECHO));
      return;
    }
    Account source = world.find(sent.get("source_user")).orElse(null);
    String group = source == null ? "" : source.userGroup();
    if (source == null) {
      draft.note(
          PasswordMask.sentence(
              "there is no account %s to copy: the server takes it for one without a group",
              sent.get("source_user")));
    }
    if (source != null && !NewLevel.mayMake(caller, source.userLevel())) {
      draft.error(
          FUNCTION + " USER DOES NOT HAVE PERMISSION TO COPY USERS IN THIS USER LEVEL",
          source.userLevel() + "|" + caller.userLevel());
      newUser.tellLevel(draft, caller);
    } else if (!world.viewable(caller, group)) {
      draft.error(FUNCTION + " USER GROUP DOES NOT EXIST", group);
      newUser.tellGroup(draft, caller, group);
    } else if (world.find(sent.get("agent_user")).isPresent()) {
      draft.error(FUNCTION + " USER ALREADY EXISTS", sent.get("agent_user"));
    } else {
      newUser.doubtGroups(draft, group);
      copy(draft, sent, caller, source);
    }
  }

  @Override
  public void certain(PredictionBuilder draft, SanitizedRequest sent, Account caller) {
    if (newUser.refusedAnyhow(draft, FUNCTION, sent)) {
      return;
    }
    Account source = world.find(sent.get("source_user")).orElse(null);
    if (sent.open("source_user") || !sent.has("source_user")) {
      draft.sure(
          "it copies whichever account is filled in"
              + (caller == null ? "" : ", up to level " + NewLevel.highest(caller)));
    } else if (source == null) {
      draft.note(
          PasswordMask.sentence(
              "there is no account %s to copy in what was read", sent.get("source_user")));
    } else if (caller != null && !NewLevel.mayMake(caller, source.userLevel())) {
      draft.sure(
          "the server refuses it, since %s has level %d"
              .formatted(source.user(), source.userLevel()));
      newUser.tellLevel(draft, caller);
    } else if (!newUser.groupRefused(draft, caller, source.userGroup())) {
      draft.sure(
          "anyone who runs this makes copies of %s: level %d, its flags and its grants%s"
              .formatted(
                  source.user(),
                  source.userLevel(),
                  sent.open("agent_pass") ? ", with a password of their choice" : ""));
    }
  }

  private void copy(
      PredictionBuilder draft, SanitizedRequest sent, Account caller, Account source) {
    String login = newUser.login(draft, sent);
    Secret secret = newUser.secret(sent, caller);
    String stored = newUser.stored(draft, sent, login);
    sent.store(draft, "agent_pass");
    AccountBuilder builder =
        source
            .with(stored)
            .column("full_name", sent.store(draft, "agent_full_name"))
            .column("failed_login_count", "0")
            .column("last_login_date", "2001-01-01 00:00:01")
            .secret(secret)
            .cutOff("")
            .declaration(Declaration.NONE)
            .places(newUser.places(sent));
    if (sent.build().compareTo(DOWNLOAD_INVALID_FILES) < 0) {
      builder.column("download_invalid_files", "0");
    }
    Account copy = builder.build();
    for (String column : List.of("user_level", "user_group", "active", "api_allowed_functions")) {
      draft.store(column, copy.value(column));
    }
    for (Flag flag : Flag.values()) {
      if (copy.has(flag)) {
        draft.store(flag.column(), "1");
      }
    }
    if (copy.modifyLeads() > 0) {
      draft.store("modify_leads", copy.value("modify_leads"));
    }
    String echo =
        "%s|%s|%s|%s"
            .formatted(
                login,
                secret.hashed() ? "" : sent.shown("agent_pass"),
                sent.get("agent_full_name"),
                sent.get("source_user"));
    draft.note(
        "everything else is that of %s: level %d, its flags and its grants"
            .formatted(source.user(), source.userLevel()));
    newUser.insert(draft, sent, copy, FUNCTION + " USER HAS BEEN COPIED", echo);
  }
}
