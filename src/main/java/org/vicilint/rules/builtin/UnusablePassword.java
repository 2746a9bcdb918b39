package org.vicilint.rules.builtin;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Need;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.LoginRequirement;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Characters;
import org.vicilint.model.Flag;
import org.vicilint.model.Kind;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/**
 * Before it compares user and password, an API deletes every character that it does not keep. What
 * holds such a character never matches.
 */
final class UnusablePassword implements ClassWideRule {
  @Override
  public String id() {
    return "unusable-password";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    if (!audited.logsIn(estate) || !usesAnApi(audited) || estate.access().settings().nonLatin()) {
      return List.of();
    }
    List<LoginRequirement> logins = new ArrayList<>();
    List<String> userFails = new ArrayList<>();
    List<String> passwordFails = new ArrayList<>();
    for (Api api : Api.values()) {
      LoginRequirement login = estate.access().login(api);
      if (calls(audited, estate.access(), api)) {
        logins.add(login);
        if (!Characters.of(audited.account().user()).within(login.userCharacters())) {
          userFails.add(api.title());
        }
        if (!passwordKept(audited.account(), login)) {
          passwordFails.add(api.title());
        }
      }
    }
    List<Hit> hits = new ArrayList<>();
    if (!userFails.isEmpty()) {
      String kept = smallest(logins.stream().map(LoginRequirement::userCharacters).toList());
      hits.add(
          hit(
              audited,
              userFails,
              "user name",
              audited.evidence("user"),
              new Change(
                  "user",
                  audited.account().user(),
                  "(a new account, named with %s only)".formatted(kept))));
    }
    if (!passwordFails.isEmpty()) {
      String kept = smallest(logins.stream().map(LoginRequirement::passwordCharacters).toList());
      String value = "(holds characters that are deleted)";
      hits.add(
          hit(
              audited,
              passwordFails,
              "password",
              new Evidence("pass", value, audited.account().place("pass")),
              new Change("pass", value, "(a password of %s only)".formatted(kept))));
    }
    return hits;
  }

  private static Hit hit(
      AuditedAccount audited, List<String> apis, String what, Evidence evidence, Change change) {
    return new Hit(
        null,
        audited.inferred() && !marked(audited.account()),
        "can never log in to the %s, which %s characters of the %s before it is compared"
            .formatted(
                String.join(" and the ", apis), apis.size() == 1 ? "deletes" : "delete", what),
        List.of(evidence),
        List.of(change));
  }

  private static boolean usesAnApi(AuditedAccount audited) {
    return audited.kind() == Kind.SERVICE || marked(audited.account());
  }

  private static boolean marked(Account account) {
    return account.has(Flag.VDC_AGENT_API_ACCESS) || account.has(Flag.API_ONLY_USER);
  }

  /** Whether it is to call the API, and what it is granted is not closed by level or flags. */
  private static boolean calls(AuditedAccount audited, AccessEvaluator access, Api api) {
    Account account = audited.account();
    LoginRequirement login = access.login(api);
    boolean open =
        account.userLevel() >= login.userLevel()
            && (account.flags() & login.flags()) == login.flags();
    return (open || audited.need().source() == Need.Source.DECLARED)
        && audited.need().functions().stream()
            .anyMatch(name -> access.functions().get(access.indexOf(name)).api() == api);
  }

  /** A password that is not known, or known only as a hash, is not held against the account. */
  private static boolean passwordKept(Account account, LoginRequirement login) {
    return !account.secret().known()
        || account.secret().hashed()
        || account.secret().characters().within(login.passwordCharacters());
  }

  /** The characters that each of them keeps. */
  private static String smallest(List<Characters> kept) {
    return kept.stream().min(Characters::compareTo).orElseThrow().set();
  }
}
