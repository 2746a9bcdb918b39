package org.vicilint.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.vicilint.catalog.Effect;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Page;
import org.vicilint.catalog.Requirement;
import org.vicilint.model.Flag;

/** Calls and pages that demand a level, a flag or a grant, whatever else they demand. */
public final class ColumnEffects {
  private final AccessEvaluator access;
  private final List<Demanded> all = new ArrayList<>();

  private record Demanded(Requirement demand, Effect effect) {}

  /** Collects the demands of the evaluator's builds. */
  public ColumnEffects(AccessEvaluator access) {
    this.access = access;
    for (int i = 0; i < access.functions().size(); i++) {
      Function function = access.functions().get(i);
      all.add(new Demanded(access.requirement(i), function.effect()));
      access
          .operations(function)
          .forEach(
              operation ->
                  operation
                      .at(access.builds().of(function.api()))
                      .ifPresent(demand -> all.add(new Demanded(demand, operation.effect()))));
    }
    for (Page page : access.pages().pages()) {
      page.opens().forEach(way -> all.add(new Demanded(way.demand(), way.effect().effect())));
    }
  }

  /** Returns the effects of what demands the flag. */
  public Set<Effect> of(Flag flag) {
    return effects(demand -> (demand.flags() & flag.bit()) != 0);
  }

  /** Returns the effects of what demands a level in this range. */
  public Set<Effect> ofLevels(int above, int upTo) {
    return effects(demand -> demand.userLevel() > above && demand.userLevel() <= upTo);
  }

  /** Returns the effects of what demands some value of {@code modify_leads}. */
  public Set<Effect> ofModifyLeads() {
    return effects(demand -> demand.modifyLeads() != 0);
  }

  /** Returns the effects of the functions that one list grants and the other does not. */
  public Set<Effect> ofGrants(String less, String more) {
    Set<Effect> effects = EnumSet.noneOf(Effect.class);
    for (Function function : access.functions()) {
      if (FunctionList.grants(more, function.name())
          && !FunctionList.grants(less, function.name())) {
        effects.add(function.effect());
      }
    }
    return effects;
  }

  private Set<Effect> effects(Predicate<Requirement> demands) {
    Set<Effect> effects = EnumSet.noneOf(Effect.class);
    all.stream().filter(each -> demands.test(each.demand)).forEach(e -> effects.add(e.effect));
    return effects;
  }
}
