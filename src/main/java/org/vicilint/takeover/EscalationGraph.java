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
import org.vicilint.api.AddressableNames;
import org.vicilint.catalog.Api;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;

/**
 * An estate as takeovers see it: equivalence classes of accounts, and the graph of their
 * capabilities.
 *
 * <p>Copies after a change share the capability graph and its caches; only the list of classes and
 * the changed accounts are their own.
 */
public final class EscalationGraph {
  private final Groups groups;
  private final LatentRightsIndex editors;
  private final ClassKeys keys;
  private final CapabilityGraph powers;

  /** By the index of their key in the capability graph; null for a class that this estate lacks. */
  private final List<AccountClass> folds = new ArrayList<>();

  private final BitSet present = new BitSet();
  private final Predicate<Account> admitted;
  private final Supplier<SharedCredentials> sharedBy;

  /** Computed on first use. */
  private SharedCredentials sharing;

  private final Map<String, Account> changed = new HashMap<>();
  private final Map<BitSet, List<ReachableAccounts.Taken>> taken = new HashMap<>();

  EscalationGraph(Estate estate, AccessEvaluator access) {
    this.groups = estate.groups();
    this.editors = new LatentRightsIndex(access);
    AddressableNames naming = AddressableNames.on(access.builds().of(Api.NON_AGENT));
    this.powers = new CapabilityGraph(groups, naming);
    this.keys = new ClassKeys(editors, naming, groups, powers::number);
    for (AccountClass fold :
        AccountClassifier.of(estate.accounts().inOrder(), editors, naming, groups)) {
      put(powers.number(fold.key()), fold);
    }
    powers.begin();
    this.admitted = account -> account.active() || access.admits(access.prepare(account));
    this.sharedBy = () -> new SharedCredentials(estate.accounts(), admitted);
  }

  private EscalationGraph(EscalationGraph other, Supplier<SharedCredentials> sharedBy) {
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

  /** Returns a copy with other shared credentials. */
  public EscalationGraph with(Supplier<SharedCredentials> other) {
    return new EscalationGraph(this, other);
  }

  /** Returns a copy in which one account is replaced. */
  public EscalationGraph with(Account from, Account to) {
    EscalationGraph land = new EscalationGraph(this, this::sharing);
    land.changed.put(from.user(), to);
    int was = powers.number(key(from));
    land.put(was, at(was).without(from));
    int now = powers.number(key(to));
    AccountClass others = land.at(now) == null ? new AccountClass(key(to)) : land.at(now);
    land.put(now, others.with(to));
    return land;
  }

  /**
   * Returns a copy with two synthetic clones in each given class, so that one clone can act on
   * another.
   */
  EscalationGraph withClones(Collection<AccountClass.Key> kinds) {
    EscalationGraph land = new EscalationGraph(this, this::sharing);
    for (AccountClass.Key kind : kinds) {
      int number = powers.number(kind);
      AccountClass fold = land.at(number) == null ? new AccountClass(kind) : land.at(number);
      Account clone =
          Account.builder("")
              .column("user_level", Integer.toString(kind.level()))
              .column("user_group", kind.group())
              .build();
      land.put(number, fold.with(clone).with(clone));
    }
    return land;
  }

  private void put(int number, AccountClass fold) {
    while (folds.size() <= number) {
      folds.add(null);
    }
    folds.set(number, fold);
    present.set(number, fold != null);
  }

  /** Returns the graph of capabilities. */
  public CapabilityGraph powers() {
    return powers;
  }

  /** Returns the account class at an index; null if this estate has no account of it. */
  public AccountClass at(int number) {
    return number < folds.size() ? folds.get(number) : null;
  }

  /** Returns the index of the class, or {@code otherwise} if no account of this estate is in it. */
  public int number(AccountClass fold, int otherwise) {
    int number = powers.number(fold.key());
    return at(number) == null ? otherwise : number;
  }

  /** Returns the indexes of all account classes of this estate; not to be changed. */
  public BitSet present() {
    return present;
  }

  /** Returns the account as it is in this copy. */
  public Account current(Account account) {
    return changed.getOrDefault(account.user(), account);
  }

  public AccountClass.Key key(Account account) {
    return keys.of(account);
  }

  /** Returns all account classes of this estate. */
  public Collection<AccountClass> folds() {
    return present.stream().mapToObj(folds::get).toList();
  }

  /** Returns the classes that have power over others, once they have the level for it. */
  public List<AccountClass> editors() {
    return folds().stream().filter(fold -> fold.key().editor().any()).toList();
  }

  Groups groups() {
    return groups;
  }

  public SharedCredentials sharing() {
    if (sharing == null) {
      sharing = sharedBy.get();
    }
    return sharing;
  }

  /** Returns the account's credential alone, without those that it shares. */
  Collection<SharedCredentials.Known> alone(Account account) {
    return List.of(new SharedCredentials.Known(account, 0, null, List.of()));
  }

  /**
   * Whether a login of the account gives access; on old builds also that of an inactive account.
   */
  boolean admits(Account account) {
    return admitted.test(account);
  }

  /** Whether the account would have power over others if its login succeeded. */
  boolean mayAct(Account account) {
    return editors.of(account).any();
  }

  /** Whether the account may create one with this level in this group today. */
  boolean creates(Account account, int level, String group) {
    return editors.today(account, LatentRightsIndex.ADD)
        && NewLevel.mayMake(account, level)
        && groups.exists(group)
        && UserScope.ofUpdate(account, groups).covers(Capability.ANY_LEVEL, group);
  }

  /** Returns the foothold in an account of the estate by its current password. */
  public Foothold own(Account account) {
    AccountClass fold = fold(account);
    boolean any = fold.key().editor().any() && account.active();
    LatentRightsIndex.Today calls = any ? editors.today(account) : LatentRightsIndex.Today.NOTHING;
    return own(fold, account, calls.update(), calls.copy());
  }

  /** Returns the foothold in the account with a new password, active and unlocked. */
  Foothold taken(Account account) {
    AccountClass fold = fold(account);
    LatentRights editor = fold.key().editor();
    int level = account.userLevel();
    return own(fold, account, editor.update() <= level, editor.copy() <= level);
  }

  private Foothold own(AccountClass fold, Account as, boolean update, boolean copy) {
    return new Foothold(fold, as, true, powers.own(as, update, copy, fold.key().updatable()));
  }

  /**
   * Returns the foothold in an account of this class with a new password, this level and this
   * group.
   */
  Foothold taken(AccountClass fold, int level, String group) {
    return fold.hold(new AccountClass.Place(level, group), place -> take(fold, level, group));
  }

  private Foothold take(AccountClass fold, int level, String group) {
    Account as =
        fold.some()
            .get(0)
            .with()
            .column("user_level", Integer.toString(level))
            .column("user_group", group)
            .build();
    return new Foothold(fold, as, false, powers.taken(fold.key(), level, group));
  }

  /** Returns the foothold after a move into another group. */
  Foothold moved(Foothold hold, String group) {
    if (!hold.own()) {
      return taken(hold.fold(), hold.as().userLevel(), group);
    }
    Account as = hold.as().with().column("user_group", group).build();
    return own(hold.fold(), as, hold.update(), hold.copy());
  }

  /**
   * Returns the equivalence class of an account; a class of this account alone if the estate has
   * none.
   */
  public AccountClass fold(Account account) {
    AccountClass.Key key = key(account);
    AccountClass fold = at(powers.number(key));
    if (fold == null) {
      fold = new AccountClass(key);
      fold.add(account);
    }
    return fold;
  }

  /** Returns the account classes of a reach, each with the highest level that it can be given. */
  List<ReachableAccounts.Taken> taken(ReachableSet spread) {
    return taken.computeIfAbsent(spread.held(), held -> raised(held, spread.taken()));
  }

  private List<ReachableAccounts.Taken> raised(BitSet held, BitSet numbers) {
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
              Capability power = powers.power(number);
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
        .map(each -> new ReachableAccounts.Taken(at(each), levels.get(each), into.get(each)))
        .toList();
  }
}
