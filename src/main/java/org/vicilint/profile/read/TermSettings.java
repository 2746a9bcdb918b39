package org.vicilint.profile.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.vicilint.document.Keys;
import org.vicilint.document.Node;
import org.vicilint.document.Values;
import org.vicilint.model.Suggestions;
import org.vicilint.profile.IntegrationPolicy;
import org.vicilint.profile.Origin;

/** Limits of a chain of profiles for integrations; each layer overrides those before it. */
final class TermSettings {
  private static final String KEY = "integrations";
  private static final int HIGHEST = 9;
  private static final List<String> EFFECTS = List.of("read", "write", "control", "delete");

  private final SortedMap<String, Origin> origins;
  private final Map<String, List<String>> lists = new HashMap<>();
  private int highestLevel = HIGHEST;
  private boolean takeover = true;

  private ProfileLayer layer;
  private Values values;

  TermSettings(SortedMap<String, Origin> origins) {
    this.origins = origins;
  }

  /** Lays the entries of a profile's {@code integrations} over what stands. */
  void apply(Node.Entry entry, ProfileLayer from) {
    layer = from;
    values = new Values(from.log());
    if (entry.value() instanceof Node.Entries entries) {
      entries.entries().forEach(this::take);
    } else {
      values.problem(
          entry.value(),
          KEY + " takes a mapping",
          "write one of " + String.join(", ", ProfileKeys.OF_INTEGRATIONS) + " below it");
    }
  }

  private void take(Node.Entry entry) {
    switch (entry.key()) {
      case "forbidden_functions", "forbidden_categories" -> list(entry, values.texts(entry));
      case "forbidden_effects" -> list(entry, effects(entry));
      case "highest_level" -> {
        Integer level = values.number(entry, 0, HIGHEST);
        if (level != null) {
          highestLevel = level;
          origin(entry, level.toString());
        }
      }
      case "takeover" -> {
        Boolean on = values.flag(entry);
        if (on != null) {
          takeover = on;
          origin(entry, on ? "on" : "off");
        }
      }
      default -> Keys.notOneOf(entry, ProfileKeys.OF_INTEGRATIONS, KEY, layer.log());
    }
  }

  private List<String> effects(Node.Entry entry) {
    List<String> words = values.texts(entry);
    if (words == null) {
      return null;
    }
    for (String word : words) {
      if (!EFFECTS.contains(word)) {
        values.problem(
            entry.value(),
            "forbidden_effects holds something that is no effect",
            Suggestions.closest(word, EFFECTS)
                .map(meant -> "did you mean " + meant + "?")
                .orElse("write some of " + String.join(", ", EFFECTS)));
        return null;
      }
    }
    return words;
  }

  private void list(Node.Entry entry, List<String> texts) {
    if (texts != null) {
      lists.put(entry.key(), texts);
      origin(entry, texts.toString());
    }
  }

  private void origin(Node.Entry entry, String value) {
    Node at = entry.value();
    origins.put(
        KEY + "." + entry.key(),
        new Origin(value, layer.name(), layer.place(at.line(), at.column())));
  }

  IntegrationPolicy build() {
    return new IntegrationPolicy(
        lists.getOrDefault("forbidden_functions", List.of()),
        lists.getOrDefault("forbidden_categories", List.of()),
        lists.getOrDefault("forbidden_effects", List.of()),
        highestLevel,
        takeover);
  }
}
