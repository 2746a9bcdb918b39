package org.vicilint.takeover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.YenShortestPathIterator;
import org.jgrapht.graph.SimpleDirectedGraph;

/**
 * Finds the shortest paths from one credential on a graph of equivalence classes, with Yen's
 * algorithm.
 */
final class Paths {
  private static final Object GOAL = "goal";

  private final EscalationGraph land;
  private final PathExpansion exploration;
  private final Target target;
  private final Graph<Object, PathEdge> graph = new SimpleDirectedGraph<>(null, null, false);
  private final Map<Foothold, Object> owners = new HashMap<>();

  /** The last vertex before the goal: paths with different ends are different. */
  private record End(AccountClass fold, String user, Step.Kind kind) {}

  Paths(EscalationGraph land, PathExpansion exploration, Target target) {
    this.land = land;
    this.exploration = exploration;
    this.target = target;
    graph.addVertex(GOAL);
    exploration.known().forEach(this::known);
    exploration.moves().forEach(move -> edge(move.from(), move.to(), PathEdge.of(move)));
    exploration.holds().forEach(this::ends);
  }

  /** Returns the shortest paths, at most {@code limit}. */
  List<List<PathEdge>> shortest(int limit) {
    Object start = exploration.known().iterator().next().account().user();
    List<List<PathEdge>> found = new ArrayList<>();
    if (!graph.containsVertex(start)) {
      return found;
    }
    Iterator<GraphPath<Object, PathEdge>> paths = new YenShortestPathIterator<>(graph, start, GOAL);
    int length = -1;
    while (found.size() < limit && paths.hasNext()) {
      List<PathEdge> path = paths.next().getEdgeList();
      if (length >= 0 && path.size() > length) {
        break;
      }
      length = path.size();
      found.add(path.subList(0, length - 1)); // the last edge only leads to the goal
    }
    return found;
  }

  private void known(SharedCredentials.Known known) {
    Foothold hold = exploration.owned(known.account());
    if (known.depth() == 0) {
      graph.addVertex(known.account().user());
    } else if (target.is(known.account())) {
      chain(known.from());
      end(
          known.from().account().user(),
          new End(null, known.account().user(), known.kind()),
          PathEdge.known(known));
    }
    if (hold != null) {
      owners.put(hold, known.account().user());
      chain(known);
    }
  }

  /** Adds the steps that lead to a known credential. */
  private void chain(SharedCredentials.Known known) {
    for (SharedCredentials.Known each = known; each.from() != null; each = each.from()) {
      graph.addVertex(each.from().account().user());
      graph.addVertex(each.account().user());
      graph.addEdge(each.from().account().user(), each.account().user(), PathEdge.known(each));
    }
  }

  private void ends(Foothold hold) {
    for (AccountClass fold : land.folds()) {
      boolean itself = fold == hold.fold() && fold.count() == 1;
      boolean start = fold.count() == 1 && fold == land.fold(exploration.start());
      if (!itself && !start && target.among(fold, land)) {
        if (hold.updates(fold.key())) {
          end(
              node(hold),
              new End(fold, "", Step.Kind.UPDATE),
              PathEdge.end(Step.Kind.UPDATE, hold, fold));
        }
        if (hold.clones(fold.key())) {
          end(
              node(hold),
              new End(fold, "", Step.Kind.COPY),
              PathEdge.end(Step.Kind.COPY, hold, fold));
        }
      }
    }
  }

  private void end(Object from, End end, PathEdge way) {
    graph.addVertex(from);
    graph.addVertex(end);
    graph.addEdge(from, end, way);
    if (!graph.containsEdge(end, GOAL)) {
      graph.addEdge(end, GOAL, new PathEdge(end.kind(), null, null, end.fold(), null));
    }
  }

  private void edge(Foothold from, Foothold to, PathEdge way) {
    graph.addVertex(node(from));
    graph.addVertex(node(to));
    graph.addEdge(node(from), node(to), way);
  }

  private Object node(Foothold hold) {
    return owners.getOrDefault(hold, hold.id());
  }
}
