package org.vicilint.takeover;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Gate;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.Secret;

/**
 * Describes the steps of one path: the actor, the request, the evidence that allows it, and the
 * change that prevents it.
 */
final class PathExplainer {
  private static final String OWN = "<its password>";
  private static final String NEW = "<new password>";
  private static final String CLONE = "<new login>";

  private final EscalationGraph land;
  private final AccessEvaluator access;
  private final CutCandidates breaks;
  private final Account start;
  private final Set<String> met = new HashSet<>();
  private final List<Step> steps = new ArrayList<>();

  /** The next actor, as the account was before any change. */
  private Account actor;

  private Step.Held held;
  private String login;
  private String pass = OWN;

  PathExplainer(EscalationGraph land, AccessEvaluator access, CutCandidates breaks, Account start) {
    this.land = land;
    this.access = access;
    this.breaks = breaks;
    this.start = start;
    this.actor = start;
    this.login = start.user();
    this.held = new Step.Held(start.user(), start.userLevel(), start.userGroup(), 1);
    met.add(start.user());
  }

  /** Returns the path along these edges. */
  Path along(List<PathEdge> ways) {
    for (int i = 0; i < ways.size(); i++) {
      PathEdge way = ways.get(i);
      if (way.known() == null) {
        request(way, i + 1 < ways.size() ? ways.get(i + 1) : null);
      } else {
        known(way.known());
      }
    }
    return new Path(steps);
  }

  private void known(SharedCredentials.Known known) {
    Account account = known.account();
    List<Evidence> evidence = new ArrayList<>();
    for (SharedCredentials.Link link : known.links()) {
      boolean password = link.kind() == Step.Kind.SAME_PASSWORD;
      String column = password ? "pass" : "used_by";
      String value = password ? "the same as of " + held.user() : link.integration();
      evidence.add(new Evidence(column, value, account.place(column)));
    }
    Step.Held to = new Step.Held(account.user(), account.userLevel(), account.userGroup(), 1);
    Step.Cut cut = new Step.Cut(account.user(), SharedCredentials.own(known.links()), true);
    steps.add(new Step(known.kind(), held, to, "", evidence, cut));
    go(account, to, account.user(), OWN);
  }

  private void request(PathEdge way, PathEdge next) {
    Foothold by = way.from();
    Account target = way.kind() == Step.Kind.MOVE ? actor : choose(way.fold());
    Foothold to = way.to() == null ? null : unraised(way, next);
    int level = to == null ? target.userLevel() : to.as().userLevel();
    String group = to == null ? target.userGroup() : to.as().userGroup();
    Step.Held reached =
        new Step.Held(
            target.user(), level, group, way.kind() == Step.Kind.MOVE ? held.alike() : alike(way));
    boolean clone = way.kind() == Step.Kind.COPY;
    steps.add(
        new Step(
            way.kind(),
            held,
            reached,
            call(way.kind(), target, level, group),
            evidence(way.kind(), by, target, level),
            cut(way)));
    if (way.kind() == Step.Kind.MOVE) {
      go(actor, reached, login, pass);
    } else {
      go(target, reached, clone ? CLONE : target.user(), NEW);
    }
  }

  private void go(Account account, Step.Held next, String user, String password) {
    actor = account;
    held = next;
    login = user;
    pass = password;
    met.add(account.user());
  }

  /** Returns the foothold without a raised level, where the next step does not need it. */
  private Foothold unraised(PathEdge way, PathEdge next) {
    Foothold to = way.to();
    if (way.kind() != Step.Kind.UPDATE || to.as().userLevel() == to.fold().level()) {
      return to;
    }
    Foothold low = land.taken(to.fold(), to.fold().level(), to.as().userGroup());
    return next != null && next.openTo(low) ? low : to;
  }

  private Account choose(AccountClass fold) {
    return fold.some().stream()
        .filter(account -> !met.contains(account.user()))
        .findFirst()
        .orElse(fold.some().get(0));
  }

  private int alike(PathEdge way) {
    boolean itself = land.fold(start) == way.fold();
    return itself && way.fold().count() > 1 ? way.fold().count() - 1 : way.fold().count();
  }

  private String call(Step.Kind kind, Account target, int level, String group) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("source", "review");
    parameters.put("user", login);
    parameters.put("pass", pass);
    if (kind == Step.Kind.COPY) {
      parameters.put("function", LatentRightsIndex.COPY);
      parameters.put("source_user", target.user());
      parameters.put("agent_user", CLONE);
      parameters.put("agent_pass", NEW);
      parameters.put("agent_full_name", "<any name>");
    } else {
      parameters.put("function", LatentRightsIndex.UPDATE);
      parameters.put("agent_user", kind == Step.Kind.MOVE ? login : target.user());
      if (kind == Step.Kind.UPDATE) {
        parameters.put("agent_pass", NEW);
        if (!target.active()) {
          parameters.put("active", "Y");
        }
      }
      if (level != held(kind, target).level()) {
        parameters.put("agent_user_level", Integer.toString(level));
      }
      if (!Groups.key(group).equals(Groups.key(held(kind, target).userGroup()))) {
        parameters.put("agent_user_group", group);
      }
    }
    StringBuilder call = new StringBuilder("non_agent_api.php");
    parameters.forEach(
        (name, value) ->
            call.append(call.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(placeholder(value) ? value : encoded(value)));
    return call.toString();
  }

  /** Returns the account as it is before the step. */
  private Step.Held held(Step.Kind kind, Account target) {
    return kind == Step.Kind.MOVE
        ? held
        : new Step.Held(target.user(), target.userLevel(), target.userGroup(), 1);
  }

  private static boolean placeholder(String value) {
    return value.equals(OWN)
        || value.equals(NEW)
        || value.equals(CLONE)
        || value.equals("<any name>");
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Returns the gates that the evaluator finds open, and the viewable groups, as evidence. */
  private List<Evidence> evidence(Step.Kind kind, Foothold by, Account target, int level) {
    String function = kind.by();
    Account as =
        actor
            .with()
            .column("user_level", Integer.toString(by.as().userLevel()))
            .column("active", "Y")
            .column("failed_login_count", "0")
            .secret(Secret.UNKNOWN)
            .build();
    List<Evidence> evidence = new ArrayList<>();
    for (Gate gate : access.gates(as, access.functions().get(access.indexOf(function)), null)) {
      boolean tells =
          gate.kind() == Gate.Kind.ALLOWED_FUNCTION || gate.kind() == Gate.Kind.LEVEL_AND_FLAGS;
      if (tells && !gate.column().equals("active")) {
        evidence.add(new Evidence(gate.column(), gate.actual(), actor.place(gate.column())));
      }
    }
    if (by.as().userLevel() == target.userLevel() || by.as().userLevel() == level) {
      String same = Flag.MODIFY_SAME_USER_LEVEL.column();
      evidence.add(new Evidence(same, "1", actor.place(same)));
    }
    land.groups()
        .find(by.as().userGroup())
        .ifPresent(
            group ->
                evidence.add(
                    new Evidence(
                        "admin_viewable_groups", group.adminViewableGroups(), group.place())));
    return evidence;
  }

  /**
   * Returns the change that closes the step, or else one that leaves less of it than the path
   * needs, such as a lower level.
   */
  private Step.Cut cut(PathEdge way) {
    PathEdge bare = way.to() == null || way.kind() != Step.Kind.UPDATE ? way : way.bare();
    Step.Cut cut = cut(way.from(), bare);
    return cut == null ? cut(way.from(), way) : cut;
  }

  private Step.Cut cut(Foothold by, PathEdge way) {
    for (Step.Cut cut : breaks.of(actor)) {
      Account after = actor.with().column(cut.change().column(), cut.change().to()).build();
      Foothold left =
          by.own() && by.as().userGroup().equals(actor.userGroup())
              ? land.own(after)
              : land.taken(land.fold(after), by.as().userLevel(), by.as().userGroup());
      if (!way.openTo(left)) {
        return cut;
      }
    }
    return null;
  }
}
