package org.vicilint.checks;

import java.util.List;
import org.vicilint.rule.Rule;

/** Every rule, by id. */
public final class Checks {
  private static final List<Rule> ALL =
      List.of(
          new AllFunctionsGrant(),
          new BrokenGrant(),
          new LevelAboveNeed(),
          new MalformedFunctionList(),
          new NotApiOnly(),
          new SharedAccount(),
          new SharedPassword(),
          new UnneededFlag(),
          new UnneededFunction());

  private Checks() {}

  /** Every rule, in the order of their ids. */
  public static List<Rule> all() {
    return ALL;
  }
}
