package org.vicilint.blastradius;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.vicilint.access.ListScope;

/**
 * The permissions of one account, or of several together.
 *
 * @param among the index of all permissions
 * @param deeds the permissions, as bits over {@link PermissionIndex#all()}; not to be changed
 * @param lists the lists in scope; none where no function that looks at lists can be called
 */
public record EffectivePermissions(PermissionIndex among, BitSet deeds, ListScope lists) {

  /** Returns the union of both. */
  public EffectivePermissions plus(EffectivePermissions other) {
    if (contains(other)) {
      return this;
    }
    BitSet both = (BitSet) deeds.clone();
    both.or(other.deeds);
    return new EffectivePermissions(among, both, union(lists, other.lists));
  }

  /** Whether this holds every permission of {@code other}. */
  public boolean contains(EffectivePermissions other) {
    BitSet more = (BitSet) other.deeds.clone();
    more.andNot(deeds);
    return more.isEmpty() && lists.contains(other.lists);
  }

  /** Returns the permissions with more lists in scope, if any function reads lists. */
  EffectivePermissions with(ListScope more) {
    return among.looksAtLists(deeds) && !lists.contains(more)
        ? new EffectivePermissions(among, deeds, union(lists, more))
        : this;
  }

  private static ListScope union(ListScope one, ListScope other) {
    if (one.contains(other)) {
      return one;
    }
    if (other.everyList()) {
      return other;
    }
    TreeSet<String> campaigns = new TreeSet<>(one.campaigns());
    campaigns.addAll(other.campaigns());
    return new ListScope(false, campaigns);
  }

  /** Whether any function that looks at lists can be called. */
  public boolean usesLists() {
    return among.looksAtLists(deeds);
  }

  /** Returns the permissions in the order of {@link PermissionIndex#all()}. */
  public List<Permission> list() {
    return deeds.stream().mapToObj(among.all()::get).toList();
  }

  /** Returns the permissions of one kind, each name once; a page with its worst effect. */
  public List<Permission> list(Permission.Kind kind) {
    List<Permission> list = new ArrayList<>();
    for (Permission deed : list()) {
      if (deed.kind() != kind) {
        continue;
      }
      int last = list.size() - 1;
      if (last >= 0 && list.get(last).name().equals(deed.name())) {
        list.set(last, deed); // of a page, the worst comes last
      } else {
        list.add(deed);
      }
    }
    return list;
  }
}
