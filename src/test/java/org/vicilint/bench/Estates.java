package org.vicilint.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vicilint.access.FunctionList;
import org.vicilint.catalog.Catalog;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Estate;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.Places;
import org.vicilint.model.SourceLocation;

/** Generated estates: mostly agents, some managers, and a twentieth of programs' accounts. */
public final class Estates {
  private static final long SEED = 20250720;

  private Estates() {}

  /** An estate of so many accounts, always the same one. */
  public static Estate of(int size, Catalog catalog) {
    Random random = new Random(SEED);
    List<String> names = catalog.names();
    List<Account> accounts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      AccountBuilder account =
          Account.builder("u%07d".formatted(i))
              .column("full_name", "Account " + i)
              .column("user_group", "GROUP" + i % 50)
              .places(new Places(new SourceLocation("generated.tsv", i + 2, 0)));
      if (i % 20 == 0) {
        service(account, names, random);
      } else if (i % 20 == 1) {
        account.column("user_level", "8").column("view_reports", "1").column("modify_users", "1");
      } else {
        account.column("phone_login", "80" + i);
      }
      accounts.add(account.build());
    }
    return Estate.of(accounts, Groups.UNKNOWN);
  }

  private static void service(AccountBuilder account, List<String> names, Random random) {
    account.column("user_level", Integer.toString(6 + random.nextInt(4)));
    account.column("vdc_agent_api_access", "1");
    account.column("modify_leads", Integer.toString(random.nextInt(7)));
    for (Flag flag : Flag.values()) {
      if (random.nextInt(4) == 0) {
        account.column(flag.column(), "1");
      }
    }
    if (random.nextInt(3) > 0) {
      List<String> granted = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        granted.add(names.get(random.nextInt(names.size())));
      }
      account.column("api_allowed_functions", FunctionList.of(granted));
    }
  }
}
