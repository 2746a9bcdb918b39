package org.vicilint.blastradius;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.ListScope;
import org.vicilint.access.PageEvaluator;
import org.vicilint.access.Subject;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.catalog.Page;
import org.vicilint.catalog.PageEffect;
import org.vicilint.model.Account;
import org.vicilint.model.Characters;
import org.vicilint.model.Groups;

/**
 * Assigns an index to every permission, and finds the permissions of an account. Not thread-safe.
 */
public final class PermissionIndex {
  private static final int REMEMBERED = 50_000;

  private final AccessEvaluator access;
  private final PageEvaluator pages;
  private final List<Permission> all = new ArrayList<>();
  private final List<List<Numbered>> operations = new ArrayList<>();
  private final List<Map<PageEffect, Integer>> ofPages = new ArrayList<>();
  private final BitSet lists = new BitSet();
  private final Map<Alike, EffectivePermissions> known = new HashMap<>();

  private record Numbered(int deed, Operation operation) {}

  /** The equivalence key of accounts with the same permissions: all fields that decide them. */
  private record Alike(
      int level,
      long flags,
      int modifyLeads,
      boolean active,
      String functions,
      String group,
      Characters user,
      boolean secretKnown,
      boolean hashed,
      Characters secret) {}

  /** Creates an index of all permissions on the evaluator's builds. */
  public PermissionIndex(AccessEvaluator access) {
    this.access = access;
    this.pages = access.pages();
    for (int i = 0; i < access.functions().size(); i++) {
      Function function = access.functions().get(i);
      all.add(new Permission(Permission.Kind.FUNCTION, function.name(), function.effect(), null));
      lists.set(i, ListScope.looksAt(function.name(), access.requirement(i)));
    }
    for (Function function : access.functions()) {
      List<Numbered> numbered = new ArrayList<>();
      for (Operation operation : access.operations(function)) {
        numbered.add(new Numbered(all.size(), operation));
        String name = function.name() + ":" + operation.name();
        all.add(new Permission(Permission.Kind.OPERATION, name, operation.effect(), null));
      }
      operations.add(numbered);
    }
    for (Page page : pages.pages()) {
      Set<PageEffect> effects = new TreeSet<>();
      page.opens().forEach(way -> effects.add(way.effect()));
      Map<PageEffect, Integer> numbered = new HashMap<>();
      for (PageEffect effect : effects) {
        numbered.put(effect, all.size());
        all.add(new Permission(Permission.Kind.PAGE, page.name(), effect.effect(), effect));
      }
      ofPages.add(numbered);
    }
  }

  /**
   * Returns all permissions: functions, then operations, then pages. The position is the bit in
   * {@link EffectivePermissions#deeds()}.
   */
  public List<Permission> all() {
    return all;
  }

  /** Whether the facts on pages were observed on a server of this build. */
  public boolean pagesCertain() {
    return pages.certain();
  }

  /** Returns the confidence in answers on pages, in one sentence. */
  public String pagesBasis() {
    return pages.basis();
  }

  /** Returns no permissions. */
  EffectivePermissions none() {
    return new EffectivePermissions(this, new BitSet(), new ListScope(false, Set.of()));
  }

  /** Returns the permissions of an account as it is, by itself. */
  public EffectivePermissions of(Account account) {
    if (account.mayBeLocked()) {
      return find(account); // the time of its last login matters, too
    }
    Alike alike =
        new Alike(
            account.userLevel(),
            account.flags(),
            account.modifyLeads(),
            account.active(),
            account.apiAllowedFunctions(),
            Groups.key(account.userGroup()),
            Characters.of(account.user()),
            account.secret().known(),
            account.secret().hashed(),
            account.secret().characters());
    EffectivePermissions found = known.get(alike);
    if (found == null) {
      found = find(account);
      if (known.size() < REMEMBERED) {
        known.put(alike, found);
      }
    }
    return found;
  }

  private EffectivePermissions find(Account account) {
    Subject subject = access.prepare(account);
    BitSet deeds = new BitSet(all.size());
    for (int i = 0; i < operations.size(); i++) {
      if (access.decide(subject, i) == Verdict.GRANTED) {
        deeds.set(i);
        for (Numbered each : operations.get(i)) {
          deeds.set(each.deed, access.decide(subject, i, each.operation) == Verdict.GRANTED);
        }
      }
    }
    BitSet open = pages.open(subject);
    for (int page = open.nextSetBit(0); page >= 0; page = open.nextSetBit(page + 1)) {
      for (PageEffect effect : pages.effects(subject, page)) {
        deeds.set(ofPages.get(page).get(effect));
      }
    }
    return new EffectivePermissions(
        this,
        deeds,
        deeds.intersects(lists)
            ? ListScope.of(account, access.groups())
            : new ListScope(false, Set.of()));
  }

  /** Whether any of these permissions reads the lists that an account may use. */
  boolean looksAtLists(BitSet deeds) {
    return deeds.intersects(lists);
  }
}
