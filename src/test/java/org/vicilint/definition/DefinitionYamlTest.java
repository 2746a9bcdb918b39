package org.vicilint.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.vicilint.input.EstateReader;
import org.vicilint.input.InputFormat;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Call;
import org.vicilint.model.Change;
import org.vicilint.model.Declaration;
import org.vicilint.model.Estate;
import org.vicilint.model.Flag;
import org.vicilint.model.Kind;
import org.vicilint.model.Places;
import org.vicilint.model.SourceLocation;
import org.vicilint.source.Limits;
import org.vicilint.text.Printable;

/** Accounts as definitions. */
class DefinitionYamlTest {
  @Test
  void anAccountSaysWhatDiffersFromTheDefaultsAndWhatItDeclares() {
    Account account =
        Account.builder("lead_loader")
            .column("full_name", "Nightly lead loader")
            .column("user_level", "8")
            .column("user_group", "LOADER")
            .column("api_only_user", "1")
            .column("vdc_agent_api_access", "1")
            .column("modify_same_user_level", "0")
            .column("modify_leads", "1")
            .column("api_allowed_functions", " add_lead update_list ")
            .declaration(
                new Declaration(
                    true,
                    Kind.SERVICE,
                    "data-team@example.com",
                    "posts: the nightly lead file",
                    List.of("nightly-loader"),
                    List.of(Call.of("add_lead"), new Call("update_list", "delete_leads=Y"))))
            .build();
    assertThat(DefinitionYaml.of(account))
        .isEqualTo(
            """
            accounts:
              - user: lead_loader
                full_name: Nightly lead loader
                kind: service
                owner: data-team@example.com
                purpose: 'posts: the nightly lead file'
                used_by: [nightly-loader]
                functions: [add_lead, 'update_list:delete_leads=Y']
                user_level: 8
                user_group: LOADER
                api_only_user: 1
                vdc_agent_api_access: 1
                api_allowed_functions: [add_lead, update_list]
                modify_leads: 1
                modify_same_user_level: 0
            """);
  }

  @Test
  void textsThatYamlWouldTakeForSomethingElseAreQuoted() {
    assertThat(DefinitionYaml.of(Account.builder("1001").column("full_name", "010").build()))
        .contains("user: \"1001\"")
        .contains("full_name: \"010\"");
    assertThat(DefinitionYaml.of(Account.builder("no").column("user_group", "12:30").build()))
        .contains("user: \"no\"")
        .contains("user_group: \"12:30\"");
  }

  @Test
  void whatCannotBeSeenIsEscaped() {
    String yaml = DefinitionYaml.of(Account.builder("a\u202eb").column("full_name", "Ü").build());
    assertThat(yaml).contains("user: \"a\\u202eb\"").contains("full_name: \"\\xdc\"");
    assertThat(DefinitionYaml.of(Account.builder("Ünal").build())).contains("user: Ünal");
  }

  @Test
  void aDiffShowsTheLinesThatChange() {
    Places places = new Places(SourceLocation.of("a.yaml"));
    places.put("user_level", 3, 5);
    Account account = Account.builder("crm").column("user_level", "9").places(places).build();
    List<Change> changes =
        List.of(
            new Change("user_level", "9", "8"),
            new Change("api_allowed_functions", " ALL_FUNCTIONS ", " add_lead "),
            new Change("user_group", "", "(a group of its own)"));
    assertThat(DefinitionYaml.diff(account, changes))
        .isEqualTo(
            """
               - user: crm
            -    user_level: 9
            +    user_level: 8
            +    api_allowed_functions: [add_lead]
                 # user_group: (a group of its own)
            """);
  }

  @Property(tries = 1000)
  void whatIsWrittenIsReadBackAsTheSameAccount(@ForAll("accounts") Account account) {
    String yaml = DefinitionYaml.of(account);
    Estate read =
        new EstateReader(InputFormat.DEFINITIONS, Limits.DEFAULT)
            .read(List.of("-"), new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    assertThat(read.problems()).as(yaml).isEmpty();
    Account again = read.accounts().get(0);
    assertThat(again.with().places(account.places()).build()).as(yaml).isEqualTo(account);
    assertThat(yaml.codePoints()).allMatch(c -> c == '\n' || c == '\\' || Printable.visible(c));
  }

  @Provide
  Arbitrary<Account> accounts() {
    Arbitrary<String> text =
        Arbitraries.oneOf(
            Arbitraries.of(
                "null",
                "~",
                "yes",
                "010",
                "1:30",
                "- x",
                "# no",
                "a: b",
                "a #b",
                "'",
                "\"",
                "\\",
                "[",
                "{a}",
                " blank ",
                "x\ty",
                "two\nlines",
                "\u202e",
                "\ud83d\ude00",
                "Ünal",
                "&a",
                "*a",
                "!t",
                "|",
                ">",
                "%",
                "@",
                "`",
                "<<",
                "=",
                "a\u2028b",
                "\u0085"),
            Arbitraries.strings().ofMinLength(1).ofMaxLength(20).filter(DefinitionYamlTest::valid));
    Arbitrary<String> name = text.filter(s -> !s.isBlank() && s.length() <= 20);
    Arbitrary<String> list =
        Arbitraries.of(
            " ALL_FUNCTIONS ",
            "",
            " ",
            " add_lead ",
            "add_lead",
            " add_lead  update_lead ",
            " b a ",
            " add_lead,update_lead ",
            " add_lead add_lead ");
    Arbitrary<Set<Flag>> flags = Arbitraries.of(Flag.class).set().ofMaxSize(10);
    Arbitrary<Declaration> declaration =
        Combinators.combine(
                Arbitraries.of(Kind.values()).injectNull(0.3),
                name.injectNull(0.3),
                name.list().ofMaxSize(3),
                Arbitraries.of(
                        Call.of("add_lead"),
                        Call.of("version"),
                        new Call("update_user", "delete_user=Y"),
                        new Call("update_list", "custom_fields_copy"))
                    .list()
                    .ofMaxSize(4)
                    .injectNull(0.3))
            .as(
                (kind, said, usedBy, calls) ->
                    new Declaration(true, kind, said, said, usedBy, calls));
    return Combinators.combine(
            name,
            text,
            Arbitraries.integers().between(0, 9),
            name,
            list,
            flags,
            Arbitraries.integers().between(0, 6),
            declaration)
        .as(
            (user, fullName, level, group, functions, set, leads, declared) -> {
              AccountBuilder account = Account.builder(user);
              account.column("full_name", fullName);
              account.column("user_level", Integer.toString(level));
              account.column("user_group", group);
              account.column("api_allowed_functions", functions);
              account.column("modify_leads", Integer.toString(leads));
              account.column("active", level == 3 ? "N" : "Y");
              account.column("modify_same_user_level", "0");
              set.forEach(flag -> account.column(flag.column(), "1"));
              return account.declaration(declared).build();
            });
  }

  /** What a file in UTF-8 can hold, and the reader keeps as it is. */
  private static boolean valid(String text) {
    return text.codePoints()
        .allMatch(c -> c != 0 && c != 0xFEFF && Character.getType(c) != Character.SURROGATE);
  }
}
