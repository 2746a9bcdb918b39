package org.vicilint.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Need;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.Kind;
import org.vicilint.model.Problem;
import org.vicilint.model.UserGroup;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.Hit;
import org.vicilint.rules.custom.OwnRule;
import org.vicilint.rules.custom.OwnRules;

/** Rules that were loaded from texts, and the problems with them. */
public record Loading(List<OwnRule> rules, List<Problem> problems) {
  private static final Set<String> BUILT_IN = Set.of("not-api-only");

  /** Loads a rule {@code own.yaml} with this condition, and all else in order. */
  public static Loading when(String when) {
    return of("own.yaml", "id: own\ntitle: Own\nseverity: low\nmessage: is flagged\nwhen: " + when);
  }

  /** Loads one file. */
  public static Loading of(String name, String text) {
    return of(Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Loads a folder with these files. */
  public static Loading of(Map<String, byte[]> files) {
    try {
      Path folder = Files.createTempDirectory("vicilint-own");
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(folder.resolve(file.getKey()), file.getValue());
      }
      List<Problem> problems = new ArrayList<>();
      List<OwnRule> rules =
          OwnRules.load(List.of(folder.toString()), BUILT_IN, Runs.CATALOG, problems);
      for (String name : files.keySet()) {
        Files.delete(folder.resolve(name));
      }
      Files.delete(folder);
      return new Loading(rules, problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one rule, which has no problems. */
  public OwnRule rule() {
    if (rules.size() != 1 || !problems.isEmpty()) {
      throw new AssertionError("not one good rule: " + rules + problems);
    }
    return rules.get(0);
  }

  /** The one problem, as {@code line:column reason}. */
  public String problem() {
    if (problems.size() != 1 || !rules.isEmpty()) {
      throw new AssertionError("not one problem: " + rules + problems);
    }
    return told(problems.get(0));
  }

  /** A problem as {@code line:column reason}. */
  public static String told(Problem problem) {
    return problem.place().line() + ":" + problem.place().column() + " " + problem.reason();
  }

  /** What the one rule says of an account named {@code crm}. */
  public List<Hit> hits(UnaryOperator<AccountBuilder> changes) {
    return hits(rules.get(0), changes.apply(Account.builder("crm")).build());
  }

  /** What a rule says of an account. */
  public static List<Hit> hits(OwnRule rule, Account account, UserGroup... groups) {
    Estate estate = Estate.of(List.of(account), new Groups(List.of(groups)));
    AccessEvaluator access = Runs.access(estate);
    Kind declared = account.declaration().kind();
    return rule.check(
        new AuditedAccount(
            account,
            declared == null ? Kind.SERVICE : declared,
            declared == null ? "its name" : null,
            Need.of(account, access),
            access.prepare(account)),
        Runs.view(estate, access, Runs.profile("default")));
  }
}
