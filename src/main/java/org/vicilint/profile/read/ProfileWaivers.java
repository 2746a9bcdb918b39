package org.vicilint.profile.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vicilint.document.Node;
import org.vicilint.document.Values;
import org.vicilint.input.definition.WaiverReader;
import org.vicilint.model.Mention;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.Waiver;
import org.vicilint.profile.Origin;
import org.vicilint.source.ProblemLog;

/** The waivers of a chain of profiles; each layer adds its own. */
final class ProfileWaivers {
  private final Map<Waiver, ProfileLayer> waivers = new LinkedHashMap<>();

  /**
   * Adds those of a layer.
   *
   * @param mentions takes the ids of rules
   * @param rules what the chain decides of rules, this layer included
   */
  void apply(Node.Entry entry, ProfileLayer layer, List<Mention> mentions, RuleSettings rules) {
    Values values = new Values(layer.log());
    if (!(entry.value() instanceof Node.Items list)) {
      values.problem(entry.value(), "waivers takes a list", "begin every waiver with a dash");
      return;
    }
    WaiverReader reader = new WaiverReader(layer.log(), mentions);
    for (Node item : list.items()) {
      Waiver waiver = reader.read(item);
      if (waiver == null) {
        continue;
      }
      SourceLocation off = rules.off(waiver.rule());
      if (off == null) {
        waivers.put(waiver, layer);
      } else {
        values.problem(
            item,
            "this waiver has no effect: " + waiver.rule() + " is off since " + off,
            "remove the waiver, or switch the rule on");
      }
    }
  }

  /** Drops waivers that never end, and says so. */
  void refuseEndless() {
    waivers
        .entrySet()
        .removeIf(
            each -> {
              Waiver waiver = each.getKey();
              if (waiver.expires() == null) {
                SourceLocation at = waiver.place();
                String hint = "write expires: and its last day, or waivers_need_expiry: false";
                ProblemLog log = each.getValue().log();
                log.add(at.line(), at.column(), "this waiver has no expires", hint);
              }
              return waiver.expires() == null;
            });
  }

  List<Waiver> all() {
    return List.copyOf(waivers.keySet());
  }

  /** Returns the origins of the waivers, under {@code waivers.1} and so on. */
  Map<String, Origin> origins() {
    Map<String, Origin> origins = new TreeMap<>();
    String digits = "%0" + Integer.toString(waivers.size()).length() + "d"; // they sort as texts
    waivers.forEach(
        (waiver, layer) -> {
          String key = "waivers." + String.format(Locale.ROOT, digits, origins.size() + 1);
          String value = waiver.rule() + " for " + String.join(" ", waiver.accounts());
          origins.put(key, new Origin(value, layer.name(), waiver.place()));
        });
    return origins;
  }
}
