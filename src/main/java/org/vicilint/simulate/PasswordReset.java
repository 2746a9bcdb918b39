package org.vicilint.simulate;

import java.util.regex.Pattern;
import org.vicilint.api.Php;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Build;
import org.vicilint.model.Secret;

/** {@code reset_password}: the server makes up a password and sends it by e-mail. */
final class PasswordReset {
  private static final Build SINCE = Build.parse("230122-1821").orElseThrow();
  private static final int SHORTEST = 8;
  private static final int SHORTEST_ADDRESS = 5;
  private static final int LONGEST_LOCAL = 64;

  /** E-mail addresses that PHP's filter accepts, among the characters that the API keeps. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[-'/%_0-9a-z]+(?:\\.[-'/%_0-9a-z]+)*"
              + "@(?:[0-9a-z]{1,63}(?:-+[0-9a-z]{1,63})*\\.)+[a-z][0-9a-z]*(?:-+[0-9a-z]+)*",
          Pattern.CASE_INSENSITIVE);

  /** Writes the new password if the request asks for one; returns whether it does. */
  boolean write(
      PredictionBuilder draft, SanitizedRequest sent, Account target, AccountBuilder builder) {
    if (sent.build().compareTo(SINCE) < 0
        || !sent.has("reset_password")
        || Php.compare(sent.get("reset_password"), SHORTEST) < 0) {
      return false;
    }
    boolean own = sent.get("email").length() < SHORTEST_ADDRESS;
    String address = own ? (target.email() ? "<email>" : "") : sent.get("email");
    String data = sent.get("agent_user") + "|" + address;
    if (!(own && target.email()) && !valid(address)) {
      draft.notice("update_user USER PASSWORD RESET FAILED: NO VALID EMAIL PROVIDED", data);
      draft.alter("the password is not reset: there is no valid e-mail address to send it to");
      return false;
    }
    draft.notice("update_user USER PASSWORD HAS BEEN RESET", data);
    draft.doubt(
        "whether the server can send e-mail is not known; if it cannot, the line is NOTICE: update_user USER PASSWORD RESET FAILED: EMAIL FAILURE, and the password stays");
    draft.store("force_change_password", "Y");
    builder.secret(Secret.UNKNOWN);
    return true;
  }

  private static boolean valid(String address) {
    return address.indexOf('@') <= LONGEST_LOCAL && ADDRESS.matcher(address).matches();
  }
}
