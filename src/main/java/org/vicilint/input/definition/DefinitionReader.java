package org.vicilint.input.definition;

import java.util.List;
import java.util.Set;
import org.vicilint.document.Keys;
import org.vicilint.document.Node;
import org.vicilint.document.Words;
import org.vicilint.input.table.AccountDraft;
import org.vicilint.input.table.Column;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Secrets;
import org.vicilint.input.table.Table;
import org.vicilint.model.Integration;
import org.vicilint.model.Places;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.Suggestions;
import org.vicilint.model.UserGroup;
import org.vicilint.source.ProblemLog;

/** Makes accounts and groups of a definition's nodes, whether they come from YAML or JSON. */
public final class DefinitionReader {
  /** Number of keys among which a known one is looked for. */
  private static final int FEW = 100;

  private final ParsedInput harvest;
  private final Secrets secrets;
  private final ProblemLog log;

  public DefinitionReader(ParsedInput harvest, Secrets secrets, ProblemLog log) {
    this.harvest = harvest;
    this.secrets = secrets;
    this.log = log;
  }

  /** Reads a document. */
  public void read(Node document) {
    if (Node.isNull(document)) {
      return;
    }
    if (document instanceof Node.Entries manifest
        && manifest.complete()
        && IntegrationReader.takes(manifest)) {
      Integration read = new IntegrationReader(log).read(manifest);
      if (read != null) {
        harvest.integrations().add(read);
      }
      return;
    }
    if (!(document instanceof Node.Entries top)
        || (top.complete() && DefinitionKeys.TOP.stream().allMatch(key -> top.get(key) == null))) {
      log.secretSeen(); // nobody knows what this is
      Node.Entry meant = meant(document);
      log.add(
          meant == null ? document.line() : meant.line(),
          meant == null ? document.column() : meant.column(),
          "this is not a definition: neither accounts nor groups are in it",
          meant == null ? hint(document) : "did you mean " + known(meant) + "?");
      return;
    }
    for (Node.Entry entry : top.entries()) {
      switch (entry.key()) {
        case "accounts", "groups", "phones" -> list(entry);
        default -> Keys.unknown(entry, DefinitionKeys.TOP, "a definition", log);
      }
    }
  }

  /** The key that was meant to be another one; null when there is none. */
  private static Node.Entry meant(Node document) {
    return document instanceof Node.Entries top
        ? top.entries().stream().limit(FEW).filter(e -> known(e) != null).findFirst().orElse(null)
        : null;
  }

  /** The key that one is a slip of; null when nothing is like it. */
  private static String known(Node.Entry entry) {
    if (entry.value() instanceof Node.Items) {
      return DocumentSigns.listOfAccounts(entry.key())
          ? "accounts"
          : Suggestions.closest(entry.key(), DefinitionKeys.TOP).orElse(null);
    }
    boolean slip = !IntegrationReader.KEYS.contains(entry.key());
    return slip && SignWords.nearly(entry.key(), "account") ? "account" : null;
  }

  private static String hint(Node document) {
    DocumentSigns signs = new DocumentSigns(SignWords.COLUMNS);
    if (signs.account(document, true)) {
      return "put this under accounts:, with a dash before its first key";
    }
    boolean list =
        document instanceof Node.Items items
            && items.items().stream().limit(FEW).anyMatch(item -> signs.account(item, true));
    return list
        ? "put this list under accounts:"
        : "begin with accounts: and a list; an export needs its line of column names, or --columns";
  }

  private void list(Node.Entry entry) {
    if (Node.isNull(entry.value())) {
      return;
    }
    if (!(entry.value() instanceof Node.Items list)) {
      log.secretSeen();
      problem(entry.value(), entry.key() + " takes a list", "begin every item with a dash");
      return;
    }
    harvest
        .tables()
        .add(
            switch (entry.key()) {
              case "groups" -> Table.GROUPS;
              case "phones" -> Table.PHONES;
              default -> Table.USERS;
            });
    list.items().forEach(item -> item(entry.key(), item));
  }

  /** Reads an item of one of the two lists. */
  void item(String key, Node item) {
    if (key.equals("phones")) {
      phone(item);
    } else if (!(item instanceof Node.Entries entries)) {
      log.secretSeen();
      problem(item, "this is not a mapping of keys and values", "write user: and a name");
    } else if (entries.complete()) {
      if (key.equals("accounts")) {
        account(entries);
      } else {
        group(entries);
      }
    }
  }

  /** A phone is its login; an alias stands for several phones. Nothing else of them matters. */
  private void phone(Node item) {
    Node login = item;
    Node alias = null;
    if (item instanceof Node.Entries entries) {
      log.secretSeen(); // a row of phones has passwords, too
      login = entries.get("login");
      alias = entries.get("alias_id");
    }
    if (login == null && alias instanceof Node.Scalar s && !s.isNull() && !s.text().isBlank()) {
      harvest.aliases().add(s.text());
    } else if (login instanceof Node.Scalar s && !s.isNull() && !s.text().isBlank()) {
      harvest.logins().add(s.text());
    } else {
      problem(item, "this is not a phone", "write its login, or alias_id: and the alias");
    }
  }

  private void account(Node.Entries entries) {
    String user = name(entries, Table.USERS.column("user"));
    if (user == null) {
      return;
    }
    AccountDraft draft =
        new AccountDraft(
            user,
            new Places(new SourceLocation(log.source(), entries.line(), entries.column())),
            log);
    DeclarationReader declaration = new DeclarationReader(log);
    for (Node.Entry entry : entries.entries()) {
      Column column = Table.USERS.column(entry.key());
      if (column != null) {
        value(draft, column, entry);
      } else if (DefinitionKeys.OF_DECLARATION.contains(entry.key())) {
        if (declaration.take(entry)) {
          draft.note(entry.key().intern(), entry.value().line(), entry.value().column());
        }
      } else {
        Keys.unknown(entry, DefinitionKeys.OF_ACCOUNT, "an account", log);
      }
    }
    harvest.accounts().add(draft.build(secrets, declaration.done()));
  }

  private void value(AccountDraft draft, Column column, Node.Entry entry) {
    if (column.secret()) {
      log.secretSeen();
    }
    Node node = entry.value();
    if (Node.isNull(node) || column.name().equals("phone_pass")) {
      return; // the default holds; nothing is ever read of phone_pass
    }
    String text = text(column.name(), node, column.name().equals("api_allowed_functions"));
    if (text != null && !column.name().equals("user")) {
      draft.set(column, text, node.line(), node.column());
      draft.note(column.name(), node.line(), node.column());
    } else if (text != null) {
      draft.note(column.name(), node.line(), node.column());
    }
  }

  private void group(Node.Entries entries) {
    String name = name(entries, Table.GROUPS.column("user_group"));
    if (name == null) {
      return;
    }
    String campaigns = "";
    String viewable = "";
    String addresses = "";
    String adminAddresses = "";
    for (Node.Entry entry : entries.entries()) {
      Column column = Table.GROUPS.column(entry.key());
      Node node = entry.value();
      if (column == null) {
        Keys.unknown(entry, Table.GROUPS.names(), "a group", log);
      } else if (!Node.isNull(node) && !column.name().equals("user_group")) {
        String text =
            text(column.name(), node, !column.name().endsWith("_ip_list") && column.slot() > 0);
        String value =
            text == null
                ? null
                : AccountDraft.checked(column, text, node.line(), node.column(), log);
        switch (column.name()) {
          case "allowed_campaigns" -> campaigns = campaigns(node, value);
          case "admin_viewable_groups" -> viewable = value == null ? "" : value;
          case "api_ip_list" -> addresses = value == null ? "" : value;
          case "admin_ip_list" -> adminAddresses = value == null ? "" : value;
          default -> {} // checked, but not kept
        }
      }
    }
    SourceLocation place = new SourceLocation(log.source(), entries.line(), entries.column());
    harvest
        .groups()
        .add(new UserGroup(name, campaigns, viewable, addresses, adminAddresses, place, Set.of()));
  }

  /** VICIdial ends its list of campaigns with a dash. */
  private static String campaigns(Node node, String value) {
    if (node instanceof Node.Items) {
      return (value.isEmpty() ? " " : value) + "-";
    }
    return value == null ? "" : value;
  }

  /** The name of an account or group; null, and a problem, when there is none. */
  private String name(Node.Entries entries, Column column) {
    Node node = entries.get(column.name());
    if (node instanceof Node.Scalar s && !s.isNull() && !s.text().isBlank()) {
      return AccountDraft.checked(column, s.text(), s.line(), s.column(), log);
    }
    log.secretSeen(); // its other keys are not looked at
    problem(
        node == null ? entries : node,
        "this has no " + column.name(),
        "write " + column.name() + ": and the name");
    return null;
  }

  /** The text of a value; a list is written as VICIdial does, with blanks all around. */
  private String text(String column, Node node, boolean listAllowed) {
    if (node instanceof Node.Scalar s) {
      return s.text();
    }
    if (listAllowed && node instanceof Node.Items list) {
      List<String> words = Words.of(list, column, log);
      return words.isEmpty() ? "" : " " + String.join(" ", words) + " ";
    }
    problem(
        node,
        column + (listAllowed ? " takes a list or a text" : " takes a single value"),
        "write " + column + ": and the value");
    return null;
  }

  private void problem(Node node, String reason, String hint) {
    log.add(node.line(), node.column(), reason, hint);
  }
}
