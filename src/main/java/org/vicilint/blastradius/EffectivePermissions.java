package org.vicilint.blastradius;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.vicilint.access.ListScope;

/**
 * What one account, or several together, can do.
 *
 * @param among what there is to do
 * @param deeds what of it can be done, as bits over {@link PermissionIndex#all()}; not to be
 *     changed
 * @param lists the lists in scope; none where no function that looks at lists can be called
 */
public record EffectivePermissions(PermissionIndex among, BitSet deeds, ListScope lists) {

  /** What either of them can do. */
  public EffectivePermissions plus(EffectivePermissions other) {
    if (contains(other)) {
      return this;
    }
    BitSet both = (BitSet) deeds.clone();
    both.or(other.deeds);
    return new EffectivePermissions(among, both, union(lists, other.lists));
  }

  /** Whether everything that the other can do is in this. */
  public boolean contains(EffectivePermissions other) {
    BitSet more = (BitSet) other.deeds.clone();
    more.andNot(deeds);
    return more.isEmpty() && lists.contains(other.lists);
  }

  /** The same with these lists in scope, too, where anything looks at lists. */
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

  /** What can be done, in the order of {@link PermissionIndex#all()}. */
  public List<Permission> list() {
    return deeds.stream().mapToObj(among.all()::get).toList();
  }

  /**
   * What can be done of one kind, each name once; a page with the worst that can be done with it.
   */
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
