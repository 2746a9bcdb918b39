package org.vicilint.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.finding.Severity;
import org.vicilint.model.Account;
import org.vicilint.model.Flag;
import org.vicilint.model.Kind;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What an organisation decides for itself. The profile that ships is {@code policies/default.yaml}.
 *
 * @param name its name
 * @param failOn findings at this level or above fail a run
 * @param systemAccounts logins that are VICIdial's own
 */
public record Profile(String name, Severity failOn, Set<String> systemAccounts) {

  /** The kind of an account, and what it was inferred from; null when it was declared. */
  public record Judged(Kind kind, String inferredFrom) {}

  /** The profile that ships with vicilint. */
  public static Profile load() {
    try (InputStream in = Profile.class.getResourceAsStream("/policies/default.yaml")) {
      Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      @SuppressWarnings("unchecked") // our own file holds a list of texts
      List<String> system = (List<String>) file.get("system_accounts");
      return new Profile(
          (String) file.get("name"),
          Severity.of((String) file.get("fail_on")).orElseThrow(),
          Set.copyOf(system));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What stands behind an account. Where nothing is declared, an account is taken for a program's
   * when it is marked for the API only, or may use the API and has no phone to work with.
   */
  public Judged kindOf(Account account) {
    Kind declared = account.declaration().kind();
    if (declared != null) {
      return new Judged(declared, null);
    }
    if (systemAccounts.contains(account.user())) {
      return new Judged(Kind.SYSTEM, "its name");
    }
    if (account.has(Flag.API_ONLY_USER)) {
      return new Judged(Kind.SERVICE, "api_only_user");
    }
    if (account.has(Flag.VDC_AGENT_API_ACCESS) && !account.phoneLogin()) {
      return new Judged(Kind.SERVICE, "API access without a phone login");
    }
    return new Judged(Kind.PERSON, "no sign of a program");
  }
}
