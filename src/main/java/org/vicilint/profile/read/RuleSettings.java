package org.vicilint.profile.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.vicilint.document.Keys;
import org.vicilint.document.Node;
import org.vicilint.document.Values;
import org.vicilint.finding.Severity;
import org.vicilint.input.definition.WaiverReader;
import org.vicilint.model.Mention;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.Suggestions;
import org.vicilint.profile.Origin;
import org.vicilint.profile.Setting;

/** Settings of a chain of profiles for rules; each layer overrides those before it. */
final class RuleSettings {
  private static final int MOST_DAYS = 36_500;
  private static final List<String> WORDS =
      List.of("on", "off", "critical", "high", "medium", "low", "info");

  private final SortedMap<String, Origin> origins;
  private final List<Mention> mentions;
  private final Map<String, Setting> settings = new HashMap<>();
  private final Map<String, Integer> days = new HashMap<>();
  private Set<String> privilegedGroups = Set.of();

  private ProfileLayer layer;
  private Values values;

  RuleSettings(SortedMap<String, Origin> origins, List<Mention> mentions) {
    this.origins = origins;
    this.mentions = mentions;
  }

  Map<String, Setting> settings() {
    return Map.copyOf(settings);
  }

  /** The parameter {@code days} of a rule that takes it. */
  int days(String rule) {
    return days.getOrDefault(rule, 0);
  }

  Set<String> privilegedGroups() {
    return privilegedGroups;
  }

  /** Whether a rule is switched off; null when it is not, else where. */
  SourceLocation off(String rule) {
    return get(rule).on() ? null : origins.get(key(rule)).place();
  }

  /** Lays the entries of a profile's {@code rules} over what stands. */
  void apply(Node.Entry rules, ProfileLayer from) {
    layer = from;
    values = new Values(from.log());
    if (!(rules.value() instanceof Node.Entries entries)) {
      values.problem(
          rules.value(),
          "rules takes a mapping",
          "write a rule, a colon, and on, off or a severity");
      return;
    }
    entries.entries().forEach(this::rule);
  }

  private void rule(Node.Entry entry) {
    if (!WaiverReader.RULE.matcher(entry.key()).matches()) {
      layer
          .log()
          .add(
              entry.line(),
              entry.column(),
              "this is not the id of a rule",
              "write one, for example not-api-only");
      return;
    }
    mentions.add(new Mention(entry.key(), layer.place(entry.line(), entry.column())));
    if (entry.value() instanceof Node.Entries several) {
      several(entry.key(), several);
    } else {
      single(entry);
    }
  }

  private void single(Node.Entry entry) {
    String word = values.word(entry);
    if (word == null) {
      return;
    }
    Optional<Boolean> on = Values.flag(word);
    Optional<Severity> severity = Severity.of(word);
    if (on.isPresent()) {
      set(entry.key(), new Setting(on.get(), get(entry.key()).severity()), entry.value());
    } else if (severity.isPresent()) {
      set(entry.key(), new Setting(true, severity.get()), entry.value());
    } else {
      values.problem(
          entry.value(),
          "this is neither on, off nor a severity",
          Suggestions.closest(word, WORDS)
              .map(meant -> "did you mean " + meant + "?")
              .orElse("write on, off, critical, high, medium, low or info"));
    }
  }

  private void several(String rule, Node.Entries entries) {
    if (entries.complete() && entries.entries().isEmpty()) {
      values.problem(entries, "this decides nothing", "write on, off or a severity");
    }
    // On or off first: the other keys have no effect on a rule that is off.
    entries.entries().stream().filter(e -> e.key().equals("on")).forEach(e -> on(rule, e));
    for (Node.Entry entry : entries.entries()) {
      if (!entry.key().equals("on") && known(rule, entry) && effective(rule, entry, entries)) {
        switch (entry.key()) {
          case "severity" -> severity(rule, entry);
          case "days" -> days(rule, entry);
          default -> groups(rule, entry);
        }
      }
    }
  }

  private boolean known(String rule, Node.Entry entry) {
    List<String> takers = ProfileKeys.PARAMETERS.getOrDefault(entry.key(), List.of());
    if (ProfileKeys.OF_RULE.contains(entry.key()) || takers.contains(rule)) {
      return true;
    }
    if (!takers.isEmpty()) {
      layer
          .log()
          .add(
              entry.line(),
              entry.column(),
              entry.key() + " has no effect on " + rule,
              "remove it, or move it to " + String.join(" or ", takers));
    } else {
      List<String> known = new ArrayList<>(ProfileKeys.OF_RULE);
      ProfileKeys.PARAMETERS.forEach(
          (key, of) -> known.addAll(of.contains(rule) ? List.of(key) : List.of()));
      Keys.notOneOf(entry, known, rule, layer.log());
    }
    return false;
  }

  private boolean effective(String rule, Node.Entry entry, Node.Entries beside) {
    SourceLocation off = off(rule);
    if (off == null) {
      return true;
    }
    boolean here = beside.get("on") != null;
    layer
        .log()
        .add(
            entry.line(),
            entry.column(),
            entry.key() + " has no effect: " + rule + " is off" + (here ? "" : " since " + off),
            here ? "remove it, or switch the rule on" : "write on: true beside it, or remove it");
    return false;
  }

  private void on(String rule, Node.Entry entry) {
    Boolean on = values.flag(entry);
    if (on != null) {
      set(rule, new Setting(on, get(rule).severity()), entry.value());
    }
  }

  private void severity(String rule, Node.Entry entry) {
    Severity severity = severity(entry);
    if (severity != null) {
      set(rule, new Setting(true, severity), entry.value());
    }
  }

  private void days(String rule, Node.Entry entry) {
    Integer number = values.number(entry, 1, MOST_DAYS);
    if (number != null) {
      days.put(rule, number);
      origin(key(rule) + "." + entry.key(), number.toString(), entry.value());
    }
  }

  private void groups(String rule, Node.Entry entry) {
    List<String> groups = values.texts(entry);
    if (groups != null) {
      privilegedGroups = new LinkedHashSet<>(groups);
      origin(key(rule) + "." + entry.key(), groups.toString(), entry.value());
    }
  }

  private Setting get(String rule) {
    return settings.getOrDefault(rule, Setting.PLAIN);
  }

  private void set(String rule, Setting setting, Node at) {
    settings.put(rule, setting);
    String severity = setting.severity() == null ? "on" : setting.severity().word();
    origin(key(rule), setting.on() ? severity : "off", at);
  }

  private void origin(String key, String value, Node at) {
    origins.put(key, new Origin(value, layer.name(), layer.place(at.line(), at.column())));
  }

  private static String key(String rule) {
    return "rules." + rule;
  }

  private Severity severity(Node.Entry entry) {
    String word = values.word(entry);
    if (word == null) {
      return null;
    }
    Optional<Severity> severity = Severity.of(word);
    if (severity.isEmpty()) {
      values.problem(
          entry.value(),
          entry.key() + " is not a severity",
          "write critical, high, medium, low or info");
    }
    return severity.orElse(null);
  }
}
