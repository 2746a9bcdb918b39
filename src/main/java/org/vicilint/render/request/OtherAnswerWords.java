package org.vicilint.render.request;

import java.util.List;
import java.util.regex.Pattern;
import org.vicilint.access.Decision;
import org.vicilint.diagnosis.Diagnosis;
import org.vicilint.diagnosis.Reply;

/** Explains answers that come from no gate of the caller, or whose words are unknown. */
final class OtherAnswerWords {
  private static final Pattern ABSENT =
      Pattern.compile("DOES NOT EXIST|NOT FOUND|NO MATCHES FOUND");

  private OtherAnswerWords() {}

  /** Adds the meaning of a known answer about parameters, a state or an agent. */
  static void meaning(List<String> said, Diagnosis diagnosis) {
    Reply reply = diagnosis.reply();
    switch (reply.known().kind()) {
      case AGENT -> {
        said.add(
            "The agent whose session is driven may not make calls by hand: agentcall_manual of the agent's account is not 1.");
        said.add(
            "The account is the agent's, which agent_user of the request names, not the caller's: the caller is allowed. external_dial and preview_dial_action look at it.");
      }
      case LEVEL ->
          said.add(
              "The caller may call the function, but not for an account of this level. Below level 9 it may add and copy lower levels only, and change accounts up to its own; with modify_same_user_level=0 no account of its own level.");
      case LIST ->
          said.add(
              "The caller has api_list_restrict=1, and the list is in no campaign of its user group.");
      case LOGGED_OUT ->
          said.add(
              "The agent that the request names is not logged in. That is a state: no permission refuses it.");
      case NO_AGENT ->
          said.add(
              "The agent that the request names in agent_user or alt_user does not exist. No permission refuses it.");
      case NOTICE ->
          said.add(
              "The server says this beside what it was asked. It is no refusal by permission.");
      case PARAMETERS ->
          said.add(
              "It is no refusal by permission: a parameter of the request is missing, or does not fit.");
      default -> {
        said.add(
            "It is no refusal by permission: what the call is about is not there, or in no state for it.");
        if (ABSENT.matcher(reply.text()).find()) {
          said.add("VICIdial also answers so of what the user group of the caller may not see.");
        }
      }
    }
  }

  private static String login(Reply.Login login) {
    return "Its fields are those of a login that the Agent API refused: "
        + (!login.user()
            ? "no user arrived."
            : login.auth()
                ? "user and password match, but vdc_agent_api_access is not 1."
                : "user, password, level and active do not match an account; one of this name %s vdc_agent_api_access=1."
                    .formatted(login.authApi() ? "has" : "does not have"));
  }

  /** Adds the certain facts about an answer in another language. */
  static void translated(List<String> said, Diagnosis diagnosis) {
    Reply reply = diagnosis.reply();
    said.add(
        "This is translated or unknown: no build prints these words in English, and a server in another language translates the answers of the Agent API.");
    if (reply.login() != null) {
      said.add(login(reply.login()));
      return;
    }
    said.add(
        "Its fields are certain: %s called %s of the Agent API."
            .formatted(reply.account(), reply.named()));
    said.add(
        "The Agent API prints these fields when api_allowed_functions does not hold the function; the words would have to say so.");
    Decision decision = diagnosis.decision();
    if (decision != null) {
      said.add(
          decision
              .failed()
              .map(
                  gate ->
                      "By what was read the call is refused (%s).".formatted(gate.kind().word()))
              .orElse("By what was read the call is allowed."));
    }
  }
}
