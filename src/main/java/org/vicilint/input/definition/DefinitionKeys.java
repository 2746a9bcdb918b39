package org.vicilint.input.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vicilint.input.table.Table;

/** The keys of a definition. */
public final class DefinitionKeys {
  public static final List<String> TOP = List.of("accounts", "groups", "phones");
  public static final Set<String> OF_DECLARATION =
      Set.of("kind", "owner", "purpose", "used_by", "functions");

  /** Keys of an account. */
  public static final List<String> OF_ACCOUNT = ofAccount();

  private DefinitionKeys() {}

  /** Returns every word that may be a key anywhere. */
  public static Set<String> all() {
    Set<String> all = new TreeSet<>(OF_ACCOUNT);
    all.addAll(Table.GROUPS.names());
    all.addAll(TOP);
    return all;
  }

  private static List<String> ofAccount() {
    List<String> all = new ArrayList<>(Table.USERS.names());
    all.addAll(OF_DECLARATION);
    return List.copyOf(all);
  }
}
