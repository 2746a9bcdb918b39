package org.vicilint.takeover;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.NewLevel;
import org.vicilint.access.UserScope;
import org.vicilint.api.Naming;
import org.vicilint.catalog.Api;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;

/** An estate as takeovers see it: accounts that are alike in one, groups by what they may see. */
public final class Landscape {
  private final Groups groups;
  private final Editors editors;
  private final Keys keys;
  private final Powers powers;

  /** By the numbers that their keys have among the powers; null for what is not in this estate. */
  private final List<Fold> folds = new ArrayList<>();

  private final BitSet present = new BitSet();
  private final Predicate<Account> admitted;
  private final Supplier<Sharing> sharedBy;

  /** Counted when somebody asks. */
  private Sharing sharing;

  private final Map<String, Account> changed = new HashMap<>();
  private final Map<BitSet, List<Reach.Taken>> taken = new HashMap<>();

  Landscape(Estate estate, AccessEvaluator access) {
    this.groups = estate.groups();
    this.editors = new Editors(access);
    Naming naming = Naming.on(access.builds().of(Api.NON_AGENT));
    this.powers = new Powers(groups, naming);
    this.keys = new Keys(editors, naming, groups, powers::number);
    for (Fold fold : Folding.of(estate.accounts(), editors, naming, groups)) {
      put(powers.number(fold.key()), fold);
    }
    powers.begin();
    this.admitted = account -> account.active() || access.admits(access.prepare(account));
    this.sharedBy = () -> new Sharing(estate.accounts(), admitted);
  }

  private Landscape(Landscape other, Supplier<Sharing> sharedBy) {
    this.groups = other.groups;
    this.editors = other.editors;
    this.keys = other.keys;
    this.powers = other.powers;
    this.folds.addAll(other.folds);
    this.present.or(other.present);
    this.admitted = other.admitted;
    this.sharedBy = sharedBy;
    this.changed.putAll(other.changed);
  }

  /** The same estate with another sharing. */
  public Landscape with(Supplier<Sharing> other) {
    return new Landscape(this, other);
  }

  /** The same estate, in which one account is another. */
  public Landscape with(Account from, Account to) {
    Landscape land = new Landscape(this, this::sharing);
    land.changed.put(from.user(), to);
    int was = powers.number(key(from));
    land.put(was, at(was).without(from));
    int now = powers.number(key(to));
    Fold others = land.at(now) == null ? new Fold(key(to)) : land.at(now);
    land.put(now, others.with(to));
    return land;
  }

  /** The same estate, in which there are so many accounts of these kinds as are wanted. */
  Landscape withClones(Collection<Fold.Key> kinds) {
    Landscape land = new Landscape(this, this::sharing);
    for (Fold.Key kind : kinds) {
      int number = powers.number(kind);
      Fold fold = land.at(number) == null ? new Fold(kind) : land.at(number);
      Account clone =
          Account.builder("")
              .column("user_level", Integer.toString(kind.level()))
              .column("user_group", kind.group())
              .build();
      land.put(number, fold.with(clone).with(clone));
    }
    return land;
  }

  private void put(int number, Fold fold) {
    while (folds.size() <= number) {
      folds.add(null);
    }
    folds.set(number, fold);
    present.set(number, fold != null);
  }

  /** What accounts can do to others, and whereto that leads. */
  public Powers powers() {
    return powers;
  }

  /** The accounts with this number; null when there are none. */
  public Fold at(int number) {
    return number < folds.size() ? folds.get(number) : null;
  }

  /** The number of accounts that are alike; another one when they are none of the estate's. */
  public int number(Fold fold, int otherwise) {
    int number = powers.number(fold.key());
    return at(number) == null ? otherwise : number;
  }

  /** The numbers of all accounts; not to be changed. */
  public BitSet present() {
    return present;
  }

  /** The account as it is here. */
  public Account current(Account account) {
    return changed.getOrDefault(account.user(), account);
  }

  public Fold.Key key(Account account) {
    return keys.of(account);
  }

  /** All accounts, alike in one. */
  public Collection<Fold> folds() {
    return present.stream().mapToObj(folds::get).toList();
  }

  /** Those that may do something to others, once they have the level for it. */
  public List<Fold> editors() {
    return folds().stream().filter(fold -> fold.key().editor().any()).toList();
  }

  Groups groups() {
    return groups;
  }

  public Sharing sharing() {
    if (sharing == null) {
      sharing = sharedBy.get();
    }
    return sharing;
  }

  /** The account alone, whatever it shares. */
  Collection<Sharing.Known> alone(Account account) {
    return List.of(new Sharing.Known(account, 0, null, List.of()));
  }

  /** Whether a login of the account is good for anything: on old builds an inactive one's, too. */
  boolean admits(Account account) {
    return admitted.test(account);
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
        && UserScope.ofUpdate(account, groups).covers(Power.ANY_LEVEL, group);
  }

  /** An account of the estate, held by the password that it has. */
  public Hold own(Account account) {
    Fold fold = fold(account);
    boolean any = fold.key().editor().any() && account.active();
    Editors.Today calls = any ? editors.today(account) : Editors.Today.NOTHING;
    return own(fold, account, calls.update(), calls.copy());
  }

  /** The same account with a new password, active, and whatever locked it forgotten. */
  Hold taken(Account account) {
    Fold fold = fold(account);
    Editor editor = fold.key().editor();
    int level = account.userLevel();
    return own(fold, account, editor.update() <= level, editor.copy() <= level);
  }

  private Hold own(Fold fold, Account as, boolean update, boolean copy) {
    return new Hold(fold, as, true, powers.own(as, update, copy, fold.key().updatable()));
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
    return new Hold(fold, as, false, powers.taken(fold.key(), level, group));
  }

  /** The same hold in another group. */
  Hold moved(Hold hold, String group) {
    if (!hold.own()) {
      return taken(hold.fold(), hold.as().userLevel(), group);
    }
    Account as = hold.as().with().column("user_group", group).build();
    return own(hold.fold(), as, hold.update(), hold.copy());
  }

  /** The accounts that this one is like; itself alone when it is not one of the estate. */
  public Fold fold(Account account) {
    Fold.Key key = key(account);
    Fold fold = at(powers.number(key));
    if (fold == null) {
      fold = new Fold(key);
      fold.add(account);
    }
    return fold;
  }

  /** The accounts that are taken with these powers, as far as they can be raised. */
  List<Reach.Taken> taken(Spread spread) {
    return taken.computeIfAbsent(spread.held(), held -> raised(held, spread.taken()));
  }

  private List<Reach.Taken> raised(BitSet held, BitSet numbers) {
    Map<Integer, Integer> levels = new LinkedHashMap<>();
    Map<Integer, SortedSet<String>> into = new HashMap<>();
    numbers.stream()
        .forEach(
            number -> {
              levels.put(number, at(number).level());
              into.put(number, new TreeSet<>());
            });
    held.stream()
        .forEach(
            number -> {
              Power power = powers.power(number);
              BitSet updates = (BitSet) powers.updates(number).clone();
              updates.and(numbers);
              updates.stream()
                  .forEach(
                      each -> {
                        levels.merge(each, power.raises(at(each).level()), Math::max);
                        into.get(each).add(power.id().group());
                      });
            });
    return levels.keySet().stream()
        .map(each -> new Reach.Taken(at(each), levels.get(each), into.get(each)))
        .toList();
  }
}
