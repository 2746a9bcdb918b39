package org.vicilint.profile;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vicilint.model.Account;
import org.vicilint.model.Declaration;
import org.vicilint.model.Kind;

/** Decides the kinds of many accounts as {@link Profile#kindOf} does, and faster. */
public final class Kinds {
  /** A login that YAML takes for a text as it stands. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][-_0-9A-Za-z]+");

  private final Profile profile;

  /** Least and greatest length of a name that a pattern of the profile fits. */
  private final int shortest;

  private final int longest;

  public Kinds(Profile profile) {
    this.profile = profile;
    List<String> globs =
        Stream.of(profile.systemAccounts(), profile.serviceAccounts(), profile.personAccounts())
            .flatMap(List::stream)
            .toList();
    boolean open = globs.stream().anyMatch(glob -> glob.contains("*"));
    shortest =
        globs.stream()
            .mapToInt(glob -> glob.replace("*", "").length())
            .min()
            .orElse(Integer.MAX_VALUE);
    longest = open ? Integer.MAX_VALUE : globs.stream().mapToInt(String::length).max().orElse(0);
  }

  /** Returns the advice that settles the kind of an account, where it is only inferred. */
  public static String settledBy(Kind kind, Account account) {
    return account.declaration().definition()
        ? "declare kind: " + kind.word()
        : "write %s_accounts: [%s] in vicilint.yaml".formatted(kind.word(), quoted(account.user()));
  }

  private static String quoted(String user) {
    return PLAIN.matcher(user).matches()
        ? user
        : '"' + user.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Returns the kind of an account and its basis. */
  public KindBasis of(Account account) {
    int length = account.loginLength();
    boolean bySigns =
        account.declaration() == Declaration.NONE && (length < shortest || length > longest);
    return bySigns ? KindSigns.of(account) : profile.kindOf(account);
  }
}
