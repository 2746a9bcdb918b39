package org.vicilint.profile.read;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vicilint.input.definition.WaiverReader;
import org.vicilint.model.Suggestions;
import org.vicilint.profile.ReachWeights;

/** The keys of a profile. */
final class ProfileKeys {
  static final List<String> TOP =
      List.of(
          "name",
          "extends",
          "fail_on",
          "build",
          "agent_build",
          "rules",
          "service_accounts",
          "person_accounts",
          "system_accounts",
          "waivers_need_expiry",
          "waivers",
          "exclude",
          "baseline",
          "own_rules",
          "integrations",
          "reach");

  static final List<String> OF_INTEGRATIONS =
      List.of(
          "forbidden_functions",
          "forbidden_categories",
          "forbidden_effects",
          "highest_level",
          "takeover");

  static final List<String> OF_REACH = List.of("weights");

  /** Keys that apply to every rule. */
  static final List<String> OF_RULE = List.of("on", "severity");

  /** The parameters, each with the rules that take it. */
  static final Map<String, List<String>> PARAMETERS =
      Map.of(
          "days",
          List.of("stale-account", "unused-function"),
          "privileged_groups",
          List.of("can-become-others"));

  private ProfileKeys() {}

  /** Returns every word that may be a key anywhere in a profile, except the ids of rules. */
  static Set<String> all() {
    Set<String> all = new TreeSet<>(TOP);
    all.addAll(OF_RULE);
    all.addAll(PARAMETERS.keySet());
    all.addAll(WaiverReader.KEYS);
    all.addAll(OF_INTEGRATIONS);
    all.addAll(OF_REACH);
    all.addAll(ReachWeights.NAMES);
    return all;
  }

  /** Whether a key is one of a profile's, or a slip of one. */
  static boolean nearly(String key) {
    return Suggestions.closest(key, TOP).isPresent();
  }
}
