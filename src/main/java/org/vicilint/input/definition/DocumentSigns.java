package org.vicilint.input.definition;

import java.util.List;
import java.util.Set;
import org.vicilint.document.Node;

/**
 * Whether a document of YAML or JSON shows a sign of accounts, groups, phones or a manifest: what
 * these have, or what nearly is that. Words that every other program has as well are no sign alone.
 */
public final class DocumentSigns {
  private static final String USER = "user";
  private static final String ACCOUNT = "account";
  private static final String FUNCTIONS = "functions";

  /** Keys that, beside a user, show an account. */
  private static final Set<String> BESIDE_USER =
      Set.of(
          "pass",
          "pass_hash",
          "full_name",
          "user_group",
          "phone_login",
          "phone_pass",
          "functions",
          "purpose",
          "used_by");

  /** Names that people give to a list of accounts. */
  private static final List<String> LISTS = List.of("accounts", "users");

  private final Set<String> columns;

  /**
   * @param columns the words of the text that are names of columns, or slips of them
   */
  public DocumentSigns(Set<String> columns) {
    this.columns = columns;
  }

  public boolean in(Node document) {
    if (document instanceof Node.Items list) {
      return list.items().stream()
          .anyMatch(
              item -> account(item, item instanceof Node.Entries e && e.entries().size() == 1));
    }
    return document instanceof Node.Entries top
        && (account(top, false)
            || top.entries().stream().anyMatch(entry -> list(entry, top))
            || manifest(top));
  }

  /** Whether the words of a text that does not parse are a sign. */
  public static boolean in(Set<String> words) {
    boolean user = words.contains(USER);
    return words.contains("accounts")
        || (user && words.stream().anyMatch(word -> !word.equals(USER) && listOfAccounts(word)))
        || (user && words.stream().anyMatch(BESIDE_USER::contains))
        || (words.contains(ACCOUNT) && words.contains(FUNCTIONS))
        || (words.contains("groups") && words.contains("user_group"))
        || (!words.isEmpty() && DefinitionKeys.TOP.containsAll(words));
  }

  /** Whether one of these words may be a key of something that {@link #in(Node)} knows. */
  public static boolean mayBe(Set<String> words) {
    return words.stream()
        .anyMatch(
            word ->
                listOfGroups(word)
                    || SignWords.nearly(word, "phones")
                    || SignWords.nearly(word, USER)
                    || listOfAccounts(word)
                    || SignWords.nearly(word, ACCOUNT)
                    || SignWords.nearly(word, FUNCTIONS));
  }

  /** Whether a list of this name is, or nearly is, one of accounts. */
  static boolean listOfAccounts(String key) {
    return LISTS.stream().anyMatch(name -> SignWords.nearly(key, name));
  }

  private boolean list(Node.Entry entry, Node.Entries top) {
    boolean alone = top.entries().stream().allMatch(e -> DefinitionKeys.TOP.contains(e.key()));
    if (!(entry.value() instanceof Node.Items list)) {
      // Words for people have these keys, too; so has what a chart leaves empty.
      boolean nothing = entry.value() instanceof Node.Entries map && map.entries().isEmpty();
      boolean word = entry.value() instanceof Node.Scalar && !Node.isNull(entry.value());
      return alone && !nothing && !word;
    }
    boolean words = list.items().stream().allMatch(item -> item instanceof Node.Scalar);
    if (alone && words) {
      return !entry.key().equals("groups") || list.items().isEmpty();
    }
    if (alone && entry.key().equals("accounts")) {
      return true;
    }
    boolean accounts = listOfAccounts(entry.key());
    boolean groups = listOfGroups(entry.key());
    boolean phones = SignWords.nearly(entry.key(), "phones");
    return list.items().stream()
        .anyMatch(
            item -> account(item, accounts) || (groups && group(item)) || (phones && phone(item)));
  }

  private static boolean listOfGroups(String key) {
    return SignWords.nearly(key, "groups") || SignWords.nearly(key, "user_groups");
  }

  /**
   * Whether this is an account, or nearly one.
   *
   * @param enough whether a user alone shows it, as in a list that is named after accounts
   */
  boolean account(Node node, boolean enough) {
    if (!(node instanceof Node.Entries item)) {
      return false;
    }
    boolean user = item.get(USER) instanceof Node.Scalar && !Node.isNull(item.get(USER));
    boolean beside = item.entries().stream().anyMatch(e -> BESIDE_USER.contains(e.key()));
    return (user && (enough || beside))
        || item.entries().stream().anyMatch(e -> columns.contains(e.key()));
  }

  private boolean group(Node item) {
    return item instanceof Node.Entries group
        && group.entries().stream()
            .anyMatch(e -> SignWords.nearly(e.key(), "user_group") || columns.contains(e.key()));
  }

  private static boolean phone(Node item) {
    return item instanceof Node.Entries phone
        && (phone.get("login") instanceof Node.Scalar
            || phone.get("alias_id") instanceof Node.Scalar);
  }

  /**
   * Whether the document is a manifest, or nearly one: it names an account beside little that
   * manifests do not say, or a list of functions beside its own name or an account.
   */
  static boolean manifest(Node.Entries top) {
    long known =
        top.entries().stream().filter(e -> IntegrationReader.KEYS.contains(e.key())).count();
    boolean account = false;
    boolean calls = false;
    for (Node.Entry entry : top.entries()) {
      boolean meant =
          SignWords.nearly(entry.key(), ACCOUNT) && !DefinitionKeys.TOP.contains(entry.key());
      account |= meant && entry.value() instanceof Node.Scalar;
      calls |= SignWords.nearly(entry.key(), FUNCTIONS) && entry.value() instanceof Node.Items;
    }
    boolean named = top.get("name") instanceof Node.Scalar;
    boolean most = known > 1 && known * 2 >= top.entries().size();
    return (account && (calls || most)) || (named && calls);
  }
}
