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
 * The graph of all capabilities that accounts of some groups can have: which capability leads to
 * which. Capabilities and account classes have indexes, assigned on first use. A thousand accounts
 * with power have a few hundred capabilities, so the graph remembers every answer, for the estate
 * and for its copies after changes.
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

  /** An edge between two capabilities, with the account classes whose takeover it stands for. */
  static final class Edge {
    private int[] by = new int[1];
    private int size;

    int size() {
      return size;
    }

    /** Returns the index of one of these account classes, see {@link CapabilityGraph#number}. */
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

  /** A capability with its edges, extended lazily to the account classes that have an index. */
  private static final class Node {
    private final Capability power;
    private final BitSet takes = new BitSet();
    private final BitSet updates = new BitSet();
    private final BitSet leads = new BitSet();
    private final Map<Integer, Edge> edges = new HashMap<>();

    /**
     * The only account class by which any edge leads here; {@code NOBODY} or {@code SEVERAL}
     * otherwise.
     */
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

  /** Returns the index of an account class, assigning one on first use. */
  public int number(AccountClass.Key fold) {
    return folds.computeIfAbsent(
        fold,
        key -> {
          keys.add(key);
          return keys.size() - 1;
        });
  }

  /** Returns the index of a capability, assigning one on first use. */
  public int number(Capability.Id id) {
    Integer number = ids.get(id);
    return number == null ? add(Capability.of(id, groups)) : number;
  }

  private int add(Capability power) {
    ids.put(power.id(), nodes.size());
    nodes.add(new Node(power));
    return nodes.size() - 1;
  }

  /** Returns the count of capabilities that have an index. */
  int size() {
    return nodes.size();
  }

  /** Returns the capability at an index. */
  Capability power(int number) {
    return nodes.get(number).power;
  }

  /**
   * Returns the capability of an account of this class, once it is taken, with this level and
   * group.
   */
  Capability taken(AccountClass.Key fold, int level, String group) {
    return power(number(Capability.Id.of(fold, level, group)));
  }

  /** Returns the capability of an account that may call these functions. */
  Capability own(Account as, boolean update, boolean copy, boolean updatable) {
    boolean same = as.has(Flag.MODIFY_SAME_USER_LEVEL);
    String group = Groups.key(as.userGroup());
    return power(number(new Capability.Id(update, copy, updatable, as.userLevel(), same, group)));
  }

  /**
   * Returns the indexes of the account classes that a capability takes in one step; not to be
   * changed.
   */
  public BitSet takes(int number) {
    return grown(number).takes;
  }

  /** Returns the indexes of those that it takes with {@code update_user}; not to be changed. */
  BitSet updates(int number) {
    return grown(number).updates;
  }

  /** Marks that all account classes of the estate have an index: later ones come from changes. */
  void begin() {
    changed = keys.size();
  }

  /** Returns the first index of the account classes that only changes bring. */
  int changed() {
    return changed;
  }

  /**
   * Returns the indexes of the capabilities to which it leads by one request about an account of
   * the unchanged estate; not to be changed.
   */
  BitSet leads(int number) {
    return grown(number).leads;
  }

  /** Returns the edge to one of these. */
  Edge edge(int number, int to) {
    return nodes.get(number).edges.get(to);
  }

  /**
   * Returns the index of the only account class of the estate by which edges lead to a capability;
   * negative if there is none or several.
   */
  int only(int number) {
    return nodes.get(number).only;
  }

  /**
   * Returns the indexes of the capabilities to which it leads by a request about a class that
   * changes bring.
   */
  BitSet leads(int number, int fold) {
    return grown(number).byOther.getOrDefault(fold, NOWHERE);
  }

  /**
   * Returns the indexes of the capabilities that its holder has after a move into another group.
   */
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
   * Returns the groups into which this capability may put an account so that the account sees more
   * than the capability does; of groups with the same view, the first.
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

  /** Whether the accounts of this class see every group. */
  boolean seesAll(AccountClass.Key fold) {
    return view(fold.group()).everyGroup();
  }

  /** Returns the groups that members of a group see, independent of their level. */
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
