package org.vicilint.profile.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.finding.Severity;
import org.vicilint.model.Mention;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.Waiver;
import org.vicilint.profile.Origin;
import org.vicilint.profile.Profile;
import org.vicilint.profile.Setting;

final class ProfileReaderTest {
  private static final String WAIVER =
      "{rule: not-api-only, account: a, reason: r, owner: o, expires: 2027-01-31}";

  @TempDir private Path folder;
  private final List<Problem> problems = new ArrayList<>();

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Profile read(String text) throws IOException {
    return new ProfileReader(problems).read(file("p.yaml", text));
  }

  private Profile good(String text) throws IOException {
    Profile profile = read(text);
    assertThat(problems).isEmpty();
    return profile;
  }

  /** {@code line:column reason} of each problem, without the file. */
  private List<String> problems(String text) throws IOException {
    read(text);
    return said();
  }

  private List<String> said() {
    String prefix = folder + "/";
    return problems.stream()
        .map(p -> (p.place() + " " + p.reason()).replace(prefix, "").replace("p.yaml:", ""))
        .toList();
  }

  @Test
  void readsEveryKey() throws IOException {
    Files.createDirectory(folder.resolve("org-rules"));
    Profile profile =
        good(
            """
            name: acme
            extends: strict
            fail_on: high
            build: 250720-1841
            agent_build: 250122-1010
            rules:
              ip-unrestricted: off
              no-owner: on
              no-purpose: low
              stale-account: {severity: low, days: 60}
              can-become-others: {privileged_groups: [ADMIN]}
            service_accounts: ["*_api", "svc-*"]
            person_accounts: p*
            system_accounts: []
            waivers_need_expiry: false
            waivers:
              - rule: not-api-only
                account: "crm_*"
                function: add_user
                flag: [modify_users, delete_users]
                reason: screen pops need it
                owner: ops@example.com
                expires: 2027-01-31
              - {rule: no-purpose, account: [a, b], reason: r, owner: o}
            own_rules: org-rules
            """);
    String file = folder + "/p.yaml";

    assertThat(profile.name()).isEqualTo("acme");
    assertThat(profile.failOn()).isEqualTo(Severity.HIGH);
    assertThat(profile.build()).isEqualTo("250720-1841");
    assertThat(profile.agentBuild()).isEqualTo("250122-1010");
    assertThat(profile.setting("ip-unrestricted").on()).isFalse();
    assertThat(profile.setting("no-owner")).isEqualTo(new Setting(true, Severity.MEDIUM));
    assertThat(profile.setting("no-purpose")).isEqualTo(new Setting(true, Severity.LOW));
    assertThat(profile.setting("stale-account")).isEqualTo(new Setting(true, Severity.LOW));
    assertThat(profile.setting("can-become-others")).isEqualTo(Setting.PLAIN);
    assertThat(profile.staleDays()).isEqualTo(60);
    assertThat(profile.privilegedGroups()).isEqualTo(Set.of("ADMIN"));
    assertThat(profile.serviceAccounts()).containsExactly("*_api", "svc-*");
    assertThat(profile.personAccounts()).containsExactly("p*");
    assertThat(profile.systemAccounts()).isEmpty();
    assertThat(profile.waiversNeedExpiry()).isFalse();
    assertThat(profile.ownRules()).containsExactly(folder + "/org-rules");
    assertThat(profile.waivers())
        .containsExactly(
            new Waiver(
                "not-api-only",
                List.of("crm_*"),
                List.of("add_user"),
                List.of("modify_users", "delete_users"),
                "screen pops need it",
                "ops@example.com",
                LocalDate.of(2027, 1, 31),
                new SourceLocation(file, 17, 5)),
            new Waiver(
                "no-purpose",
                List.of("a", "b"),
                List.of(),
                List.of(),
                "r",
                "o",
                null,
                new SourceLocation(file, 24, 5)));
    assertThat(profile.mentions())
        .contains(
            new Mention("no-owner", new SourceLocation(file, 8, 3)),
            new Mention("not-api-only", new SourceLocation(file, 17, 11)),
            new Mention("no-purpose", new SourceLocation(file, 24, 12)));
  }

  @Test
  void saysWhereEachValueComesFrom() throws IOException {
    file("base.yaml", "name: base\nextends: strict\nbuild: 250720-1841\nfail_on: never\n");
    Profile profile =
        good("extends: base.yaml\nrules: {no-owner: off}\nwaivers:\n  - " + WAIVER + "\n");
    String file = folder + "/p.yaml";
    String base = folder + "/base.yaml";

    assertThat(profile.origins())
        .containsEntry("name", new Origin(file, file, SourceLocation.of(file)))
        .containsEntry("build", new Origin("250720-1841", "base", new SourceLocation(base, 3, 8)))
        .containsEntry("fail_on", new Origin("never", "base", new SourceLocation(base, 4, 10)))
        .containsEntry("rules.no-owner", new Origin("off", file, new SourceLocation(file, 2, 19)))
        .containsEntry(
            "waivers.1", new Origin("not-api-only for a", file, new SourceLocation(file, 4, 5)))
        .hasEntrySatisfying(
            "rules.stale-account.days",
            origin -> {
              assertThat(origin.value()).isEqualTo("45");
              assertThat(origin.profile()).isEqualTo("strict");
              assertThat(origin.place().source()).isEqualTo("policies/strict.yaml");
            })
        .hasEntrySatisfying(
            "system_accounts", origin -> assertThat(origin.value()).isEqualTo("[VDAD, VDCL]"));
  }

  @Test
  void whatExtendsNothingExtendsDefault() throws IOException {
    Profile profile = good("fail_on: low\n");

    assertThat(profile.staleDays()).isEqualTo(90);
    assertThat(profile.systemAccounts()).containsExactly("VDAD", "VDCL");
    assertThat(profile.setting("ip-unrestricted").on()).isFalse();
    assertThat(profile.name()).isEqualTo(folder + "/p.yaml");
  }

  @Test
  void laysRulesOverThoseOfTheParentKeyByKey() throws IOException {
    file("base.yaml", "rules: {r: high, s: off, t: {on: no}, stale-account: {days: 7}}\n");
    Profile profile =
        good(
            "extends: base.yaml\n"
                + "rules: {r: on, s: low, t: {on: yes, severity: info}, stale-account: critical}\n");

    assertThat(profile.setting("r")).isEqualTo(new Setting(true, Severity.HIGH));
    assertThat(profile.setting("s")).isEqualTo(new Setting(true, Severity.LOW));
    assertThat(profile.setting("t")).isEqualTo(new Setting(true, Severity.INFO));
    assertThat(profile.setting("stale-account")).isEqualTo(new Setting(true, Severity.CRITICAL));
    assertThat(profile.staleDays()).isEqualTo(7);
  }

  @Test
  void addsWaiversToThoseOfTheParentAndReplacesOtherLists() throws IOException {
    file("base.yaml", "waivers: [" + WAIVER + "]\nservice_accounts: [a, b]\n");
    Profile profile =
        good("extends: base.yaml\nservice_accounts: [c]\nwaivers:\n- " + WAIVER + "\n");

    assertThat(profile.waivers())
        .extracting(waiver -> waiver.place().source())
        .containsExactly(folder + "/base.yaml", folder + "/p.yaml");
    assertThat(profile.serviceAccounts()).containsExactly("c");
  }

  @Test
  void resolvesPathsAgainstTheProfileThatNamesThem() throws IOException {
    Files.createDirectories(folder.resolve("a/rules"));
    file("a/base.yaml", "name: base\nextends: ../other.yaml\nown_rules: [rules]\n");
    file("other.yaml", "fail_on: info\n");
    Profile profile = good("extends: a/base.yaml\n");

    assertThat(profile.failOn()).isEqualTo(Severity.INFO);
    assertThat(profile.ownRules()).containsExactly(folder + "/a/rules");
  }

  @ParameterizedTest
  @CsvSource({
    "on,true",
    "Yes,true",
    "TRUE,true",
    "1,true",
    "y,true",
    "off,false",
    "no,false",
    "0,false"
  })
  void readsYesAndNoLikeDefinitionsDo(String word, boolean on) throws IOException {
    Profile profile = good("rules: {r: {on: " + word + "}}\nwaivers_need_expiry: " + word + "\n");

    assertThat(profile.setting("r").on()).isEqualTo(on);
    assertThat(profile.waiversNeedExpiry()).isEqualTo(on);
    assertThat(good("rules: {r: '" + word + "'}").setting("r").on()).isEqualTo(on);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fail_om: high | 1:1 fail_om is not a key of a profile | did you mean fail_on?",
        "rules: {r: {serverity: low}} | 1:13 serverity is not a key of r | did you mean severity?",
        "rules: {r: {days: 3}} | 1:13 days has no effect on r"
            + " | remove it, or move it to stale-account or unused-function",
        "rules: {stale-account: {day: 3}} | 1:25 day is not a key of stale-account"
            + " | did you mean days?",
        "rules: {r: hihg} | 1:12 this is neither on, off nor a severity | did you mean high?",
        "rules: {r: {severity: 3}} | 1:23 severity is not a severity"
            + " | write critical, high, medium, low or info",
        "rules: {r: {on: maybe}} | 1:17 on is neither true nor false | write true or false",
        "rules: {stale-account: {days: 0}} | 1:31 days is not a number from 1 to 36500"
            + " | write a whole number, without a unit",
        "build: 2025-07-20 | 1:8 build is not a build"
            + " | write it as function=version prints it, for example 250720-1841",
        "extends: strikt | 1:10 there is no such profile | did you mean strict?",
        "fail_on: hihg | 1:10 fail_on is not a severity"
            + " | write critical, high, medium, low, info or never",
      })
  void saysWhatWasMeant(String text, String said, String hint) throws IOException {
    assertThat(problems(text)).containsExactly(said);
    Problem problem = problems.get(0);
    assertThat(problem.hint()).isEqualTo(hint);
    assertThat(problem.excerpt()).isEqualTo(text);
    assertThat(problem.caret()).isEqualTo(problem.place().column() - 1);
  }

  /** Profiles, and all that is said of them. */
  static List<List<String>> wrong() {
    return List.of(
        List.of("extends:\n", "1:9 extends has no value"),
        List.of("extends: ''\n", "1:10 extends has no value"),
        List.of("extends: [strict]\n", "1:10 extends takes a single value"),
        List.of("extends: none.yaml\n", "1:10 there is no such profile"),
        List.of("extends: .\n", "1:10 this is not a file that can be read"),
        List.of("name: {a: b}\n", "1:7 name takes a single value"),
        List.of("fail_on:\n", "1:9 fail_on has no value"),
        List.of("build: 250720\n", "1:8 build is not a build"),
        List.of("agent_build: x\n", "1:14 agent_build is not a build"),
        List.of("rules: [a]\n", "1:8 rules takes a mapping"),
        List.of("rules: {a: {}}\n", "1:12 this decides nothing"),
        List.of("rules: {a: }\n", "1:11 a has no value"),
        List.of("rules: {a: [on]}\n", "1:12 a takes a single value"),
        List.of("rules: {'a b': on}\n", "1:9 this is not the id of a rule"),
        List.of(
            "rules: {a: on, a: off}\n", "1:16 a stands here a second time; the first one holds"),
        List.of(
            "rules: {a: {on: false, severity: low}}\n", "1:24 severity has no effect: a is off"),
        List.of(
            "rules: {stale-account: {days: 3, on: off}}\n",
            "1:25 days has no effect: stale-account is off"),
        List.of(
            "rules: {ip-unrestricted: {severity: low}}\n",
            "1:27 severity has no effect: ip-unrestricted is off since policies/default.yaml:17:20"),
        List.of(
            "rules: {stale-account: {days: 40000}}\n", "1:31 days is not a number from 1 to 36500"),
        List.of(
            "rules: {stale-account: {days: 1.5}}\n", "1:31 days is not a number from 1 to 36500"),
        List.of(
            "rules: {can-become-others: {privileged_groups: [a, '']}}\n",
            "1:52 this is not a name for privileged_groups"),
        List.of("service_accounts: {a: b}\n", "1:19 service_accounts takes a single value"),
        List.of("system_accounts: [[a]]\n", "1:19 this is not a name for system_accounts"),
        List.of(
            "waivers_need_expiry: perhaps\n", "1:22 waivers_need_expiry is neither true nor false"),
        List.of("waivers: all\n", "1:10 waivers takes a list"),
        List.of("waivers: [all]\n", "1:11 this is not a waiver"),
        List.of(
            "waivers: [{expires: 2027-01-31}]\n",
            "1:11 this waiver has no account",
            "1:11 this waiver has no owner",
            "1:11 this waiver has no reason",
            "1:11 this waiver has no rule"),
        List.of(
            "waivers: [{rule: a, account: b, reason: ' ', owner: o, expires: 2027-01-31}]\n",
            "1:41 reason has no value"),
        List.of(
            "waivers: [{rule: a b, account: [], reason: r, owner: o, expires: 2027-02-29}]\n",
            "1:18 this is not the id of a rule",
            "1:32 account has no value",
            "1:66 expires is not a date"),
        List.of(
            "waivers: [{rule: a, account: b, reason: r, owner: o}]\n",
            "1:11 this waiver has no expires"),
        List.of(
            "waivers: [{rule: a, account: b, reason: r, owner: o, expires: 31.1.2027, until: x}]\n",
            "1:63 expires is not a date",
            "1:74 until is not a key of a waiver"),
        List.of(
            "waivers: [{rule: a, account: b, reason: r, owner: o, expires: 2999-01-31,"
                + " flag: modify_user, function: a-b}]\n",
            "1:81 this is not the name of a column",
            "1:104 this is not the name of a function"),
        List.of(
            "rules: {not-api-only: off}\nwaivers:\n  - " + WAIVER + "\n",
            "3:5 this waiver has no effect: not-api-only is off since FOLDER/1:23"),
        List.of(
            "waivers:\n  - {rule: ip-unrestricted, account: a, reason: r, owner: o,"
                + " expires: 2027-01-31}\n",
            "2:5 this waiver has no effect: ip-unrestricted is off since"
                + " policies/default.yaml:17:20"),
        List.of("own_rules: [none]\n", "1:12 own_rules names no folder"),
        List.of("accounts: []\n", "1:1 this is not a profile: none of its keys is here"),
        List.of("name: a\naccounts: []\n", "2:1 accounts is not a key of a profile"),
        List.of("just text\n", "1:1 this is not a profile: none of its keys is here"),
        List.of("# nothing\n", " this is not a profile: none of its keys is here"),
        List.of("", " the file is empty"),
        List.of("name: a\n---\nname: b\n", "3:1 a profile is one document"),
        List.of("name: a: b\n", "1:8 a colon stands where none can be"),
        List.of(
            "name: &a b\nextends: !x y\nbuild: *b\n",
            "2:10 extends has no value",
            "2:10 this tag is not read",
            "3:8 an alias names nothing above it",
            "3:8 build has no value"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void saysWhatIsWrong(List<String> textAndProblems) throws IOException {
    List<String> said = problems(textAndProblems.get(0));

    assertThat(said)
        .containsExactlyElementsOf(
            textAndProblems.subList(1, textAndProblems.size()).stream()
                .map(s -> s.startsWith(" ") ? "p.yaml" + s : s.replace("FOLDER/", ""))
                .toList());
    assertThat(problems).allSatisfy(p -> assertThat(p.hint()).isNotBlank());
  }

  @Test
  void goesOnWithWhatCouldBeRead() throws IOException {
    Profile profile =
        read(
            """
            fail_on: low
            bild: 1
            rules:
              a: off
              b: maybe
            waivers:
              - {rule: a}
              - %s
            own_rules: "open
            """
                .formatted(WAIVER));

    assertThat(said())
        .containsExactly(
            "2:1 bild is not a key of a profile",
            "5:6 this is neither on, off nor a severity",
            "7:5 this waiver has no account",
            "7:5 this waiver has no owner",
            "7:5 this waiver has no reason",
            "9:12 a quoted text is not closed");
    assertThat(profile.failOn()).isEqualTo(Severity.LOW);
    assertThat(profile.setting("a").on()).isFalse();
    assertThat(profile.waivers()).hasSize(1);
    assertThat(profile.mentions()).extracting(Mention::rule).contains("a", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere.yaml", "strikt", "", "a\0b", "."})
  void whatCannotBeReadIsTheDefaultProfile(String reference) {
    Profile profile = new ProfileReader(problems).read(reference);

    assertThat(problems).singleElement().satisfies(p -> assertThat(p.place().line()).isZero());
    assertThat(profile).isEqualTo(new ProfileReader(new ArrayList<>()).read("default"));
  }

  @Test
  void findsCircles() throws IOException {
    file("a.yaml", "extends: b.yaml\n");
    file("b.yaml", "extends: ./a.yaml\nfail_on: high\n");
    Profile profile = new ProfileReader(problems).read(folder + "/a.yaml");

    assertThat(said()).containsExactly("b.yaml:1:10 profiles extend one another in a circle");
    assertThat(profile.failOn()).isEqualTo(Severity.HIGH);
    assertThat(profile.staleDays()).isEqualTo(90);
    assertThat(problems("extends: p.yaml\n"))
        .contains("1:10 profiles extend one another in a circle");
  }

  @Test
  void followsLongChains() throws IOException {
    for (int i = 0; i < 200; i++) {
      file(i + ".yaml", i == 199 ? "extends: strict\n" : "extends: " + (i + 1) + ".yaml\n");
    }

    assertThat(new ProfileReader(problems).read(folder + "/0.yaml").staleDays()).isEqualTo(45);
    assertThat(problems).isEmpty();
  }

  @Test
  void showsLinesAlsoWhereRulesAreNamedAfterPasswords() throws IOException {
    assertThat(problems("rules:\n  shared-password: hihg\n  on: {severity: \"z}\n")).hasSize(2);
    assertThat(problems)
        .extracting(Problem::excerpt)
        .containsExactly("  shared-password: hihg", "  on: {severity: \"z}");
    problems.clear();
    assertThat(problems("rules: {default-password: hihg, password-in-definition: 7}\n")).hasSize(2);
    assertThat(problems).allSatisfy(p -> assertThat(p.excerpt()).isNotNull());
    problems.clear();
    problems("rules: {x: hihg}\npass: S3cretWord\n");
    assertThat(problems).hasSize(2).allSatisfy(p -> assertThat(p.excerpt()).isNull());
  }

  @ParameterizedTest
  @MethodSource("org.vicilint.input.NoSecretInProblemsTest#broken")
  void showsNoSecretOfAFileThatIsNone(String text) throws IOException {
    read(text);
    read("name: x\n" + text);

    assertThat(problems).isNotEmpty();
    assertThat(problems.toString()).doesNotContain("S3cret");
  }

  @Test
  void isFoundInTheFolderAndAbove() throws IOException {
    Files.createDirectories(folder.resolve("a/b"));
    file("a/b/accounts.yaml", "accounts: []\n");
    String top = file("vicilint.yaml", "name: top\n");

    assertThat(ProfileReader.find(folder + "/a/b/accounts.yaml")).contains(top);
    assertThat(ProfileReader.find(folder + "/a/b")).contains(top);
    assertThat(ProfileReader.find(folder + "/a/none/none.yaml")).contains(top);
    assertThat(ProfileReader.find(folder.toString())).contains(top);
    String nearer = file("a/vicilint.yaml", "name: nearer\n");
    assertThat(ProfileReader.find(folder + "/a/b/../b/accounts.yaml")).contains(nearer);
    assertThat(ProfileReader.find("a\0b")).isEmpty();
    assertThat(ProfileReader.find("-")).isEqualTo(ProfileReader.find("."));
  }

  @Test
  void isFoundAlsoWhenItCannotBeReadSoThatThatIsSaid() throws IOException {
    Files.createSymbolicLink(folder.resolve("vicilint.yaml"), folder.resolve("gone"));
    String found = ProfileReader.find(folder.toString()).orElseThrow();
    new ProfileReader(problems).read(found);

    assertThat(said()).containsExactly("vicilint.yaml this is not a file that can be read");
  }
}
