package org.vicilint.input.definition;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.vicilint.document.Keys;
import org.vicilint.document.Node;
import org.vicilint.document.Values;
import org.vicilint.input.table.AccountDraft;
import org.vicilint.input.table.Table;
import org.vicilint.model.Build;
import org.vicilint.model.Integration;
import org.vicilint.model.Places;
import org.vicilint.model.SourceLocation;
import org.vicilint.source.ProblemLog;

/** Reads a manifest: what one integration is, and what it calls with which account. */
public final class IntegrationReader {
  /** Keys of a manifest. */
  public static final List<String> KEYS =
      List.of(
          "name",
          "owner",
          "contact",
          "purpose",
          "account",
          "user_group",
          "functions",
          "from",
          "builds",
          "review");

  /** Keys that a manifest needs: without them it says nothing that could be judged. */
  private static final List<String> NEEDED = List.of("name", "account", "functions");

  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";

  /** IPv4 and IPv6, alone or as a network. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          BYTE
              + "(?:\\."
              + BYTE
              + "){3}(?:/(?:3[0-2]|[12]?[0-9]))?"
              + "|(?=[^/]*:[^/]*:)[0-9A-Fa-f:.]{2,45}(?:/[0-9]{1,3})?");

  private final ProblemLog log;
  private final Values values;
  private final DeclarationReader declaration;
  private String name;
  private String contact;
  private String account;
  private String userGroup;
  private List<String> from = List.of();
  private List<String> builds = List.of();
  private LocalDate review;

  IntegrationReader(ProblemLog log) {
    this.log = log;
    this.values = new Values(log);
    this.declaration = new DeclarationReader(log);
  }

  /** Whether a document is a manifest, and no list of accounts or groups. */
  static boolean takes(Node.Entries top) {
    return DefinitionKeys.TOP.stream().allMatch(key -> top.get(key) == null)
        && (top.get("account") != null || top.get("name") != null)
        && KEYS.stream().filter(key -> top.get(key) != null).count() > 1;
  }

  /** The integration; null, and a problem, when it does not say what it needs to. */
  Integration read(Node.Entries top) {
    Places places = new Places(new SourceLocation(log.source(), top.line(), top.column()));
    for (Node.Entry entry : top.entries()) {
      if (!KEYS.contains(entry.key())) {
        Keys.unknown(entry, KEYS, "a manifest", log);
      } else if (!Node.isNull(entry.value())) {
        places.put(entry.key().intern(), entry.value().line(), entry.value().column());
        take(entry);
      }
    }
    if (top.get("functions") instanceof Node.Items calls && calls.items().isEmpty()) {
      log.add(calls.line(), calls.column(), "functions is empty", "write what it calls");
    }
    boolean whole = true;
    for (String key : NEEDED) {
      if (Node.isNull(top.get(key))) {
        log.add(
            top.line(),
            top.column(),
            "this manifest has no " + key,
            "write " + key + ": and " + (key.equals("functions") ? "a list" : "the name"));
        whole = false;
      }
    }
    if (!whole || name == null || account == null) {
      return null;
    }
    var said = declaration.done();
    return new Integration(
        name,
        said.owner(),
        contact,
        said.purpose(),
        account,
        userGroup,
        said.need().orElse(List.of()),
        from,
        builds,
        review,
        places);
  }

  private void take(Node.Entry entry) {
    switch (entry.key()) {
      case "name" -> name = values.text(entry);
      case "contact" -> contact = values.text(entry);
      case "account" -> account = column(entry, "user");
      case "user_group" -> userGroup = column(entry, "user_group");
      case "from" -> from = addresses(entry);
      case "builds" -> builds = builds(entry);
      case "review" -> review = values.date(entry);
      default -> declaration.take(entry);
    }
  }

  /** A text that its column keeps whole. */
  private String column(Node.Entry entry, String name) {
    String text = values.text(entry);
    return text == null
        ? null
        : AccountDraft.checked(
            Table.USERS.column(name), text, entry.value().line(), entry.value().column(), log);
  }

  private List<String> addresses(Node.Entry entry) {
    List<String> texts = texts(entry);
    for (String text : texts) {
      if (!ADDRESS.matcher(text).matches()) {
        values.problem(
            entry.value(),
            "from holds something that is no address",
            "write addresses like 203.0.113.7, 203.0.113.0/24 or 2001:db8::1");
        return List.of();
      }
    }
    return texts;
  }

  private List<String> texts(Node.Entry entry) {
    List<String> texts = values.texts(entry);
    return texts == null ? List.of() : texts;
  }

  private List<String> builds(Node.Entry entry) {
    List<String> texts = texts(entry);
    for (String text : texts) {
      if (Build.parse(text).isEmpty()) {
        values.problem(
            entry.value(),
            "builds holds something that is no build",
            "write them as function=version prints them, for example 250720-1841");
        return List.of();
      }
    }
    return texts;
  }
}
