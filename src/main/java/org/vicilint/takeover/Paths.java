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

/** Finds the shortest paths from one credential, on a graph of what is alike. */
final class Paths {
  private static final Object GOAL = "goal";

  private final Landscape land;
  private final Exploration exploration;
  private final Target target;
  private final Graph<Object, Way> graph = new SimpleDirectedGraph<>(null, null, false);
  private final Map<Hold, Object> owners = new HashMap<>();

  /** The last stop before the goal: paths that end differently are different. */
  private record End(Fold fold, String user, Step.Kind kind) {}

  Paths(Landscape land, Exploration exploration, Target target) {
    this.land = land;
    this.exploration = exploration;
    this.target = target;
    graph.addVertex(GOAL);
    exploration.known().forEach(this::known);
    exploration.moves().forEach(move -> edge(move.from(), move.to(), Way.of(move)));
    exploration.holds().forEach(this::ends);
  }

  /** The shortest paths; all of them, or as many as asked for. */
  List<List<Way>> shortest(int limit) {
    Object start = exploration.known().iterator().next().account().user();
    List<List<Way>> found = new ArrayList<>();
    if (!graph.containsVertex(start)) {
      return found;
    }
    Iterator<GraphPath<Object, Way>> paths = new YenShortestPathIterator<>(graph, start, GOAL);
    int length = -1;
    while (found.size() < limit && paths.hasNext()) {
      List<Way> path = paths.next().getEdgeList();
      if (length >= 0 && path.size() > length) {
        break;
      }
      length = path.size();
      found.add(path.subList(0, length - 1)); // the last one only says: here we are
    }
    return found;
  }

  private void known(Sharing.Known known) {
    Hold hold = exploration.owned(known.account());
    if (known.depth() == 0) {
      graph.addVertex(known.account().user());
    } else if (target.is(known.account())) {
      chain(known.from());
      end(
          known.from().account().user(),
          new End(null, known.account().user(), known.kind()),
          Way.known(known));
    }
    if (hold != null) {
      owners.put(hold, known.account().user());
      chain(known);
    }
  }

  /** The steps that lead to a known credential. */
  private void chain(Sharing.Known known) {
    for (Sharing.Known each = known; each.from() != null; each = each.from()) {
      graph.addVertex(each.from().account().user());
      graph.addVertex(each.account().user());
      graph.addEdge(each.from().account().user(), each.account().user(), Way.known(each));
    }
  }

  private void ends(Hold hold) {
    for (Fold fold : land.folds()) {
      boolean itself = fold == hold.fold() && fold.count() == 1;
      boolean start = fold.count() == 1 && fold == land.fold(exploration.start());
      if (!itself && !start && target.among(fold, land)) {
        if (hold.updates(fold.key())) {
          end(
              node(hold),
              new End(fold, "", Step.Kind.UPDATE),
              Way.end(Step.Kind.UPDATE, hold, fold));
        }
        if (hold.clones(fold.key())) {
          end(node(hold), new End(fold, "", Step.Kind.COPY), Way.end(Step.Kind.COPY, hold, fold));
        }
      }
    }
  }

  private void end(Object from, End end, Way way) {
    graph.addVertex(from);
    graph.addVertex(end);
    graph.addEdge(from, end, way);
    if (!graph.containsEdge(end, GOAL)) {
      graph.addEdge(end, GOAL, new Way(end.kind(), null, null, end.fold(), null));
    }
  }

  private void edge(Hold from, Hold to, Way way) {
    graph.addVertex(node(from));
    graph.addVertex(node(to));
    graph.addEdge(node(from), node(to), way);
  }

  private Object node(Hold hold) {
    return owners.getOrDefault(hold, hold.id());
  }
}
