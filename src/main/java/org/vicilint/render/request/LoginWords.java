package org.vicilint.render.request;

import java.util.List;
import java.util.Set;
import org.vicilint.catalog.LoginRequirement;
import org.vicilint.diagnosis.Reply;

/** Explains refused logins. */
final class LoginWords {
  private static final Set<String> BY_SERVER = Set.of("2FA", "ERRSERVERS", "IPBLOCK");

  /** By the order in which a server looks at them. */
  private static final String RIGHT = "User and password were right: they are looked at before.";

  private LoginWords() {}

  /** Whether the reason is one of the server's, which comes only where user and password match. */
  static boolean byServer(Reply.Login fields) {
    return fields != null && fields.message() != null && BY_SERVER.contains(fields.message());
  }

  /** Adds the meaning of a refused login. */
  static void meaning(List<String> said, Reply reply, LoginRequirement login) {
    Reply.Login fields = reply.login();
    String message = fields == null || fields.message() == null ? "BAD" : fields.message();
    String own = "user or password is wrong, user_level is under %d, or active is not Y";
    String wrong = own.formatted(Math.max(login.userLevel(), 1));
    switch (message) {
      case "2FA" ->
          said.add(
              "The second factor is missing (2FA): the server asks for one, nobody confirmed one for this account of late, and its two_factor_override is not DISABLED. "
                  + RIGHT);
      case "ERRSERVERS" ->
          said.add(
              "The server has no active server (ERRSERVERS): no row of servers has both active and active_asterisk_server at Y, so every login is refused. That is no fault of the account. "
                  + RIGHT);
      case "IP", "IPBLOCK" -> {
        said.add(
            "The server refuses the address of the caller%s, not the password. %s"
                .formatted(message.equals("IP") ? "" : " (IPBLOCK)", RIGHT));
        said.add(
            "allow_ip_lists is on, the account does not have ignore_ip_list=1, and the address is not in the api_ip_list of its group, or it is in the list that system_ip_blacklist names.");
      }
      case "LOCK" ->
          said.add(
              "Ten logins in a row were refused. Until 15 minutes after the last one even the right password is refused.");
      default -> {
        if (fields != null && Boolean.FALSE.equals(fields.user())) {
          nobody(said, fields);
          return;
        }
        if (fields != null && Boolean.FALSE.equals(fields.password())) {
          said.add(
              "No password arrived: the server prints what it got, without the characters that it deletes, and its field is empty.");
        }
        if (reply.cut()) {
          said.add("The login was refused. The reason is not in what was read.");
        } else if (fields == null || fields.auth() == null) {
          said.add("The login was refused: " + wrong + ". It does not say which.");
        } else if (fields.authApi() == null) {
          said.add(
              "The login was refused: user or password is wrong, or vdc_agent_api_access is not 1.");
        } else {
          halves(said, fields, wrong);
        }
        if (fields == null || !Boolean.TRUE.equals(fields.auth())) {
          said.add(
              "Every refused login counts, for both APIs and the screens; ten in a row lock the account for 15 minutes.");
        }
      }
    }
    if (reply.text().contains("****")) {
      said.add("The server answers with the password that was sent; it is masked here.");
    }
  }

  /** The request named no account. */
  private static void nobody(List<String> said, Reply.Login fields) {
    boolean neither = Boolean.FALSE.equals(fields.password());
    said.add(
        neither
            ? "None arrived: the request carried neither user nor pass. The server prints what it got, and both fields are empty."
            : "No user arrived: the server prints what it got, and the field of the user is empty.");
    said.add(
        "This says nothing about a password or an account. Variables of the program are not set, or the parameters were sent as JSON, which the server does not read: send them in the URL or as form fields.");
    said.add("No account's counter of refused logins rises.");
    if (!neither) {
      said.add("The server answers with the password that was sent; it is masked here.");
    }
  }

  private static void halves(List<String> said, Reply.Login fields, String wrong) {
    if (fields.auth()) {
      said.add("User, password, level and active are right, but vdc_agent_api_access is not 1.");
    } else if (fields.authApi()) {
      said.add("The account has vdc_agent_api_access=1, but the login was refused: " + wrong + ".");
    } else {
      said.add(
          "The login was refused: "
              + wrong
              + ". Besides, no account of this name has vdc_agent_api_access=1.");
    }
    said.add(
        "The two numbers are no levels: the first is 1 when the login matches, the second when vdc_agent_api_access is 1.");
  }
}
