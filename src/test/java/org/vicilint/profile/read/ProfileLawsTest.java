package org.vicilint.profile.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.vicilint.model.Mention;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.Waiver;
import org.vicilint.profile.Origin;
import org.vicilint.profile.Profile;

@Tag("slow")
final class ProfileLawsTest {
  private static final String WAIVER_KEYS =
      "rule: not-api-only|account: [crm, 'a*']|function: add_user|flag: modify_users|reason: r|"
          + "owner: o|expires: 2027-01-31";

  private static Path folder;

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("vicilint");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    Files.deleteIfExists(folder.resolve("p.yaml"));
    Files.delete(folder);
  }

  private static Profile read(byte[] bytes, List<Problem> problems) {
    try {
      Path file = Files.write(folder.resolve("p.yaml"), bytes);
      return new ProfileReader(problems).read(file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Profile read(String text) {
    List<Problem> problems = new ArrayList<>();
    Profile profile = read(text.getBytes(StandardCharsets.UTF_8), problems);
    assertThat(problems).isEmpty();
    return profile;
  }

  /** A profile with its keys, and those of its mappings, in this order. */
  private static String profile(Random order) {
    String rules =
        flow(
            "a: off|b: high|c: {on: on, severity: low}|stale-account: {days: 3, severity: info}",
            order);
    String waiver = flow(WAIVER_KEYS, order);
    String other = flow(WAIVER_KEYS.replace("not-api-only", "b"), order);
    List<String> keys =
        new ArrayList<>(
            List.of(
                "name: acme",
                "extends: strict",
                "fail_on: never",
                "build: 250720-1841",
                "agent_build: 250122-1010",
                "rules: " + rules,
                "service_accounts: ['*_api']",
                "person_accounts: p",
                "system_accounts: []",
                "waivers_need_expiry: true",
                "waivers: [" + waiver + ", " + other + "]"));
    if (order != null) {
      Collections.shuffle(keys, order);
    }
    return String.join("\n", keys) + "\n";
  }

  private static String flow(String entries, Random order) {
    List<String> each = Arrays.asList(entries.split("\\|"));
    if (order != null) {
      Collections.shuffle(each, order);
    }
    return "{" + String.join(", ", each) + "}";
  }

  /** Everything about a profile but where it stands. */
  private static List<Object> described(Profile p) {
    SourceLocation nowhere = SourceLocation.of("");
    Map<String, Origin> origins =
        p.origins().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> new Origin(e.getValue().value(), e.getValue().profile(), nowhere)));
    return Arrays.asList(
        p.name(),
        p.failOn(),
        p.build(),
        p.agentBuild(),
        p.rules(),
        p.serviceAccounts(),
        p.personAccounts(),
        p.systemAccounts(),
        p.staleDays(),
        p.unusedDays(),
        p.privilegedGroups(),
        p.waiversNeedExpiry(),
        p.waivers().stream()
            .map(
                w ->
                    new Waiver(
                        w.rule(),
                        w.accounts(),
                        w.functions(),
                        w.flags(),
                        w.reason(),
                        w.owner(),
                        w.expires(),
                        nowhere))
            .toList(),
        p.ownRules(),
        p.mentions().stream().map(Mention::rule).sorted().toList(),
        origins);
  }

  @Property(tries = 200)
  void theOrderOfKeysChangesNothing(@ForAll Random random) {
    assertThat(described(read(profile(random)))).isEqualTo(described(read(profile(null))));
  }

  @Property(tries = 1000)
  void arbitraryBytesEndInAProblem(@ForAll byte[] bytes) {
    assertEnds(bytes, true);
  }

  @Property(tries = 4000)
  void damagedProfilesEndInAProfileAndPerhapsProblems(@ForAll Random random) {
    byte[] bytes = profile(null).getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(8); i >= 0; i--) {
      // Mostly characters that mean something in YAML.
      String special = "\"'{}[],:\t\n\r\\-#&*!|>%@?~ \u0000ax0\u00ff";
      bytes[random.nextInt(bytes.length)] = (byte) special.charAt(random.nextInt(special.length()));
    }
    assertEnds(bytes, false);
  }

  private static void assertEnds(byte[] bytes, boolean problem) {
    List<Problem> problems = new ArrayList<>();
    Profile profile = read(bytes, problems);

    assertThat(profile.staleDays()).isPositive();
    assertThat(profile.unusedDays()).isPositive();
    assertThat(profile.origins()).containsKeys("name", "fail_on");
    assertThat(profile.waivers())
        .allSatisfy(w -> assertThat(w.accounts()).isNotEmpty())
        .allSatisfy(w -> assertThat(w.expires() != null || !profile.waiversNeedExpiry()).isTrue());
    assertThat(problems).isSorted();
    assertThat(problems)
        .allSatisfy(p -> assertThat(p.place().source()).isEqualTo(folder + "/p.yaml"));
    if (problem) {
      assertThat(problems).isNotEmpty();
    }
  }
}
