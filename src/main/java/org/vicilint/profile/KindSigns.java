package org.vicilint.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.vicilint.model.Account;
import org.vicilint.model.Flag;
import org.vicilint.model.Installed;

/**
 * Infers the kind of an account when neither its definition nor the profile declares it. Accounts
 * that VICIdial installs are known. Any other is a program's when it is marked for the API only, or
 * may use the API and has no phone to work with. Many sites leave the phone of managers empty,
 * since they type it at login: a manager's powers and a person's name outweigh that sign.
 */
final class KindSigns {
  /** Level from which on an account may change others. */
  private static final int MANAGER = 8;

  private static final int LONGEST_NAME = 4;

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}']+");

  /** Begins with a capital, like a name; {@code O'Neil} and {@code McCoy}, too. */
  private static final Pattern NAME =
      Pattern.compile("\\p{Lu}[\\p{L}\\p{M}']*\\p{Ll}[\\p{L}\\p{M}']*");

  private static final Set<String> ROLES =
      Set.of(
          "admin",
          "administrator",
          "manager",
          "mgr",
          "supervisor",
          "director",
          "leader",
          "boss",
          "chief",
          "ceo",
          "cto",
          "coo",
          "auditor",
          "trainer",
          "coach");

  /** Words that occur in the names of programs, and rarely in those of people. */
  private static final Set<String> PROGRAMS =
      Set.of(
          "api",
          "app",
          "application",
          "automation",
          "backup",
          "bi",
          "board",
          "bot",
          "bridge",
          "bulk",
          "center",
          "client",
          "cloud",
          "connector",
          "cron",
          "crm",
          "daemon",
          "dashboard",
          "data",
          "db",
          "dialer",
          "dnc",
          "erp",
          "etl",
          "export",
          "exporter",
          "feed",
          "form",
          "gateway",
          "hook",
          "hr",
          "import",
          "importer",
          "integration",
          "interface",
          "ivr",
          "job",
          "key",
          "leads",
          "list",
          "loader",
          "logger",
          "monitor",
          "nightly",
          "partner",
          "platform",
          "poller",
          "portal",
          "post",
          "proxy",
          "queue",
          "report",
          "reporting",
          "reports",
          "robot",
          "script",
          "scrub",
          "server",
          "service",
          "site",
          "soap",
          "software",
          "sync",
          "system",
          "task",
          "test",
          "token",
          "tool",
          "upload",
          "uploader",
          "user",
          "vendor",
          "wallboard",
          "web",
          "webhook",
          "website",
          "worker",
          "zap",
          "zapier");

  private KindSigns() {}

  static KindBasis of(Account account) {
    // The length alone rules out most accounts without making a text of the login.
    if (account.loginLength() == Installed.LOGIN_LENGTH) {
      if (Installed.administrator(account.user())) {
        return KindBasis.INSTALLED_PERSON;
      }
      if (Installed.program(account.user())) {
        return KindBasis.INSTALLED_SYSTEM;
      }
    }
    if (account.has(Flag.API_ONLY_USER)) {
      return KindBasis.API_ONLY;
    }
    if (!account.has(Flag.VDC_AGENT_API_ACCESS) || account.phoneLogin()) {
      return KindBasis.NO_SIGN;
    }
    return manages(account) ? KindBasis.MANAGER : KindBasis.NO_PHONE;
  }

  private static boolean manages(Account account) {
    if (account.userLevel() < MANAGER || !account.has(Flag.MODIFY_USERS)) {
      return false;
    }
    List<String> words = words(account.fullName());
    boolean program =
        words.stream().anyMatch(word -> PROGRAMS.contains(lower(word)))
            || words(account.user()).stream().anyMatch(word -> PROGRAMS.contains(lower(word)));
    if (program || words.isEmpty() || words.size() > LONGEST_NAME) {
      return false;
    }
    return words.stream().anyMatch(word -> ROLES.contains(lower(word)))
        || (words.size() > 1 && words.stream().allMatch(word -> NAME.matcher(word).matches()));
  }

  private static List<String> words(String text) {
    return Arrays.stream(NO_LETTERS.split(text)).filter(word -> !word.isEmpty()).toList();
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
