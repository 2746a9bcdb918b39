package org.vicilint.takeover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.access.UserScope;
import org.vicilint.api.AddressableNames;
import org.vicilint.model.Account;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.UserGroup;

/**
 * All powers that accounts of some groups can have, numbered, and which of them leads to which. A
 * thousand accounts with power have a few hundred powers, so that what was asked once of a power is
 * remembered: for the estate, and for what becomes of it after changes of accounts.
 */
public final class CapabilityGraph {
  private static final int NOBODY = -1;
  private static final int SEVERAL = -2;
  private static final BitSet NOWHERE = new BitSet();

  private final Groups groups;
  private final Map<String, UserScope> views = new HashMap<>();
  private final Map<String, List<UserGroup>> widening = new HashMap<>();
  private final Map<AccountClass.Key, Integer> folds = new HashMap<>();
  private final List<AccountClass.Key> keys = new ArrayList<>();
  private final Map<Capability.Id, Integer> ids = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private int changed = Integer.MAX_VALUE;

  /** A power to which another one leads, and the accounts that are taken for it. */
  static final class Edge {
    private int[] by = new int[1];
    private int size;

    int size() {
      return size;
    }

    /** One of the accounts, as {@link CapabilityGraph#number} has them. */
    int by(int index) {
      return by[index];
    }

    private void add(int fold) {
      if (size > 0 && by[size - 1] == fold) {
        return;
      }
      if (size == by.length) {
        by = Arrays.copyOf(by, size * 2);
      }
      by[size++] = fold;
    }
  }

  /** What is known of a power; it grows with the accounts that are known. */
  private static final class Node {
    private final Capability power;
    private final BitSet takes = new BitSet();
    private final BitSet updates = new BitSet();
    private final BitSet leads = new BitSet();
    private final Map<Integer, Edge> edges = new HashMap<>();

    /** The only accounts by which any edge leads here. */
    private int only = NOBODY;

    private final Map<Integer, BitSet> byOther = new HashMap<>();
    private int[] moves;
    private int folds;

    private Node(Capability power) {
      this.power = power;
    }
  }

  CapabilityGraph(Groups groups, AddressableNames naming) {
    this.groups = groups;
    for (UserGroup group : groups.all()) {
      if (naming.group(group.userGroup())) {
        views.put(Groups.key(group.userGroup()), view(group.userGroup()));
      }
    }
  }

  /** The number of accounts that are alike. */
  public int number(AccountClass.Key fold) {
    return folds.computeIfAbsent(
        fold,
        key -> {
          keys.add(key);
          return keys.size() - 1;
        });
  }

  /** The number of a power. */
  public int number(Capability.Id id) {
    Integer number = ids.get(id);
    return number == null ? add(Capability.of(id, groups)) : number;
  }

  private int add(Capability power) {
    ids.put(power.id(), nodes.size());
    nodes.add(new Node(power));
    return nodes.size() - 1;
  }

  /** How many powers are known. */
  int size() {
    return nodes.size();
  }

  /** A power by its number. */
  Capability power(int number) {
    return nodes.get(number).power;
  }

  /** The power that one of these accounts gives with this level and group. */
  Capability taken(AccountClass.Key fold, int level, String group) {
    return power(number(Capability.Id.of(fold, level, group)));
  }

  /** The power of an account that may call these functions. */
  Capability own(Account as, boolean update, boolean copy, boolean updatable) {
    boolean same = as.has(Flag.MODIFY_SAME_USER_LEVEL);
    String group = Groups.key(as.userGroup());
    return power(number(new Capability.Id(update, copy, updatable, as.userLevel(), same, group)));
  }

  /** The accounts that a power takes in one step; not to be changed. */
  public BitSet takes(int number) {
    return grown(number).takes;
  }

  /** Those of them that it takes with {@code update_user}; not to be changed. */
  BitSet updates(int number) {
    return grown(number).updates;
  }

  /** That all accounts of the estate have their numbers: what comes now is made by changes. */
  void begin() {
    changed = keys.size();
  }

  /** The first number of accounts that the estate has only after changes. */
  int changed() {
    return changed;
  }

  /**
   * The powers to which it leads by one request about an account of the estate as it is without
   * changes; not to be changed.
   */
  BitSet leads(int number) {
    return grown(number).leads;
  }

  /** How it leads to one of these. */
  Edge edge(int number, int to) {
    return nodes.get(number).edges.get(to);
  }

  /** The only accounts of the estate by which anything leads to a power; negative if several. */
  int only(int number) {
    return nodes.get(number).only;
  }

  /** The powers to which it leads by a request about accounts that are made by changes. */
  BitSet leads(int number, int fold) {
    return grown(number).byOther.getOrDefault(fold, NOWHERE);
  }

  /** The powers that it is in other groups, into which the account may put itself. */
  int[] moves(int number) {
    Node node = nodes.get(number);
    if (node.moves == null) {
      Capability power = node.power;
      node.moves =
          power.moves()
              ? widening(power).stream()
                  .mapToInt(group -> number(power.id().in(group.userGroup())))
                  .toArray()
              : new int[0];
    }
    return node.moves;
  }

  private Node grown(int number) {
    Node node = nodes.get(number);
    for (; node.folds < keys.size(); node.folds++) {
      grow(node, node.folds);
    }
    return node;
  }

  private void grow(Node node, int number) {
    Capability power = node.power;
    AccountClass.Key fold = keys.get(number);
    boolean updates = power.updates(fold);
    boolean clones = power.clones(fold);
    node.updates.set(number, updates);
    node.takes.set(number, updates || clones);
    if (!fold.editor().any()) {
      return;
    }
    if (updates) {
      int level = power.raises(fold.level());
      edge(node, number, Capability.Id.of(fold, level, fold.group()));
      for (UserGroup group : widening(power)) {
        edge(node, number, Capability.Id.of(fold, level, group.userGroup()));
      }
    }
    if (clones) {
      edge(node, number, Capability.Id.of(fold, fold.level(), fold.group()));
    }
  }

  private void edge(Node node, int fold, Capability.Id id) {
    if (!id.acts()) {
      return;
    }
    int to = number(id);
    if (fold < changed) {
      node.leads.set(to);
      node.edges.computeIfAbsent(to, key -> new Edge()).add(fold);
      Node end = nodes.get(to);
      end.only = end.only == NOBODY || end.only == fold ? fold : SEVERAL;
    } else {
      node.byOther.computeIfAbsent(fold, key -> new BitSet()).set(to);
    }
  }

  /**
   * The groups into which this power may put an account, so that it sees more than the power does:
   * of groups that see the same, the first.
   */
  List<UserGroup> widening(Capability power) {
    List<UserGroup> known = widening.get(power.id().group());
    if (known == null) {
      known = wider(power);
      widening.put(power.id().group(), known);
    }
    return known;
  }

  private List<UserGroup> wider(Capability power) {
    UserScope mine = view(power.id().group());
    if (mine.everyGroup()) {
      return List.of();
    }
    Map<UserScope, UserGroup> first = new LinkedHashMap<>();
    for (UserGroup group : groups.all()) {
      UserScope view = views.get(Groups.key(group.userGroup()));
      if (view != null && power.views(group.userGroup()) && !mine.contains(view)) {
        first.putIfAbsent(view, group);
      }
    }
    return List.copyOf(first.values());
  }

  /** Whether these accounts see every group. */
  boolean seesAll(AccountClass.Key fold) {
    return view(fold.group()).everyGroup();
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
}
