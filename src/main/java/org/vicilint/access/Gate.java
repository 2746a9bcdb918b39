package org.vicilint.access;

import java.util.Locale;
import org.vicilint.model.Change;
import org.vicilint.model.SystemSettings;

/**
 * One thing that the server looks at before it does what is asked.
 *
 * @param kind which of the server's gates it belongs to
 * @param column VICIdial's column that decides
 * @param required what the server demands of it
 * @param actual what the account has; never a secret
 * @param passed whether that is enough
 * @param opening the smallest change that opens it; null when it is open
 */
public record Gate(
    Kind kind, String column, String required, String actual, boolean passed, Change opening) {

  /** Whether the column is the account's, and not its group's or the server's. */
  public boolean ofAccount() {
    return !column.equals(ServerGates.IP_LIST) && !column.equals(SystemSettings.AGENT_API);
  }

  /** The server's gates, as outputs name them. */
  public enum Kind {
    /** The login that all functions of an API share; that of a page. */
    LOGIN(Verdict.LOGIN),
    /** {@code api_only_user}, which a few administration pages look at; the APIs do not. */
    API_ONLY_USER(Verdict.PERMISSION),
    /** {@code api_list_restrict} and the account's group. */
    LIST_SCOPE(Verdict.NO_GROUP),
    /** {@code api_allowed_functions}. */
    ALLOWED_FUNCTION(Verdict.NOT_ALLOWED_FUNCTION),
    /** The level and flags of the function, or of the page. */
    LEVEL_AND_FLAGS(Verdict.PERMISSION),
    /** The requirement of a parameter beyond that of its function. */
    OPERATION(Verdict.PERMISSION),
    /** Whether the build has the function at all. */
    FUNCTION(Verdict.NO_FUNCTION);

    private final Verdict refusal;

    Kind(Verdict refusal) {
      this.refusal = refusal;
    }

    /** The decision when this is the first gate that fails. */
    public Verdict refusal() {
      return refusal;
    }

    /** The name in outputs. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
