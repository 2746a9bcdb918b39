package org.vicilint.rules.custom;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vicilint.access.Need;
import org.vicilint.model.Account;
import org.vicilint.model.Flag;
import org.vicilint.model.UserGroup;

/** The names that a rule may use. */
final class Vocabulary {
  /** The variables that belong to the account's group. */
  static final Set<String> OF_GROUP = Set.of("admin_viewable_groups", "allowed_campaigns");

  /** The key of a definition that declares the account's need. */
  static final String NEED = "functions";

  /** The functions. */
  static final List<String> FUNCTIONS = List.of("can", "days_since");

  private static final Set<String> COLUMNS =
      Set.of(
          "active",
          "api_allowed_functions",
          "failed_login_count",
          "full_name",
          "last_login_date",
          "modify_leads",
          "user",
          "user_group",
          "user_level");

  private static final Map<String, Variable> ALL = all();

  private Vocabulary() {}

  /** Returns every variable, by name. */
  static Map<String, Variable> variables() {
    return ALL;
  }

  /** Whether the name is a column of accounts. */
  static boolean isColumn(String name) {
    return COLUMNS.contains(name) || Flag.of(name).isPresent();
  }

  private static Map<String, Variable> all() {
    Map<String, Variable> all = new TreeMap<>();
    for (Flag flag : Flag.values()) {
      column(all, flag.column(), Variable.Type.BOOL, f -> f.account().has(flag));
    }
    column(all, "active", Variable.Type.BOOL, f -> f.account().active());
    for (String number : List.of("failed_login_count", "modify_leads", "user_level")) {
      column(all, number, Variable.Type.INT, f -> Long.valueOf(f.account().value(number)));
    }
    for (String text :
        List.of("api_allowed_functions", "full_name", "last_login_date", "user", "user_group")) {
      column(all, text, Variable.Type.STRING, f -> f.account().value(text));
    }
    text(all, "kind", f -> f.audited().kind().word());
    text(all, "owner", f -> orEmpty(f.account().declaration().owner()));
    text(all, "purpose", f -> orEmpty(f.account().declaration().purpose()));
    text(all, "allowed_campaigns", f -> f.group().map(UserGroup::allowedCampaigns).orElse(""));
    text(
        all,
        "admin_viewable_groups",
        f -> f.group().map(UserGroup::adminViewableGroups).orElse(""));
    add(all, "today", Variable.Type.STRING, null, f -> f.estate().today().toString());
    add(all, "used_by", Variable.Type.LIST, "used_by", f -> declared(f.account()));
    add(all, "granted", Variable.Type.LIST, "api_allowed_functions", Facts::granted);
    add(all, "needed", Variable.Type.LIST, NEED, Facts::needed);
    add(
        all,
        "declared",
        Variable.Type.BOOL,
        NEED,
        f -> f.audited().need().source() == Need.Source.DECLARED);
    add(all, "definition", Variable.Type.BOOL, "user", f -> f.account().declaration().definition());
    add(all, "group_known", Variable.Type.BOOL, "user_group", f -> f.group().isPresent());
    return Collections.unmodifiableMap(all);
  }

  private static void column(
      Map<String, Variable> all, String name, Variable.Type type, Variable.Value value) {
    add(all, name, type, name, value);
  }

  private static void text(Map<String, Variable> all, String name, Variable.Value value) {
    add(all, name, Variable.Type.STRING, name, value);
  }

  private static void add(
      Map<String, Variable> all,
      String name,
      Variable.Type type,
      String column,
      Variable.Value value) {
    all.put(name, new Variable(name, type, column, value));
  }

  private static List<String> declared(Account account) {
    return account.declaration().usedBy();
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
