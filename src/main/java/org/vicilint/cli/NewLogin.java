package org.vicilint.cli;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.LoginRequirement;
import org.vicilint.model.Call;
import org.vicilint.model.Characters;
import org.vicilint.text.PasswordMask;

/**
 * Whether a new account can have a login. An API deletes characters of the user before it compares,
 * and the column keeps 20: a login that does not survive this is a slip, or something else that was
 * pasted, such as a part of a URL with its password.
 */
final class NewLogin {
  /** Length of the column {@code user}. */
  private static final int LONGEST = 20;

  private NewLogin() {}

  /**
   * Returns the fault of a login; empty when there is none. The login in it is masked.
   *
   * @param calls what the account is to call, which says the APIs that must keep the login
   */
  static Optional<String> wrong(
      String user, Collection<Call> calls, Collection<AccessEvaluator> builds) {
    String shown = PasswordMask.of(user);
    if (user.isBlank()) {
      return Optional.of("an account needs a name");
    }
    if (!shown.equals(user)) {
      return Optional.of("'%s' is no login: it holds what may be a password".formatted(shown));
    }
    if (user.length() > LONGEST) {
      return Optional.of(
          "'%s' is no login: it has %d characters, and the column user keeps %d"
              .formatted(shown, user.length(), LONGEST));
    }
    for (AccessEvaluator access : builds) {
      for (Api api : apis(calls, access)) {
        LoginRequirement login = access.login(api);
        if (user.length() < login.minLength()) {
          return Optional.of(
              "'%s' is no login that works: the %s takes no user under %d characters"
                  .formatted(shown, api.title(), login.minLength()));
        }
        Characters kept = login.userCharacters();
        if (!kept(user, kept, access.settings().nonLatin())) {
          return Optional.of(
              "'%s' is no login that works: the %s deletes all but %s of it"
                  .formatted(shown, api.title(), kept.set()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Refuses a login of the command line that {@link #wrong} finds wrong.
   *
   * @throws UsageException which shows the login masked
   */
  static void refuse(String user, Collection<Call> calls, Collection<AccessEvaluator> builds)
      throws UsageException {
    Optional<String> wrong = wrong(user, calls, builds);
    if (wrong.isPresent()) {
      throw new UsageException(wrong.get());
    }
  }

  /** The name of a group on the command line, which may hold no password either. */
  static String group(String name) throws UsageException {
    if (!PasswordMask.of(name).equals(name) || name.length() > LONGEST) {
      throw new UsageException(
          "--user-group names no group: it is longer than %d characters, or holds what may be a password"
              .formatted(LONGEST));
    }
    return name;
  }

  /** The APIs of the calls; both, when none of them is known. */
  private static Set<Api> apis(Collection<Call> calls, AccessEvaluator access) {
    Set<Api> apis =
        calls.stream()
            .flatMap(call -> access.catalog().function(call.function()).stream())
            .map(Function::api)
            .collect(Collectors.toSet());
    return apis.isEmpty() ? Set.copyOf(List.of(Api.values())) : apis;
  }

  /**
   * Whether all characters are kept; with use_non_latin the letters and digits of all alphabets
   * are.
   */
  private static boolean kept(String user, Characters kept, boolean nonLatin) {
    return user.chars()
        .allMatch(
            c -> kept.holds((char) c) || (nonLatin && c > 127 && Character.isLetterOrDigit(c)));
  }
}
