package org.vicilint.rules.builtin;

import java.util.List;
import org.vicilint.rules.Rule;

/** Every rule, by id. */
public final class Checks {
  private static final List<Rule> ALL =
      List.of(
          new AllFunctionsGrant(),
          new ApiAccessForPerson(),
          new ApiOnlyStillOpensPages(),
          new BrokenGrant(),
          new CanBecomeOthers(),
          new DefaultPassword(),
          new DrivesAnyAgent(),
          new DuplicateAccount(),
          new ExpiredWaiver(),
          new FailingIntegration(),
          new FunctionListCut(),
          new InactiveWithGrants(),
          new IpUnrestricted(),
          new LevelAboveNeed(),
          new LockoutLoop(),
          new MalformedFunctionList(),
          new MissingGroup(),
          new NoOwner(),
          new NoPurpose(),
          new NotApiOnly(),
          new PasswordInDefinition(),
          new ScopeEscape(),
          new SecretInLog(),
          new ServiceOpensAdmin(),
          new SharedAccount(),
          new SharedPassword(),
          new StaleAccount(),
          new UndeclaredFunctions(),
          new UnguardedFunctions(),
          new UnknownFunction(),
          new UnneededFlag(),
          new UnneededFunction(),
          new UnscopedLists(),
          new UnusablePassword(),
          new UnusedFunction(),
          new UnusedWaiver());

  private Checks() {}

  /** Every rule, in the order of their ids. */
  public static List<Rule> all() {
    return ALL;
  }
}
