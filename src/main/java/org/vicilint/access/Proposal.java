package org.vicilint.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Call;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.UserGroup;

/**
 * The least account as a definition may propose it: all calls are in it, and no rule speaks against
 * what can be known. A group that does not limit its lists is left out, and said.
 *
 * @param account what a definition says; meaningless when there is none
 * @param settings the columns that are decided, with their reasons
 * @param openGroup what is left open of the group; empty when nothing is
 * @param lifted which few calls alone need the level of administrators; empty when none do, or all
 * @param none why nothing can be proposed; empty when something is
 */
public record Proposal(
    Account account,
    List<LeastPrivilege.Setting> settings,
    String openGroup,
    String lifted,
    String none) {
  private static final String GROUP = "user_group";
  private static final int ADMINISTRATOR = 9;
  private static final String RESTRICT = Flag.API_LIST_RESTRICT.column();

  public Proposal {
    settings = List.copyOf(settings);
  }

  /**
   * Returns the definition of a proposed account.
   *
   * @param program whether a program uses the account: then it is limited to some lists
   * @param builds those that the account was worked out for
   */
  public static Proposal of(
      LeastPrivilege least, Collection<Call> calls, boolean program, List<AccessEvaluator> builds) {
    if (!least.cut().isEmpty()) {
      return new Proposal(least.account(), least.settings(), "", "", tooLong(least));
    }
    String lifted = program ? lifted(least, calls, builds) : "";
    Groups groups = builds.get(0).groups();
    String group = least.account().userGroup();
    boolean blank = group.isBlank();
    boolean missing = !blank && !groups.exists(group);
    boolean all = groups.find(group).filter(UserGroup::allCampaigns).isPresent();
    TreeSet<String> scoped = program ? scoped(calls, builds) : new TreeSet<>();
    if (!missing && (scoped.isEmpty() || !(blank || all))) {
      return new Proposal(least.account(), least.settings(), "", lifted, "");
    }
    AccountBuilder account = least.account().with().column(GROUP, "");
    List<LeastPrivilege.Setting> settings = new ArrayList<>(least.settings());
    settings.removeIf(s -> s.column().equals(GROUP));
    String why =
        blank
            ? ""
            : all
                ? "%s has all campaigns; ".formatted(group)
                : "%s %s; "
                    .formatted(
                        group,
                        groups.complete() ? "does not exist" : "is not among the groups given");
    if (scoped.isEmpty()) {
      return new Proposal(account.build(), settings, why + "name a group that exists", lifted, "");
    }
    settings.removeIf(s -> s.column().equals(RESTRICT));
    String names = String.join(", ", scoped);
    settings.add(
        new LeastPrivilege.Setting(
            RESTRICT, "1", "else nothing limits %s to some lists".formatted(names)));
    String until =
        all
            ? "in %s nothing limits %s, and without a group the server refuses them"
                .formatted(group, names)
            : "until it is in one, the server refuses " + names;
    return new Proposal(
        account.column(RESTRICT, "1").build(),
        settings,
        why + "name a group with only the campaigns that it works for: " + until,
        lifted,
        "");
  }

  /** Whether a definition can be written. */
  public boolean possible() {
    return none.isEmpty();
  }

  private static String lifted(
      LeastPrivilege least, Collection<Call> calls, List<AccessEvaluator> builds) {
    if (least.account().userLevel() < ADMINISTRATOR) {
      return "";
    }
    List<Call> few = new ArrayList<>();
    List<Call> rest = new ArrayList<>();
    for (Call call : new TreeSet<>(calls)) {
      (level(least, List.of(call), builds) < ADMINISTRATOR ? rest : few).add(call);
    }
    return rest.isEmpty()
        ? ""
        : "level %d is that of administrators, and only %s: in an account of their own they leave level %d for the rest"
            .formatted(ADMINISTRATOR, few(few), level(least, rest, builds));
  }

  private static String few(List<Call> calls) {
    String names = calls.stream().map(Call::toString).collect(Collectors.joining(", "));
    return names + (calls.size() == 1 ? " needs it" : " need it");
  }

  private static int level(LeastPrivilege least, List<Call> calls, List<AccessEvaluator> builds) {
    return LeastPrivilege.ofProgram(least.before(), calls, builds).account().userLevel();
  }

  private static String tooLong(LeastPrivilege least) {
    TreeSet<String> names =
        new TreeSet<>(FunctionList.granted(least.account().apiAllowedFunctions()));
    names.addAll(least.cut());
    return "the list of its %d functions takes %d characters, and api_allowed_functions keeps %d: share them out among several accounts"
        .formatted(names.size(), FunctionList.of(names).length(), FunctionList.COLUMN_LENGTH);
  }

  private static TreeSet<String> scoped(Collection<Call> calls, List<AccessEvaluator> builds) {
    TreeSet<String> names = new TreeSet<>();
    for (AccessEvaluator access : builds) {
      for (Call call : calls) {
        int index = access.indexOf(call.function());
        if (index >= 0 && ListScope.looksAt(call.function(), access.requirement(index))) {
          names.add(call.function());
        }
      }
    }
    return names;
  }
}
