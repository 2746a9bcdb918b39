package org.vicilint.policy;

import java.util.List;
import java.util.stream.Stream;
import org.vicilint.model.Account;
import org.vicilint.model.Declaration;

/** Tells the kinds of many accounts as {@link Profile#kindOf} does, and faster. */
public final class Kinds {
  private final Profile profile;

  /** How long a name can be that a pattern of the profile fits; the least, and the most. */
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

  /** What stands behind an account. */
  public Judged of(Account account) {
    int length = account.loginLength();
    boolean bySigns =
        account.declaration() == Declaration.NONE && (length < shortest || length > longest);
    return bySigns ? Profile.bySigns(account) : profile.kindOf(account);
  }
}
