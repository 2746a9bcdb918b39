package org.vicilint.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Flag;
import org.vicilint.model.Place;
import org.vicilint.model.Problem;

/**
 * Finds the exports that lack a column on which the answers of these builds rest. VICIdial's
 * default stands in for it, and for a flag or the level that is the least: what an account can do
 * would be taken for less than it is.
 */
public final class MissingColumns {
  private static final String LEVEL = "user_level";

  private final AccessEvaluator access;
  private final Set<String> decisive = new TreeSet<>();

  /** Looks for the columns that decide on the evaluator's builds; older ones need fewer. */
  public MissingColumns(AccessEvaluator access) {
    this.access = access;
    decisive.addAll(List.of(LEVEL, "user_group", "active", "modify_leads"));
    if (access.looksAtFunctionLists()) {
      decisive.add("api_allowed_functions");
    }
    long flags = access.flags();
    for (Flag flag : Flag.values()) {
      if ((flags & flag.bit()) != 0) {
        decisive.add(flag.column());
      }
    }
  }

  /**
   * Looks at the exports that the accounts came from. One with most of these columns is meant to
   * have them all: what it lacks is a problem. One with a few was written by hand, and the rest is
   * wanted as VICIdial's default, which a note tells; but nothing can be said without the level.
   *
   * @return the problems
   */
  public List<Problem> in(Estate estate, List<String> notes) {
    TreeMap<String, Set<String>> present = new TreeMap<>();
    Set<String> last = null;
    for (Account account : estate.accounts()) {
      Set<String> given = account.places().given();
      if (given != last && !given.isEmpty()) {
        last = given; // the records of a table share it
        Place place = account.places().record();
        if (place.line() > 0) { // a database says what it lacks itself
          present.merge(place.source(), given, MissingColumns::both);
        }
      }
    }
    List<Problem> problems = new ArrayList<>();
    present.forEach((source, given) -> of(source, given, problems, notes));
    return problems;
  }

  private static Set<String> both(Set<String> one, Set<String> two) {
    return one == two ? one : one.stream().filter(two::contains).collect(Collectors.toSet());
  }

  private void of(String source, Set<String> given, List<Problem> problems, List<String> notes) {
    TreeSet<String> missing = new TreeSet<>(decisive);
    missing.removeAll(given);
    if (missing.isEmpty()) {
      return;
    }
    boolean most = missing.size() * 2 <= decisive.size();
    if (most || missing.contains(LEVEL)) {
      problems.add(
          new Problem(
              Place.of(source),
              "this export lacks %s, which decide%s on build %s"
                  .formatted(
                      most ? String.join(", ", missing) : LEVEL,
                      most && missing.size() > 1 ? "" : "s",
                      access.builds().nonAgent()),
              "export all columns (SELECT *); a server that does not have them is older: give its --build"));
    } else {
      notes.add("%s lacks %s: VICIdial's defaults are taken".formatted(source, shortened(missing)));
    }
  }

  private static String shortened(TreeSet<String> missing) {
    int shown = 4;
    String names = missing.stream().limit(shown).collect(Collectors.joining(", "));
    return missing.size() <= shown
        ? names
        : names + " and " + (missing.size() - shown) + " more columns";
  }
}
