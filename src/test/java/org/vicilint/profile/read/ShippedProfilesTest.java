package org.vicilint.profile.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.finding.Severity;
import org.vicilint.model.Problem;
import org.vicilint.profile.Profile;
import org.vicilint.profile.Setting;

final class ShippedProfilesTest {
  /** Without these a profile would not be whole; the builds are known to the catalog alone. */
  private static final Set<String> ALWAYS =
      Set.of(
          "name",
          "fail_on",
          "service_accounts",
          "person_accounts",
          "system_accounts",
          "waivers_need_expiry",
          "integrations.forbidden_functions",
          "integrations.forbidden_categories",
          "integrations.forbidden_effects",
          "integrations.highest_level",
          "integrations.takeover",
          "reach.weights.read",
          "reach.weights.write",
          "reach.weights.control",
          "reach.weights.delete",
          "reach.weights.logins",
          "reach.weights.lists",
          "reach.weights.accounts",
          "reach.weights.level",
          "rules.stale-account.days",
          "rules.unused-function.days",
          "rules.can-become-others.privileged_groups");

  private static Profile read(String name) {
    List<Problem> problems = new ArrayList<>();
    Profile profile = new ProfileReader(problems).read(name);
    assertThat(problems).isEmpty();
    return profile;
  }

  @Test
  void areTheFilesInTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("policies"))) {
      Set<String> names =
          files.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
      assertThat(names)
          .as("policies/ holds the profiles of ProfileSources.SHIPPED, and their schema")
          .containsExactly(
              "ci.yaml", "default.yaml", "legacy.yaml", "profile.schema.json", "strict.yaml");
    }
    assertThat(ProfileSources.SHIPPED).containsExactly("ci", "default", "legacy", "strict");
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "strict", "legacy", "ci"})
  void areNamedLikeTheirFilesAndSayWhy(String name) throws IOException {
    String text = Files.readString(Path.of("policies", name + ".yaml"));

    assertThat(read(name).name()).isEqualTo(name);
    assertThat(text).startsWith("# ").isASCII();
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(text.split("\n\n(?!.*extends)"))
        .as("every block of a profile begins with a comment that says why")
        .allSatisfy(
            block -> assertThat(block.replaceFirst("^rules:\n", "").strip()).startsWith("#"));
  }

  @Test
  void everyValueThatOthersRestOnStandsInDefault() {
    Profile profile = read("default");

    assertThat(profile.origins().keySet()).containsAll(ALWAYS);
    assertThat(profile.failOn()).isEqualTo(Severity.MEDIUM);
    assertThat(profile.systemAccounts()).containsExactly("VDAD", "VDCL");
    assertThat(profile.rules()).containsOnlyKeys("ip-unrestricted");
    assertThat(profile.setting("ip-unrestricted").on()).isFalse();
    assertThat(profile.staleDays()).isEqualTo(90);
    assertThat(profile.waiversNeedExpiry()).isTrue();
    assertThat(profile.waivers()).isEmpty();
  }

  @Test
  void strictSwitchesNothingOff() {
    Profile profile = read("strict");

    assertThat(profile.failOn()).isEqualTo(Severity.LOW);
    assertThat(profile.staleDays()).isEqualTo(45);
    assertThat(profile.rules().values()).allMatch(Setting::on);
    assertThat(profile.setting("ip-unrestricted").on()).isTrue();
  }

  @Test
  void legacyRaisesNothing() {
    Profile profile = read("legacy");

    assertThat(profile.failOn()).isEqualTo(Severity.HIGH);
    assertThat(profile.rules().values())
        .allMatch(s -> !s.on() || !s.severity().atLeast(Severity.HIGH));
    assertThat(profile.rules())
        .as("what takes something over stays as it is")
        .doesNotContainKeys(
            "can-become-others",
            "scope-escape",
            "default-password",
            "shared-password",
            "all-functions-grant",
            "level-above-need",
            "unneeded-flag");
  }

  @Test
  void ciAsksOfADefinitionWhatOnlyADefinitionCanSay() {
    Profile profile = read("ci");

    assertThat(profile.failOn()).isEqualTo(Severity.MEDIUM);
    for (String rule : List.of("no-owner", "no-purpose", "undeclared-functions")) {
      assertThat(profile.setting(rule).severity()).isEqualTo(Severity.MEDIUM);
    }
    assertThat(profile.setting("password-in-definition").severity()).isEqualTo(Severity.CRITICAL);
    assertThat(profile.setting("stale-account").on()).isFalse();
  }
}
