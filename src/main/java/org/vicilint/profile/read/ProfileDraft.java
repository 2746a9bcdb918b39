package org.vicilint.profile.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vicilint.document.Keys;
import org.vicilint.document.Node;
import org.vicilint.document.Values;
import org.vicilint.finding.Severity;
import org.vicilint.input.definition.DefinitionKeys;
import org.vicilint.model.Build;
import org.vicilint.model.Mention;
import org.vicilint.profile.Origin;
import org.vicilint.profile.Profile;

/** A profile while its chain is read, from the first ancestor on. */
final class ProfileDraft {
  private static final String NEVER = "never";

  private final SortedMap<String, Origin> origins = new TreeMap<>();
  private final List<Mention> mentions = new ArrayList<>();
  private final RuleSettings rules = new RuleSettings(origins, mentions);
  private final Map<String, List<String>> lists = new HashMap<>();
  private final TermSettings terms = new TermSettings(origins);
  private final WeightSettings weights = new WeightSettings(origins);
  private final ProfileWaivers waivers = new ProfileWaivers();
  private final FileSettings files = new FileSettings(origins);
  private final Path roof;
  private Severity failOn;
  private String build;
  private String agentBuild;
  private boolean waiversNeedExpiry;

  private ProfileLayer layer;
  private Values values;

  /**
   * @param roof the real folder that no file may be outside of; null for no limit
   */
  ProfileDraft(Path roof) {
    this.roof = roof;
  }

  /** Lays a profile over what stands. */
  void apply(ProfileLayer next) {
    if (next.top() == null) {
      return;
    }
    layer = next;
    origins.remove("name"); // the one thing that is not inherited
    values = new Values(next.log());
    Node.Entry decided = next.entry("rules");
    if (decided != null) {
      rules.apply(decided, next); // before waivers, which look at what is switched off
    }
    next.top().entries().forEach(this::take);
  }

  private void take(Node.Entry entry) {
    switch (entry.key()) {
      case "extends", "rules" -> {} // read before
      case "name" -> name(entry);
      case "fail_on" -> failOn(entry);
      case "build" -> build = build(entry, build);
      case "agent_build" -> agentBuild = build(entry, agentBuild);
      case "service_accounts", "person_accounts", "system_accounts" -> list(entry);
      case "waivers_need_expiry" -> waiversNeedExpiry(entry);
      case "waivers" -> waivers.apply(entry, layer, mentions, rules);
      case "exclude" -> files.exclude(entry, layer, values);
      case "baseline" -> files.baseline(entry, layer, values, roof);
      case "own_rules" -> ownRules(entry);
      case "integrations" -> terms.apply(entry, layer);
      case "reach" -> weights.apply(entry, layer);
      default -> {
        if (DefinitionKeys.TOP.contains(entry.key())) {
          layer.log().secretSeen(); // accounts have passwords
        }
        Keys.notOneOf(entry, ProfileKeys.TOP, "a profile", layer.log());
      }
    }
  }

  private void name(Node.Entry entry) {
    String name = values.text(entry);
    if (name != null) {
      origin("name", name, entry.value());
    }
  }

  private void failOn(Node.Entry entry) {
    String word = values.word(entry);
    if (word == null) {
      return;
    }
    Severity severity = Severity.of(word).orElse(null);
    if (severity == null && !word.equals(NEVER)) {
      values.problem(
          entry.value(),
          "fail_on is not a severity",
          "write critical, high, medium, low, info or never");
      return;
    }
    failOn = severity;
    origin("fail_on", word, entry.value());
  }

  private String build(Node.Entry entry, String before) {
    String text = values.text(entry);
    if (text == null) {
      return before;
    }
    if (Build.parse(text).isEmpty()) {
      values.problem(
          entry.value(),
          entry.key() + " is not a build",
          "write it as function=version prints it, for example 250720-1841");
      return before;
    }
    origin(entry.key(), text, entry.value());
    return text;
  }

  private void list(Node.Entry entry) {
    List<String> texts = values.texts(entry);
    if (texts != null) {
      lists.put(entry.key(), texts);
      origin(entry.key(), texts.toString(), entry.value());
    }
  }

  private void waiversNeedExpiry(Node.Entry entry) {
    Boolean flag = values.flag(entry);
    if (flag != null) {
      waiversNeedExpiry = flag;
      origin(entry.key(), flag.toString(), entry.value());
    }
  }

  /** The folders, as seen from where vicilint runs. */
  private void ownRules(Node.Entry entry) {
    List<String> texts = values.texts(entry);
    if (texts == null) {
      return;
    }
    List<String> folders = new ArrayList<>();
    for (String text : texts) {
      Path folder = beside(text);
      if (folder != null && leaves(text, folder)) {
        values.problem(entry.value(), ProfileSources.LEAVES, ProfileSources.ASK);
      } else if (folder != null && Files.isDirectory(folder)) {
        folders.add(folder.toString());
      } else {
        values.problem(
            entry.value(),
            "own_rules names no folder",
            "write folders with rules, relative to this profile");
      }
    }
    lists.put(entry.key(), folders);
    origin(entry.key(), folders.toString(), entry.value());
  }

  /** Whether the folder, or a file in it that is a link, is outside that of the profile. */
  private boolean leaves(String text, Path folder) {
    if (roof == null || ProfileSources.leaves(text, folder, roof)) {
      return roof != null;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> ProfileSources.leaves("", file, roof));
    } catch (IOException e) {
      return false; // no folder, or none that can be read, which is reported
    }
  }

  private Path beside(String text) {
    try {
      Path profile = layer.source().path();
      return profile == null ? null : profile.resolveSibling(text);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private void origin(String key, String value, Node at) {
    origins.put(key, new Origin(value, layer.name(), layer.place(at.line(), at.column())));
  }

  /** The profile, after the last layer was applied. */
  Profile build(ProfileLayer last, List<String> readFrom) {
    if (waiversNeedExpiry) {
      waivers.refuseEndless();
    }
    origins.putAll(waivers.origins());
    origins.computeIfAbsent("name", k -> new Origin(last.name(), last.name(), last.place(0, 0)));
    return new Profile(
        last.name(),
        failOn,
        build,
        agentBuild,
        rules.settings(),
        lists.getOrDefault("service_accounts", List.of()),
        lists.getOrDefault("person_accounts", List.of()),
        lists.getOrDefault("system_accounts", List.of()),
        rules.days("stale-account"),
        rules.days("unused-function"),
        rules.privilegedGroups(),
        waiversNeedExpiry,
        waivers.all(),
        terms.build(),
        weights.build(),
        files.exclude(),
        files.baseline(),
        lists.getOrDefault("own_rules", List.of()),
        List.copyOf(mentions),
        origins,
        List.copyOf(readFrom));
  }
}
