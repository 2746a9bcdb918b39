package org.vicilint.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Call;
import org.vicilint.model.Declaration;
import org.vicilint.model.Flag;
import org.vicilint.model.Kind;

/**
 * Accounts for the laws of runs: of every kind, declared or not, with lists well and ill formed.
 */
public final class RandomAccounts {
  private RandomAccounts() {}

  /** Functions that ask for a login. */
  public static Arbitrary<String> names() {
    return Arbitraries.of(
        Runs.CATALOG.names().stream().filter(name -> !name.equals("version")).toList());
  }

  /** A few accounts with different names. */
  public static Arbitrary<List<Account>> estates() {
    return accounts()
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(
            accounts -> {
              List<Account> named = new ArrayList<>();
              for (int i = 0; i < accounts.size(); i++) {
                named.add(renamed(accounts.get(i), "user" + i));
              }
              return named;
            });
  }

  /** One account. */
  public static Arbitrary<Account> accounts() {
    Arbitrary<Set<String>> some = names().set().ofMinSize(1).ofMaxSize(6);
    return Combinators.combine(
            Arbitraries.integers().between(1, 9),
            Arbitraries.integers().between(0, 6),
            Arbitraries.of(Flag.class).set().ofMaxSize(12),
            some,
            some.injectNull(0.5),
            Arbitraries.of(" %s ", "%s", " ALL_FUNCTIONS %s", "%s,x"),
            Arbitraries.of(Kind.values()).injectNull(0.5))
        .as(
            (level, leads, flags, granted, needed, form, kind) -> {
              AccountBuilder account = Account.builder("service");
              account.column("user_level", Integer.toString(level));
              account.column("modify_leads", Integer.toString(leads));
              flags.forEach(flag -> account.column(flag.column(), "1"));
              String list = String.join(" ", new TreeSet<>(granted));
              account.column("api_allowed_functions", form.formatted(list));
              List<Call> calls =
                  needed == null ? null : new TreeSet<>(needed).stream().map(Call::of).toList();
              account.declaration(new Declaration(true, kind, null, null, List.of(), calls));
              return account.build();
            });
  }

  private static Account renamed(Account account, String user) {
    AccountBuilder renamed = Account.builder(user);
    for (Flag flag : Flag.values()) {
      renamed.column(flag.column(), account.value(flag.column()));
    }
    for (String column : List.of("user_level", "modify_leads", "api_allowed_functions")) {
      renamed.column(column, account.value(column));
    }
    return renamed.declaration(account.declaration()).build();
  }
}
