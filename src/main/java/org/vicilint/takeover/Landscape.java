package org.vicilint.takeover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.NewLevel;
import org.vicilint.access.UserScope;
import org.vicilint.catalog.Api;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.UserGroup;
import org.vicilint.request.Naming;

/** An estate as takeovers see it: accounts that are alike in one, groups by what they may see. */
final class Landscape {
  private final Groups groups;
  private final Editors editors;
  private final Naming naming;
  private final Map<Fold.Key, Fold> folds = new LinkedHashMap<>();
  private final List<Fold> withPower = new ArrayList<>();
  private final Map<String, UserScope> views = new HashMap<>();
  private final Sharing sharing;
  private final Map<String, Account> changed = new HashMap<>();
  private final Map<String, List<UserGroup>> widening;

  /** The account that was changed last, as it was. */
  private Account before;

  Landscape(Estate estate, AccessEvaluator access) {
    this.groups = estate.groups();
    this.editors = new Editors(access);
    this.naming = Naming.on(access.builds().of(Api.NON_AGENT));
    for (Account account : estate.accounts()) {
      Fold fold = folds.computeIfAbsent(key(account), Fold::new);
      fold.add(account);
      if (fold.count() == 1 && fold.key().editor().any()) {
        withPower.add(fold);
      }
    }
    for (UserGroup group : groups.all()) {
      if (naming.group(group.userGroup())) {
        views.put(Groups.key(group.userGroup()), view(group.userGroup()));
      }
    }
    this.sharing = new Sharing(estate.accounts());
    this.widening = new HashMap<>();
  }

  private Landscape(Landscape other, Sharing sharing) {
    this.groups = other.groups;
    this.editors = other.editors;
    this.naming = other.naming;
    this.folds.putAll(other.folds);
    this.withPower.addAll(other.withPower);
    this.views.putAll(other.views);
    this.sharing = sharing;
    this.changed.putAll(other.changed);
    this.widening = other.widening;
  }

  /** The same estate with another sharing. */
  Landscape with(Sharing other) {
    return new Landscape(this, other);
  }

  /** The same estate, in which one account is another. */
  Landscape with(Account from, Account to) {
    Landscape land = new Landscape(this, sharing);
    land.before = from;
    land.changed.put(from.user(), to);
    land.put(key(from), folds.get(key(from)).without(from));
    Fold now = land.folds.get(key(to));
    if (now == null) {
      now = new Fold(key(to));
    }
    land.put(key(to), now.with(to));
    return land;
  }

  private void put(Fold.Key key, Fold fold) {
    if (fold == null) {
      folds.remove(key);
    } else {
      folds.put(key, fold);
    }
    withPower.removeIf(each -> each.key().equals(key));
    if (fold != null && key.editor().any()) {
      withPower.add(fold);
    }
  }

  /** The account that was changed last, as it was before; null when none was. */
  Account before() {
    return before;
  }

  /** The account as it is here. */
  Account current(Account account) {
    return changed.getOrDefault(account.user(), account);
  }

  Fold.Key key(Account account) {
    String user = account.user();
    return new Fold.Key(
        account.userLevel(),
        Groups.key(account.userGroup()),
        account.active(),
        naming.byUpdate(user),
        naming.byCopy(user) && grouped(account),
        editors.of(account));
  }

  /** Whether it has a group that is there; one that nobody tells of is taken to be. */
  private boolean grouped(Account account) {
    return groups.exists(account.userGroup())
        || (account.userGroup().isEmpty() && !account.places().mentions("user_group"));
  }

  /** What members of the group may see, whatever their level. */
  private UserScope view(String group) {
    return UserScope.ofUpdate(
        Account.builder("")
            .column("user_level", "9")
            .column(Flag.MODIFY_SAME_USER_LEVEL.column(), "1")
            .column("user_group", group)
            .build(),
        groups);
  }

  /** All accounts, alike in one. */
  Collection<Fold> folds() {
    return folds.values();
  }

  /** Those that may do something to others, once they have the level for it. */
  List<Fold> editors() {
    return withPower;
  }

  Groups groups() {
    return groups;
  }

  Sharing sharing() {
    return sharing;
  }

  /** The account alone, whatever it shares. */
  Collection<Sharing.Known> alone(Account account) {
    return List.of(new Sharing.Known(account, 0, null, null, null));
  }

  /** Whether the account would have power over others, if it were let in. */
  boolean mayAct(Account account) {
    return editors.of(account).any();
  }

  /** Whether the account may make one of this level in this group today. */
  boolean creates(Account account, int level, String group) {
    return editors.today(account, Editors.ADD)
        && NewLevel.mayMake(account, level)
        && groups.exists(group)
        && UserScope.ofUpdate(account, groups).covers(Hold.ANY_LEVEL, group);
  }

  /** An account of the estate, held by the password that it has. */
  Hold own(Account account) {
    Fold fold = fold(account);
    boolean any = fold.key().editor().any() && account.active();
    return Hold.of(
        fold,
        account,
        true,
        any && editors.today(account, Editors.UPDATE),
        any && editors.today(account, Editors.COPY),
        groups);
  }

  /** The same account with a new password, active, and whatever locked it forgotten. */
  Hold taken(Account account) {
    Fold fold = fold(account);
    Editor editor = fold.key().editor();
    return Hold.of(
        fold,
        account,
        true,
        editor.update() <= account.userLevel(),
        editor.copy() <= account.userLevel(),
        groups);
  }

  /** One of some accounts with a new password, and perhaps another level and group. */
  Hold taken(Fold fold, int level, String group) {
    return fold.hold(new Fold.Place(level, group), place -> take(fold, level, group));
  }

  private Hold take(Fold fold, int level, String group) {
    Account as =
        fold.some()
            .get(0)
            .with()
            .column("user_level", Integer.toString(level))
            .column("user_group", group)
            .build();
    Editor editor = fold.key().editor();
    return Hold.of(fold, as, false, editor.update() <= level, editor.copy() <= level, groups);
  }

  /** The same hold in another group. */
  Hold moved(Hold hold, String group) {
    if (!hold.own()) {
      return taken(hold.fold(), hold.as().userLevel(), group);
    }
    return Hold.of(
        hold.fold(),
        hold.as().with().column("user_group", group).build(),
        hold.own(),
        hold.update(),
        hold.copy(),
        groups);
  }

  /** The accounts that this one is like; itself alone when it is not one of the estate. */
  Fold fold(Account account) {
    Fold.Key key = key(account);
    Fold fold = folds.get(key);
    if (fold == null) {
      fold = new Fold(key);
      fold.add(account);
    }
    return fold;
  }

  /**
   * The groups into which this hold may put an account, so that it sees more than the hold does: of
   * groups that see the same, the first.
   */
  List<UserGroup> widening(Hold hold) {
    return widening.computeIfAbsent(Groups.key(hold.as().userGroup()), key -> wider(hold));
  }

  private List<UserGroup> wider(Hold hold) {
    UserScope mine = view(hold.as().userGroup());
    if (mine.everyGroup()) {
      return List.of();
    }
    Map<UserScope, UserGroup> first = new LinkedHashMap<>();
    for (UserGroup group : groups.all()) {
      UserScope view = views.get(Groups.key(group.userGroup()));
      if (view != null && hold.views(group.userGroup()) && !mine.contains(view)) {
        first.putIfAbsent(view, group);
      }
    }
    return List.copyOf(first.values());
  }
}
