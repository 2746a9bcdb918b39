package org.vicilint.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.DangerousGrant;
import org.vicilint.access.LeastPrivilege;
import org.vicilint.catalog.Effect;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.engine.Onboarding.Refused;
import org.vicilint.model.Call;
import org.vicilint.model.Integration;
import org.vicilint.profile.Glob;
import org.vicilint.profile.IntegrationPolicy;

/** Checks the needs of an integration against the terms of the profile. */
final class TermsCheck {
  private final IntegrationPolicy terms;
  private final List<AccessEvaluator> access;

  TermsCheck(IntegrationPolicy terms, List<AccessEvaluator> access) {
    this.terms = terms;
    this.access = access;
  }

  /** Returns the forbidden permissions; empty if everything is allowed. */
  List<Refused> of(Integration integration, LeastPrivilege least) {
    Set<Refused> refused = new LinkedHashSet<>();
    for (Call call : integration.calls()) {
      for (AccessEvaluator each : access) {
        int index = each.indexOf(call.function());
        if (index >= 0) {
          refused.addAll(call(call, each.functions().get(index)));
        }
      }
    }
    int level = least.account().userLevel();
    if (level > terms.highestLevel()) {
      refused.add(
          new Refused(
              "user_level " + level,
              "the profile's highest_level for integrations is " + terms.highestLevel()));
    }
    if (!terms.takeover()) {
      // The function sets passwords, too, independent of the parameter.
      List<Call> plain =
          integration.calls().stream().map(call -> Call.of(call.function())).distinct().toList();
      DangerousGrant.of(least.account(), plain, access).stream()
          .filter(DangerousGrant::takeover)
          .map(power -> new Refused(power.call(), power.reach()))
          .forEach(refused::add);
    }
    return List.copyOf(refused);
  }

  private List<Refused> call(Call call, Function function) {
    List<Refused> refused = new ArrayList<>();
    if (Glob.any(terms.forbiddenFunctions(), function.name())) {
      refused.add(new Refused(call.toString(), "it is one of the forbidden_functions"));
    }
    if (terms.forbiddenCategories().contains(function.category())) {
      refused.add(
          new Refused(
              call.toString(), "its category %s is forbidden".formatted(function.category())));
    }
    Effect effect =
        call.operation() == null
            ? function.effect()
            : function.operation(call.operation()).map(Operation::effect).orElse(function.effect());
    for (Effect each : EnumSet.of(function.effect(), effect)) {
      if (terms.forbiddenEffects().contains(each.word())) {
        refused.add(
            new Refused(call.toString(), "what it does, %s, is forbidden".formatted(each.word())));
      }
    }
    return refused;
  }
}
