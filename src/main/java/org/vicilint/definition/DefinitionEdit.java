package org.vicilint.definition;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vicilint.access.FunctionList;
import org.vicilint.input.EstateReader;
import org.vicilint.input.InputFormat;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Places;
import org.vicilint.model.Secret;
import org.vicilint.model.SourceLocation;
import org.vicilint.source.Limits;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A definition file in YAML with other values. Every byte outside of the values that change stays
 * as it is. The result is read again, and is refused when it does not say exactly what is meant.
 *
 * @param before the text as it was, without a byte-order mark
 * @param after the text as it becomes; equal to {@code before} when everything is refused
 * @param refused the accounts that are left alone, with the reason
 */
public record DefinitionEdit(String before, String after, Map<String, String> refused) {
  private static final String MARK = "\uFEFF";
  private static final String LIST = "api_allowed_functions";
  private static final Places NOWHERE = new Places(SourceLocation.of(""));

  public DefinitionEdit {
    refused = Map.copyOf(refused);
  }

  /**
   * Makes changes in a file's content.
   *
   * @param content the bytes of the file
   * @param changes at most one for an account
   */
  public static DefinitionEdit of(byte[] content, List<AccountChanges> changes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      return refusing("", changes, "the file is not UTF-8");
    }
    return of(text.startsWith(MARK) ? text.substring(1) : text, changes);
  }

  private static DefinitionEdit of(String text, List<AccountChanges> changes) {
    Map<String, Account> read = read(text);
    for (AccountChanges each : changes) {
      if (!bare(each.account()).equals(read.get(each.account().user()))) {
        return refusing(text, changes, unlike(text));
      }
    }
    TextEdits edits = new TextEdits(text);
    Map<String, String> refused = new TreeMap<>();
    try {
      Parts.Document document = Parts.of(text);
      for (AccountChanges each : changes) {
        make(each, text, edits, document, refused);
      }
      String after = edits.apply();
      changes.stream()
          .filter(each -> !refused.containsKey(each.account().user()))
          .forEach(each -> read.put(each.account().user(), bare(each.after())));
      if (!read(after).equals(read)) {
        return refusing(text, changes, "the changed file would not say what is meant");
      }
      return refused.isEmpty() || after.equals(text)
          ? new DefinitionEdit(text, after, refused)
          : again(text, after, changes, refused);
    } catch (YAMLException e) {
      return refusing(text, changes, "the file is no YAML that can be changed");
    } catch (Refusal e) {
      return refusing(text, changes, e.getMessage());
    }
  }

  /** Why a file does not say what was read of it. */
  private static String unlike(String text) {
    return estate(text).problems().stream()
        .findFirst()
        .map(
            problem ->
                "the file has a problem in line %d, fix it first: %s"
                    .formatted(problem.place().line(), problem.reason()))
        .orElse("the file alone does not say what was read of it: change it by hand");
  }

  /** Tries once more what was refused: what repeated its values may be written out by now. */
  private static DefinitionEdit again(
      String text, String after, List<AccountChanges> changes, Map<String, String> refused) {
    Map<String, Account> accounts = new TreeMap<>();
    estate(after).accounts().forEach(account -> accounts.put(account.user(), account));
    List<AccountChanges> rest =
        changes.stream()
            .filter(each -> refused.containsKey(each.account().user()))
            .map(each -> new AccountChanges(accounts.get(each.account().user()), each.changes()))
            .toList();
    DefinitionEdit more = of(after, rest);
    return new DefinitionEdit(text, more.after, more.refused);
  }

  /** The bytes of the file with the changes. */
  public static byte[] bytes(byte[] content, String after) {
    byte[] mark = MARK.getBytes(StandardCharsets.UTF_8);
    boolean marked = content.length >= mark.length;
    for (int i = 0; marked && i < mark.length; i++) {
      marked = content[i] == mark[i];
    }
    return (marked ? MARK + after : after).getBytes(StandardCharsets.UTF_8);
  }

  private static void make(
      AccountChanges each,
      String text,
      TextEdits edits,
      Parts.Document document,
      Map<String, String> refused) {
    int before = edits.size();
    try {
      Part.Entries entries = find(document, each.account());
      AccountEdit edit = new AccountEdit(text, edits, document.repeated(), entries);
      for (var change : each.changes()) {
        edit.make(change);
      }
    } catch (Refusal e) {
      edits.backTo(before);
      refused.put(each.account().user(), e.getMessage());
    }
  }

  private static Part.Entries find(Parts.Document document, Account account) throws Refusal {
    for (Part item : document.accounts()) {
      if (item instanceof Part.Entries entries
          && entries.line() == account.places().record().line()
          && entries.column() == account.places().record().column()) {
        return entries;
      }
    }
    throw new Refusal("the account does not stand in the list of accounts itself");
  }

  private static DefinitionEdit refusing(String text, List<AccountChanges> changes, String reason) {
    Map<String, String> refused = new TreeMap<>();
    changes.forEach(each -> refused.put(each.account().user(), reason));
    return new DefinitionEdit(text, text, refused);
  }

  /** The accounts of a text; none when there is any problem in it. */
  private static Map<String, Account> read(String text) {
    Estate estate = estate(text);
    Map<String, Account> accounts = new TreeMap<>();
    if (estate.problems().isEmpty()) {
      estate.accounts().forEach(account -> accounts.put(account.user(), bare(account)));
    }
    return accounts;
  }

  private static Estate estate(String text) {
    return new EstateReader(InputFormat.DEFINITIONS, Limits.DEFAULT)
        .read(List.of("-"), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Returns the account as a definition describes it; the order of granted functions means nothing.
   */
  private static Account bare(Account account) {
    String granted = account.apiAllowedFunctions();
    String sorted = FunctionList.of(FunctionList.words(granted));
    boolean list = granted.equals(" " + String.join(" ", FunctionList.words(granted)) + " ");
    return account
        .with()
        .column(LIST, list ? sorted : granted)
        .secret(Secret.UNKNOWN)
        .places(NOWHERE)
        .build();
  }
}
