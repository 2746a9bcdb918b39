package org.vicilint.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Declaration;
import org.vicilint.model.Groups;
import org.vicilint.model.Integration;
import org.vicilint.model.Kind;

/** Adds the statements of manifests to accounts: their holders, and their purpose. */
final class IntegrationBinding {
  private IntegrationBinding() {}

  /** The accounts, each with what the integrations that hold it need. */
  static List<Account> by(List<Integration> integrations, List<Account> accounts) {
    if (integrations.isEmpty()) {
      return accounts;
    }
    Map<String, List<Integration>> byAccount = new HashMap<>();
    for (Integration each : integrations) {
      byAccount.computeIfAbsent(Groups.key(each.account()), key -> new ArrayList<>()).add(each);
    }
    return accounts.stream()
        .map(a -> held(a, byAccount.getOrDefault(Groups.key(a.user()), List.of())))
        .toList();
  }

  /**
   * Binds an account to its holders; the owner and purpose of its own definition take precedence.
   */
  private static Account held(Account account, List<Integration> holders) {
    if (holders.isEmpty()) {
      return account;
    }
    Declaration said = account.declaration();
    Set<String> usedBy = new LinkedHashSet<>(said.usedBy());
    Set<Call> calls = new LinkedHashSet<>(said.need().orElse(List.of()));
    String owner = said.owner();
    String purpose = said.purpose();
    for (Integration holder : holders) {
      usedBy.add(holder.name());
      calls.addAll(holder.calls());
      owner = owner == null ? holder.owner() : owner;
      purpose = purpose == null ? holder.purpose() : purpose;
    }
    return account
        .with()
        .declaration(
            new Declaration(
                said.definition(),
                said.kind() == null ? Kind.SERVICE : said.kind(),
                owner,
                purpose,
                List.copyOf(usedBy),
                List.copyOf(calls)))
        .build();
  }
}
