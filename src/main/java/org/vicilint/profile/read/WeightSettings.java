package org.vicilint.profile.read;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.vicilint.document.Keys;
import org.vicilint.document.Node;
import org.vicilint.document.Values;
import org.vicilint.profile.Origin;
import org.vicilint.profile.ReachWeights;

/**
 * Weights of a chain of profiles for the parts of a reach; each layer overrides those before it.
 */
final class WeightSettings {
  private static final String KEY = "reach";
  private static final String WEIGHTS = "weights";

  private final SortedMap<String, Origin> origins;
  private final Map<String, Integer> weights = new HashMap<>();

  private ProfileLayer layer;
  private Values values;

  WeightSettings(SortedMap<String, Origin> origins) {
    this.origins = origins;
  }

  /** Lays the entries of a profile's {@code reach} over what stands. */
  void apply(Node.Entry entry, ProfileLayer from) {
    layer = from;
    values = new Values(from.log());
    each(entry, ProfileKeys.OF_REACH, KEY, this::weights);
  }

  private void weights(Node.Entry entry) {
    each(entry, ReachWeights.NAMES, WEIGHTS, this::weight);
  }

  private void weight(Node.Entry entry) {
    Integer weight = values.number(entry, 0, ReachWeights.MOST);
    if (weight != null) {
      weights.put(entry.key(), weight);
      Node at = entry.value();
      origins.put(
          KEY + "." + WEIGHTS + "." + entry.key(),
          new Origin(weight.toString(), layer.name(), layer.place(at.line(), at.column())));
    }
  }

  private void each(
      Node.Entry entry, Collection<String> known, String where, Consumer<Node.Entry> taker) {
    if (!(entry.value() instanceof Node.Entries entries)) {
      values.problem(
          entry.value(),
          entry.key() + " takes a mapping",
          "write one of " + String.join(", ", known) + " below it");
      return;
    }
    for (Node.Entry each : entries.entries()) {
      if (known.contains(each.key())) {
        taker.accept(each);
      } else {
        Keys.notOneOf(each, known, where, layer.log());
      }
    }
  }

  ReachWeights build() {
    List<Integer> all =
        ReachWeights.NAMES.stream().map(name -> weights.getOrDefault(name, 0)).toList();
    int next = 0;
    return new ReachWeights(
        all.get(next++),
        all.get(next++),
        all.get(next++),
        all.get(next++),
        all.get(next++),
        all.get(next++),
        all.get(next++),
        all.get(next));
  }
}
