package org.vicilint.render.review;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.FunctionList;
import org.vicilint.access.LeastPrivilege;
import org.vicilint.access.Need;
import org.vicilint.definition.DefinitionYaml;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Flag;
import org.vicilint.model.Kind;
import org.vicilint.model.Sha256;
import org.vicilint.render.findings.LintText;
import org.vicilint.render.review.Templates.Block;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.text.Printable;
import org.vicilint.text.Text;

/**
 * An account on the page of the review: its card, and its row in the matrix.
 *
 * @param id its address on the page
 * @param account the account
 * @param kind what stands behind it, in words
 * @param word the kind as one word
 * @param callable how many functions it can call
 * @param groups what they do
 * @param stops what refuses the others
 * @param flags the columns that open something, and are set
 * @param grants what api_allowed_functions grants, in words
 * @param need what it needs, in words
 * @param needed the functions that it needs; empty when they are not known
 * @param least its least-privilege definition; null when its need is not known
 * @param score what its open findings count
 * @param severity how bad the worst of them is; null without any
 * @param findings its findings
 * @param reach how far its credential reaches
 * @param whole whether the card is complete; otherwise it has only the parts of every card
 * @param letters its row in the matrix
 */
public record ReviewAccount(
    String id,
    Account account,
    String kind,
    String word,
    int callable,
    List<GrantedPowers.Group> groups,
    List<GrantedPowers.Stop> stops,
    List<String> flags,
    String grants,
    String need,
    List<String> needed,
    Block least,
    int score,
    String severity,
    List<Links.Link> findings,
    ReviewReach.Card reach,
    boolean whole,
    List<String> letters) {
  private static final int ID_BYTES = 8;
  private static final int FIXED = 1_100;
  private static final int LINK = 60;

  static ReviewAccount of(
      RatedAccount rated, Links links, AccessEvaluator access, ReviewReach.Card reach) {
    AuditedAccount audited = rated.audited();
    Account account = audited.account();
    GrantedPowers powers = GrantedPowers.of(audited.subject(), access);
    List<GrantedPowers.Group> groups = powers.groups();
    return new ReviewAccount(
        id(account.user()),
        account,
        LintText.kind(audited),
        audited.kind().word(),
        groups.stream().mapToInt(GrantedPowers.Group::count).sum(),
        groups,
        powers.stops(),
        flags(account),
        grants(account.apiAllowedFunctions(), access),
        need(audited.need()),
        needed(audited.need()),
        least(audited, access),
        rated.score(),
        rated.worst() == null ? null : rated.worst().word(),
        links.of(rated.findings()),
        reach,
        true,
        powers.letters());
  }

  /** Returns the card without its long parts. */
  ReviewAccount brief() {
    return new ReviewAccount(
        id, account, kind, word, callable, List.of(), stops, flags, grants, need, needed, null,
        score, severity, findings, reach, false, letters);
  }

  /** About how many bytes its card takes. */
  int size() {
    int names =
        groups.stream()
            .flatMap(group -> group.categories().stream())
            .flatMap(category -> category.functions().stream())
            .mapToInt(name -> name.length() + 2)
            .sum();
    return FIXED + names + LINK * findings.size() + (least == null ? 0 : least.text().length());
  }

  /** The address of an account's card: its name where an address can hold that. */
  static String id(String user) {
    if (!user.isEmpty() && user.chars().allMatch(c -> c < 0x7f && plain((char) c))) {
      return "account-" + user;
    }
    return "account." + HexFormat.of().formatHex(Sha256.of(user), 0, ID_BYTES);
  }

  private static boolean plain(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  private static List<String> flags(Account account) {
    Stream<String> set = Arrays.stream(Flag.values()).filter(account::has).map(Flag::column);
    return account.modifyLeads() == 0
        ? set.toList()
        : Stream.concat(set, Stream.of("modify_leads " + account.modifyLeads())).sorted().toList();
  }

  private static String grants(String text, AccessEvaluator access) {
    if (!access.looksAtFunctionLists()) {
      return "every function: this build does not look at api_allowed_functions";
    }
    return FunctionList.grantsAll(text)
        ? "every function (ALL_FUNCTIONS)"
        : Text.plural(FunctionList.granted(text).size(), "function") + " by name";
  }

  private static String need(Need need) {
    return switch (need.source()) {
      case DECLARED ->
          need.functions().isEmpty() && need.unknown().isEmpty()
              ? "no function, as its definition declares"
              : "what its definition declares:";
      case LISTED ->
          need.functions().isEmpty() && need.unknown().isEmpty()
              ? "nothing is declared, and no function is granted by name"
              : "nothing is declared; taken from what it is granted by name:";
      case EVERYTHING -> "not known: nothing is declared, and it is granted every function";
    };
  }

  private static List<String> needed(Need need) {
    return need.source() == Need.Source.EVERYTHING
        ? List.of()
        : Stream.concat(need.functions().stream(), need.unknown().stream()).sorted().toList();
  }

  /** Only for programs: what a person's screens need is not known. */
  private static Block least(AuditedAccount audited, AccessEvaluator access) {
    Need need = audited.need();
    if (audited.kind() != Kind.SERVICE || need.source() == Need.Source.EVERYTHING || need.open()) {
      return null;
    }
    List<Call> calls =
        audited
            .account()
            .declaration()
            .need()
            .orElseGet(() -> need.functions().stream().map(Call::of).toList());
    LeastPrivilege least = LeastPrivilege.ofProgram(audited.account(), calls, List.of(access));
    String closed =
        least.closed().stream()
            .map(c -> "# " + Printable.of(c.call() + ": " + c.reason()) + "\n")
            .collect(Collectors.joining());
    return new Block(closed + DefinitionYaml.of(least.account()).stripTrailing());
  }
}
