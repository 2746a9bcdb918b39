package org.vicilint.access;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Flag;
import org.vicilint.model.Places;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;

/**
 * Finds the tables that lack a column on which the answers of these builds rest. VICIdial's default
 * stands in for it, and for a flag or the level that is the least: what an account can do would be
 * taken for less than it is. Definitions are no tables: what they do not say is meant to be the
 * default.
 */
public final class MissingColumns {
  private static final int SHOWN = 4;

  /** The columns that messages name first, in their order. */
  private static final List<String> FIRST =
      List.of(
          "user_level",
          "api_allowed_functions",
          Flag.VDC_AGENT_API_ACCESS.column(),
          Flag.MODIFY_USERS.column(),
          "modify_leads",
          "active",
          "user_group");

  private static final Account DEFAULTS = Account.builder("").build();

  private final AccessEvaluator access;
  private final Set<String> decisive;
  private final String decided;

  private MissingColumns(AccessEvaluator access, Set<String> decisive, String decided) {
    this.access = access;
    this.decisive = decisive;
    this.decided = decided;
  }

  /** Looks for the columns that decide on the evaluator's builds; older ones need fewer. */
  public MissingColumns(AccessEvaluator access) {
    this(access, ofCalls(access), "on build " + access.builds().nonAgent());
  }

  private static Set<String> ofCalls(AccessEvaluator access) {
    Set<String> decisive = new LinkedHashSet<>(FIRST);
    if (!access.looksAtFunctionLists()) {
      decisive.remove("api_allowed_functions");
    }
    long flags = access.flags();
    for (Flag flag : Flag.values()) {
      if ((flags & flag.bit()) != 0) {
        decisive.add(flag.column());
      } else {
        decisive.remove(flag.column());
      }
    }
    return decisive;
  }

  /**
   * Looks for the columns that decide on administration pages, and on no call. Pages are known of
   * one build, so whether an older server has these columns is not known.
   */
  public MissingColumns ofPages() {
    Set<String> pages = new LinkedHashSet<>();
    long flags = PageMasks.known().flags() | Flag.API_ONLY_USER.bit();
    for (Flag flag : Flag.values()) {
      if ((flags & flag.bit()) != 0 && !decisive.contains(flag.column())) {
        pages.add(flag.column());
      }
    }
    return new MissingColumns(access, pages, "on administration pages");
  }

  /** Returns the columns that decide here and are not among those already reported. */
  public MissingColumns beyond(MissingColumns told) {
    Set<String> more = new LinkedHashSet<>(decisive);
    more.removeAll(told.decisive);
    return new MissingColumns(access, more, decided);
  }

  /**
   * Checks the tables that the accounts came from, and returns a problem for each that lacks
   * columns.
   */
  public List<Problem> in(Estate estate) {
    return in(estate, decisive.size());
  }

  /**
   * Returns the problems of tables of a few chosen columns: a table counts when it lacks more than
   * half.
   */
  public List<Problem> inWhole(Estate estate) {
    return in(estate, decisive.size() / 2);
  }

  private List<Problem> in(Estate estate, int most) {
    TreeMap<String, Set<String>> known = new TreeMap<>();
    Set<String> live = new LinkedHashSet<>();
    for (Account account : estate.accounts().ofEachTable()) {
      Places.TableSource sheet = account.sheet();
      if (!sheet.given().isEmpty()) {
        known.merge(sheet.source(), decided(sheet), MissingColumns::both);
        if (account.places().record().line() == 0) {
          live.add(sheet.source());
        }
      }
    }
    List<Problem> problems = new ArrayList<>();
    known.forEach(
        (source, columns) -> {
          List<String> missing = decisive.stream().filter(c -> !columns.contains(c)).toList();
          if (!missing.isEmpty() && missing.size() <= most) {
            problems.add(
                new Problem(
                    SourceLocation.of(source),
                    reason(live.contains(source) ? "table" : "export", missing),
                    hint(live.contains(source))));
          }
        });
    return problems;
  }

  /** Columns that need no report: the table has them, or they were reported before. */
  private Set<String> decided(Places.TableSource sheet) {
    return decisive.stream()
        .filter(column -> sheet.given().contains(column) || sheet.withheld().contains(column))
        .collect(Collectors.toSet());
  }

  private static Set<String> both(Set<String> one, Set<String> two) {
    return one.stream().filter(two::contains).collect(Collectors.toSet());
  }

  private String reason(String what, List<String> missing) {
    List<String> shown = missing.subList(0, Math.min(SHOWN, missing.size()));
    int others = missing.size() - shown.size();
    boolean one = missing.size() == 1;
    return "this %s lacks %s%s, which decide%s %s: VICIdial's default%s taken, %s%s"
        .formatted(
            what,
            String.join(", ", shown),
            others == 0 ? "" : " and " + others + " more column" + (others == 1 ? "" : "s"),
            one ? "s" : "",
            decided,
            one ? " is" : "s are",
            shown.stream().map(c -> c + " " + value(c)).collect(Collectors.joining(", ")),
            others == 0 ? "" : " and so on");
  }

  private static String value(String column) {
    String value = DEFAULTS.value(column);
    return value.equals(value.strip()) && !value.isEmpty() ? value : "'" + value + "'";
  }

  private static String hint(boolean live) {
    return live
        ? "an older server does not have them all: give its --build, which needs fewer"
        : "export the whole table (SELECT * FROM vicidial_users); an older server does not have them all: give its --build, which needs fewer";
  }
}
