package org.vicilint.takeover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.access.UserScope;
import org.vicilint.model.Account;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.UserGroup;
import org.vicilint.request.Naming;

/**
 * All powers that accounts of some groups can have, numbered, and which of them leads to which. A
 * thousand accounts with power have a few hundred powers, so that what was asked once of a power is
 * remembered: for the estate, and for what becomes of it after changes of accounts.
 */
final class Powers {
  private final Groups groups;
  private final Map<String, UserScope> views = new HashMap<>();
  private final Map<String, List<UserGroup>> widening = new HashMap<>();
  private final Map<Fold.Key, Integer> folds = new HashMap<>();
  private final List<Fold.Key> keys = new ArrayList<>();
  private final Map<Power.Id, Integer> ids = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();

  /** A power to which another one leads, and the accounts that are taken for it. */
  static final class Edge {
    private final int to;
    private int[] by = new int[1];
    private int size;

    private Edge(int to) {
      this.to = to;
    }

    int to() {
      return to;
    }

    int size() {
      return size;
    }

    /** One of the accounts, as {@link Powers#number} has them. */
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
    private final Power power;
    private final BitSet takes = new BitSet();
    private final BitSet updates = new BitSet();
    private final Map<Integer, Edge> edges = new LinkedHashMap<>();
    private int[] moves;
    private int folds;

    private Node(Power power) {
      this.power = power;
    }
  }

  Powers(Groups groups, Naming naming) {
    this.groups = groups;
    for (UserGroup group : groups.all()) {
      if (naming.group(group.userGroup())) {
        views.put(Groups.key(group.userGroup()), view(group.userGroup()));
      }
    }
  }

  /** The number of accounts that are alike. */
  int number(Fold.Key fold) {
    return folds.computeIfAbsent(
        fold,
        key -> {
          keys.add(key);
          return keys.size() - 1;
        });
  }

  /** The number of a power. */
  int number(Power.Id id) {
    Integer number = ids.get(id);
    return number == null ? add(Power.of(id, groups)) : number;
  }

  /** The number of the power of a hold. */
  int number(Hold hold) {
    Integer number = ids.get(hold.power().id());
    return number == null ? add(hold.power()) : number;
  }

  private int add(Power power) {
    ids.put(power.id(), nodes.size());
    nodes.add(new Node(power));
    return nodes.size() - 1;
  }

  /** A power by its number. */
  Power power(int number) {
    return nodes.get(number).power;
  }

  /** The power that one of these accounts gives with this level and group. */
  Power taken(Fold.Key fold, int level, String group) {
    return power(number(Power.Id.of(fold, level, group)));
  }

  /** The accounts that a power takes in one step; not to be changed. */
  BitSet takes(int number) {
    return grown(number).takes;
  }

  /** Those of them that it takes with {@code update_user}; not to be changed. */
  BitSet updates(int number) {
    return grown(number).updates;
  }

  /** The powers to which it leads by one request about another account. */
  Iterable<Edge> edges(int number) {
    return grown(number).edges.values();
  }

  /** The powers that it is in other groups, into which the account may put itself. */
  int[] moves(int number) {
    Node node = nodes.get(number);
    if (node.moves == null) {
      Power power = node.power;
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
    Power power = node.power;
    Fold.Key fold = keys.get(number);
    boolean updates = power.updates(fold);
    boolean clones = power.clones(fold);
    node.updates.set(number, updates);
    node.takes.set(number, updates || clones);
    if (!fold.editor().any()) {
      return;
    }
    if (updates) {
      int level = power.raises(fold.level());
      edge(node, number, Power.Id.of(fold, level, fold.group()));
      for (UserGroup group : widening(power)) {
        edge(node, number, Power.Id.of(fold, level, group.userGroup()));
      }
    }
    if (clones) {
      edge(node, number, Power.Id.of(fold, fold.level(), fold.group()));
    }
  }

  private void edge(Node node, int fold, Power.Id to) {
    if (to.acts()) {
      node.edges.computeIfAbsent(number(to), Edge::new).add(fold);
    }
  }

  /**
   * The groups into which this power may put an account, so that it sees more than the power does:
   * of groups that see the same, the first.
   */
  List<UserGroup> widening(Power power) {
    List<UserGroup> known = widening.get(power.id().group());
    if (known == null) {
      known = wider(power);
      widening.put(power.id().group(), known);
    }
    return known;
  }

  private List<UserGroup> wider(Power power) {
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
