package org.vicilint.access;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.LoginRequirement;
import org.vicilint.catalog.Operation;
import org.vicilint.catalog.Requirement;

/**
 * Demand that one part of a call makes of an account on the evaluator's builds.
 *
 * @param kind what demands it: the login of the API, the function, or an operation of it
 * @param api the API of the function
 * @param name the function, or {@code function:operation}
 * @param level the least {@code user_level}; 0 when none is demanded
 * @param flags the flags that must be set
 * @param modifyLeads the accepted values of {@code modify_leads} as bits; 0 when it is not looked
 *     at
 * @param listed whether {@code api_allowed_functions} must hold the function
 * @param scoped whether {@code api_list_restrict} is looked at
 */
record Demand(
    Kind kind,
    Api api,
    String name,
    int level,
    long flags,
    int modifyLeads,
    boolean listed,
    boolean scoped) {

  /** Part of a call that makes a demand. */
  enum Kind {
    LOGIN,
    FUNCTION,
    OPERATION
  }

  /** Demands of the login and of the function; empty when the builds do not have the function. */
  static List<Demand> ofFunction(String name, AccessEvaluator access) {
    int index = access.indexOf(name);
    if (index < 0) {
      return List.of();
    }
    Api api = access.functions().get(index).api();
    LoginRequirement login = access.login(api);
    Requirement required = access.requirement(index);
    return List.of(
        new Demand(Kind.LOGIN, api, name, login.userLevel(), login.flags(), 0, false, false),
        new Demand(
            Kind.FUNCTION,
            api,
            name,
            required.userLevel(),
            required.flags(),
            required.modifyLeads(),
            required.allowedFunctions(),
            ListScope.looksAt(name, required)));
  }

  /**
   * Demands of the function's operations beyond those of the function; operations that no build
   * knows are left out.
   */
  static List<Demand> ofOperations(String name, AccessEvaluator access) {
    int index = access.indexOf(name);
    if (index < 0) {
      return List.of();
    }
    Function function = access.functions().get(index);
    List<Demand> demands = new ArrayList<>();
    for (Operation operation : access.operations(function)) {
      Requirement more = operation.at(access.builds().of(function.api())).orElseThrow();
      demands.add(
          new Demand(
              Kind.OPERATION,
              function.api(),
              name + ":" + operation.name(),
              more.userLevel(),
              more.flags(),
              more.modifyLeads(),
              false,
              false));
    }
    return demands;
  }

  /** The function that is called. */
  String function() {
    return name.split(":", 2)[0];
  }

  /** The name for a reason. */
  String by() {
    return kind == Kind.LOGIN ? "the login of the " + api.title() : name;
  }
}
