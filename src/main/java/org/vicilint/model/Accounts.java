package org.vicilint.model;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;

/**
 * The accounts of an estate, with what many ask of all of them: of a million accounts one look
 * takes a noticeable time. Never changes.
 */
public final class Accounts extends AbstractList<Account> implements RandomAccess {
  private static final int SLOTS_EACH = 32;
  private static final int MOST_SLOTS = 1 << 30;

  /** Partitions of the fingerprints by their first bits. */
  private static final int SHARES = 8;

  private static final int SHARE_SHIFT = Long.SIZE - 3;

  private final Account[] all;
  private final Facts facts;

  /** Accounts that share a password, by its fingerprint. */
  private final Lazy<Map<Long, List<Account>>> sharing =
      new Lazy<>(() -> Collections.unmodifiableMap(findSharing()));

  private final Lazy<List<Account>> inOrder =
      new Lazy<>(() -> stream().sorted(Comparator.comparing(Account::user)).toList());

  private Accounts(Account[] all) {
    this.all = all;
    this.facts =
        IntStream.range(0, all.length)
            .parallel()
            .collect(Facts::new, (facts, i) -> facts.add(all, i), Facts::add);
  }

  /**
   * These accounts, in this order.
   *
   * @throws NullPointerException when one is null
   */
  public static Accounts of(Collection<Account> accounts) {
    return accounts instanceof Accounts same
        ? same
        : new Accounts(accounts.toArray(Account[]::new));
  }

  @Override
  public Account get(int index) {
    return all[index];
  }

  @Override
  public int size() {
    return all.length;
  }

  @Override
  public Iterator<Account> iterator() {
    return Arrays.asList(all).iterator(); // faster than by index, as the next two are
  }

  @Override
  public Spliterator<Account> spliterator() {
    return Spliterators.spliterator(
        all, Spliterator.ORDERED | Spliterator.IMMUTABLE | Spliterator.NONNULL);
  }

  @Override
  public Object[] toArray() {
    return Arrays.copyOf(all, all.length, Object[].class);
  }

  /** Whether they are in the order of their logins. */
  public boolean byLogin() {
    return facts.byLogin;
  }

  /** Returns them in the order of their logins, on which results may rest. */
  public List<Account> inOrder() {
    return facts.byLogin ? this : inOrder.get();
  }

  /** Whether one of them may be locked, see {@link Account#mayBeLocked()}. */
  public boolean anyMayBeLocked() {
    return facts.anyMayBeLocked;
  }

  /** Whether a definition or a manifest speaks of one of them. */
  public boolean anyDeclared() {
    return facts.anyDeclared;
  }

  /** Returns one account of each table, or part of a table, that they come from. */
  public Collection<Account> ofEachTable() {
    return Collections.unmodifiableCollection(facts.ofEachTable.values());
  }

  /**
   * Returns the accounts that share a password, by its fingerprint; passwords of a single account
   * are left out.
   */
  public Map<Long, List<Account>> sharing() {
    return sharing.get();
  }

  private Map<Long, List<Account>> findSharing() {
    long[] prints = Arrays.stream(all).parallel().mapToLong(each -> each.fingerprint()).toArray();
    Map<Long, List<Account>> shared = new HashMap<>();
    for (long print : repeated(prints)) {
      shared.put(print, new ArrayList<>(2));
    }
    if (!shared.isEmpty()) {
      for (int i = 0; i < prints.length; i++) {
        List<Account> holders = shared.get(prints[i]);
        if (holders != null) {
          holders.add(all[i]);
        }
      }
    }
    return shared;
  }

  /** Returns the fingerprints that occur twice; each thread handles its share of all numbers. */
  private static long[] repeated(long[] prints) {
    return IntStream.range(0, SHARES)
        .parallel()
        .mapToObj(share -> repeated(prints, share))
        .flatMapToLong(Arrays::stream)
        .toArray();
  }

  /**
   * Returns the fingerprints of a partition that occur more than once. Nearly all occur once, and a
   * few of their bits are enough to see that: sorting all of them, or a hash table of all, would
   * take far longer.
   */
  private static long[] repeated(long[] prints, int share) {
    int slots = Integer.highestOneBit(prints.length | 1) / SHARES + 1;
    int last = Math.min(Integer.highestOneBit(slots), MOST_SLOTS / SLOTS_EACH) * SLOTS_EACH - 1;
    long[] taken = new long[(last >> 6) + 1];
    long[] again = new long[(last >> 6) + 1];
    for (long print : prints) {
      if ((print >>> SHARE_SHIFT) == share) {
        int slot = (int) print & last;
        long bit = 1L << slot;
        again[slot >> 6] |= taken[slot >> 6] & bit;
        taken[slot >> 6] |= bit;
      }
    }
    long[] some = new long[1 << 4];
    int size = 0;
    for (long print : prints) {
      int slot = (int) print & last;
      if ((print >>> SHARE_SHIFT) == share
          && (again[slot >> 6] & 1L << slot) != 0
          && print != 0) { // 0 is of no password
        some = size < some.length ? some : Arrays.copyOf(some, size * 2);
        some[size++] = print;
      }
    }
    long[] sorted = Arrays.copyOf(some, size);
    Arrays.sort(sorted);
    return IntStream.range(1, size)
        .filter(i -> sorted[i] == sorted[i - 1])
        .mapToLong(i -> sorted[i])
        .distinct()
        .toArray();
  }

  /** Facts that one pass over the accounts finds. */
  private static final class Facts {
    private final Map<Places.TableSource, Account> ofEachTable = new IdentityHashMap<>();
    private Places.TableSource last;
    private boolean byLogin = true;
    private boolean anyMayBeLocked;
    private boolean anyDeclared;

    void add(Account[] all, int i) {
      Account account = Objects.requireNonNull(all[i]);
      if (account.sheet() != last) {
        last = account.sheet();
        ofEachTable.putIfAbsent(last, account);
      }
      byLogin &= i == 0 || Account.BY_LOGIN.compare(all[i - 1], account) <= 0;
      anyMayBeLocked |= account.mayBeLocked();
      anyDeclared |= account.declaration() != Declaration.NONE;
    }

    void add(Facts behind) {
      behind.ofEachTable.forEach(ofEachTable::putIfAbsent);
      byLogin &= behind.byLogin;
      anyMayBeLocked |= behind.anyMayBeLocked;
      anyDeclared |= behind.anyDeclared;
    }
  }
}
