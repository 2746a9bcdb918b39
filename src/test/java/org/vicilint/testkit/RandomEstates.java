package org.vicilint.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Call;
import org.vicilint.model.Characters;
import org.vicilint.model.Declaration;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.Kind;
import org.vicilint.model.Secret;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.UserGroup;
import org.vicilint.takeover.Takeover;

/** Small estates in which much can be taken over: levels, groups and grants that meet often. */
public final class RandomEstates {
  private static final List<String> LISTS =
      List.of(
          " ALL_FUNCTIONS ",
          " update_user ",
          " copy_user ",
          " copy_user update_user ",
          " version ");
  private static final List<List<String>> HOLDERS =
      List.of(List.of("crm"), List.of("erp"), List.of("crm", "erp"));
  private static final List<String> VIEWS =
      List.of(" ---ALL--- ", " G1 ", " G2 ", " G1 G2 ", " G2 G3 ", " G3 ", " G4 ", " G1 G4 ", "");

  private RandomEstates() {}

  /** Estates, each from one number. */
  public static Arbitrary<Estate> estates() {
    return Arbitraries.longs().map(seed -> of(new Random(seed)));
  }

  /** The evaluator of the estate that was asked about last: only its groups count. */
  private static AccessEvaluator last;

  /** The evaluator of an estate. */
  public static AccessEvaluator access(Estate estate) {
    if (last == null || last.groups() != estate.groups()) {
      last = Runs.access(estate);
    }
    return last;
  }

  /** Who can become whom in an estate. */
  public static Takeover takeover(Estate estate) {
    return new Takeover(
        estate,
        access(estate),
        account ->
            account.declaration().kind() == null ? Kind.PERSON : account.declaration().kind());
  }

  /** An estate, always the same from the same numbers. */
  public static Estate of(Random random) {
    List<UserGroup> groups = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      groups.add(new UserGroup("G" + i, "", pick(random, VIEWS), "", SourceLocation.of("groups")));
    }
    List<Account> accounts = new ArrayList<>();
    int size = 2 + random.nextInt(6);
    for (int i = 0; i < size; i++) {
      accounts.add(account("user" + i, random));
    }
    return Estate.of(accounts, new Groups(groups));
  }

  private static Account account(String name, Random random) {
    String user = random.nextInt(15) == 0 ? name + ".x" : name;
    AccountBuilder account = Account.builder(user);
    account.column("user_level", pick(random, List.of("1", "7", "8", "8", "9")));
    account.column("user_group", pick(random, List.of("G1", "G2", "G3", "G4", "NONE", "")));
    account.column("active", random.nextInt(5) == 0 ? "N" : "Y");
    account.column("modify_users", random.nextInt(3) == 0 ? "0" : "1");
    account.column("vdc_agent_api_access", random.nextInt(4) == 0 ? "0" : "1");
    account.column("modify_same_user_level", random.nextBoolean() ? "0" : "1");
    account.column("api_allowed_functions", pick(random, LISTS));
    account.secret(
        switch (random.nextInt(8)) {
          case 0 -> secret(1, Characters.ALPHANUMERIC);
          case 1 -> secret(2, Characters.ALPHANUMERIC);
          case 2 -> secret(3, Characters.of("p@ss"));
          default -> Secret.UNKNOWN;
        });
    List<String> usedBy = random.nextInt(6) == 0 ? pick(random, HOLDERS) : List.of();
    List<Call> calls =
        random.nextInt(3) > 0
            ? null
            : List.of(Call.of(pick(random, List.of("update_user", "version", "add_lead"))));
    Kind kind = random.nextBoolean() ? Kind.SERVICE : Kind.PERSON;
    return account.declaration(new Declaration(true, kind, null, null, usedBy, calls)).build();
  }

  private static Secret secret(long fingerprint, Characters characters) {
    return new Secret(true, false, fingerprint, 2, characters, false, false, null);
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
