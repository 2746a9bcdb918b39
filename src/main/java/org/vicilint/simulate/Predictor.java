package org.vicilint.simulate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Decision;
import org.vicilint.access.Gate;
import org.vicilint.api.Parameters;
import org.vicilint.api.Signature;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.LoginRequirement;
import org.vicilint.model.Account;
import org.vicilint.model.Build;
import org.vicilint.model.Estate;
import org.vicilint.model.Flag;
import org.vicilint.model.Request;
import org.vicilint.model.Secret;
import org.vicilint.model.UserGroup;
import org.vicilint.text.PasswordMask;

/**
 * Predicts the server's handling of requests, one after the other: each sees the effects of the
 * earlier ones. The evaluator decides whether the caller may call the function; the rest was read
 * from non_agent_api.php, every build from 110127-2245 to 250720-1841.
 */
public final class Predictor {
  private static final int SHORTEST_SOURCE = 2;

  /** Stands for every function where only the login matters. */
  private static final String ANY_FUNCTION = "update_user";

  /** Parameters whose value only decides the stored text. */
  private static final Set<String> TEXTS = Set.of("agent_pass", "agent_full_name");

  private final AccessEvaluator access;
  private final Parameters parameters;
  private final PasswordRules passwords;
  private final SimulatedEstate world;
  private final Build build;
  private final Map<String, Handler> handlers;
  private final ParameterNotes remarks;
  private final FunctionNames functions;
  private final Ampersands ampersands;

  /** The last request whose effect is unknown; 0 while there is none. */
  private int lost;

  public Predictor(
      Estate estate, AccessEvaluator access, Parameters parameters, PasswordRules passwords) {
    this.access = access;
    this.parameters = parameters;
    this.passwords = passwords;
    this.world = new SimulatedEstate(estate);
    this.build = access.builds().of(Api.NON_AGENT);
    this.ampersands = new Ampersands(parameters);
    this.functions = new FunctionNames(parameters, nonAgent(access));
    this.remarks = new ParameterNotes(parameters, functions);
    NewUser newUser = new NewUser(world, parameters, passwords);
    this.handlers =
        Map.of(
            "add_user", new AddUser(world, newUser),
            "copy_user", new CopyUser(world, newUser),
            "update_user",
                new UpdateUser(
                    world,
                    access,
                    new Updates(world, parameters, passwords),
                    new LevelRules(parameters)));
  }

  private static List<Function> nonAgent(AccessEvaluator access) {
    return access.catalog().functions().stream()
        .filter(function -> function.api() == Api.NON_AGENT)
        .toList();
  }

  /**
   * Predicts the result of a request.
   *
   * @param request a request with a caller or a placeholder for one, and with a function of {@link
   *     Parameters#functionNames()} or a name that is no function of the API
   */
  public Prediction predict(Request request) {
    LoginRequirement login = access.login(Api.NON_AGENT);
    String user = request.callerOpen() ? "" : login.userCharacters().keep(request.caller());
    Swallowed swallowed = Swallowed.of(request, ampersands, parameters, world, build);
    SanitizedRequest sent = new SanitizedRequest(request, parameters, build, swallowed);
    PredictionBuilder draft = new PredictionBuilder(request, user, swallowed);
    draft.function(functions.shown(request.function()));
    swallowed.notes().forEach(draft::alter);
    if (request.callerOpen()) {
      draft.doubt(
          "user is %s, so that who calls is not known: say it with --caller"
              .formatted(request.open().getOrDefault("user", "not seen here")));
      if (handlers.containsKey(request.function())) {
        source(draft, sent);
        open(draft, sent, request.function());
        handlers.get(request.function()).certain(draft, sent, null);
        lost = request.number();
      }
    } else {
      caller(draft, sent, login, user);
    }
    remarks.write(draft, sent);
    return draft.done();
  }

  private void caller(
      PredictionBuilder draft, SanitizedRequest sent, LoginRequirement login, String user) {
    Request request = sent.request();
    Optional<Account> found = world.find(user);
    // The server prints the caller as the request spells it, not as the table does.
    Account caller = found.map(a -> a.with(user).build()).orElse(nobody(user));
    boolean known = found.isPresent();
    if (!known) {
      unknownCaller(draft, user);
    } else if (!knowsPassword(request, found.get(), login)) {
      draft.note(
          withoutPassword(request)
              ? "no password is sent: add pass"
              : "the password sent is not that of " + user);
      caller = nobody(user);
    }
    boolean ours = handlers.containsKey(request.function());
    Function function =
        access.catalog().function(ours ? request.function() : ANY_FUNCTION).orElseThrow();
    Decision decision = access.explain(caller, function, null);
    Gate failed = decision.failed().orElse(null);
    if (failed != null && failed.kind() == Gate.Kind.LOGIN && (ours || login.shared())) {
      // The mask stands for what was sent.
      draft.refuse(
          withoutPassword(request) ? decision.answer().replace("|****|", "||") : decision.answer());
    } else if (!ours) {
      draft.refuse(access.catalog().api(Api.NON_AGENT).noFunction());
    } else if (source(draft, sent)) {
      granted(draft, sent, caller, known, decision);
    }
  }

  private void granted(
      PredictionBuilder draft,
      SanitizedRequest sent,
      Account caller,
      boolean known,
      Decision decision) {
    Gate failed = decision.failed().orElse(null);
    if (failed != null) {
      draft.refuse(decision.answer());
      if (known) {
        tellGate(draft, failed, sent.request().function());
      }
      return;
    }
    tellAddresses(draft, caller);
    if (lost > 0) {
      draft.doubt("it may depend on what becomes of request " + lost);
    }
    answer(draft, sent, caller, sent.request().function());
  }

  /** Adds notes on placeholders; returns whether the answer depends on them. */
  private boolean open(PredictionBuilder draft, SanitizedRequest sent, String function) {
    Signature signature = parameters.functions().get(function);
    boolean decides = sent.opensMore();
    if (decides) {
      draft.doubt(
          "what else is sent is %s, which is not known here"
              .formatted(sent.request().open().get(Request.REST)));
    }
    for (String name : sent.request().parameters().keySet()) {
      if (sent.open(name) && signature.takes(name, build)) {
        draft.doubt(
            "%s is %s, which is not known here".formatted(name, sent.request().open().get(name)));
        decides |= !TEXTS.contains(name);
      }
    }
    return decides;
  }

  /** Simulates the function, except for the parts that depend on placeholders. */
  private void answer(
      PredictionBuilder draft, SanitizedRequest sent, Account caller, String function) {
    boolean decides = open(draft, sent, function);
    if (decides) {
      handlers.get(function).certain(draft, sent, caller);
    }
    if (!sent.open("agent_user") && sent.get("agent_user").matches("(?s).*['\\\\].*")) {
      draft.doubt(
          "agent_user holds a quote or a backslash, which this build writes into its SQL as it is");
      decides = true;
    }
    if (decides) {
      // From here on the state of the account is unknown.
      lost = sent.request().number();
    } else {
      handlers.get(function).answer(draft, sent, caller);
    }
  }

  private void unknownCaller(PredictionBuilder draft, String user) {
    if (world.deleted(user)) {
      draft.note("a request before has deleted " + user);
    } else {
      draft.doubt(PasswordMask.sentence("there is no account %s in what was read", user));
    }
  }

  /** Returns an account that has no working login. */
  private static Account nobody(String user) {
    return Account.builder(user).column("active", "N").column("user_level", "0").build();
  }

  /** Whether the server gets no password; an incomplete call counts as having one. */
  private static boolean withoutPassword(Request request) {
    return request.whole()
        && !request.opens(Request.REST)
        && request.parameters().getOrDefault("pass", "").isEmpty();
  }

  /** Whether the password of the call may be the caller's; true if that is unknown. */
  private boolean knowsPassword(Request request, Account caller, LoginRequirement login) {
    String pass = request.parameters().get("pass");
    Secret known = caller.secret();
    if (pass == null || pass.isEmpty()) {
      return !request.whole() || request.opens(Request.REST);
    }
    if (pass.startsWith("$") || request.opens("pass") || !known.known() || known.hashed()) {
      return true;
    }
    Secret sent = passwords.of(caller.user(), login.passwordCharacters().keep(pass));
    return sent.fingerprint() == known.fingerprint();
  }

  /** Whether the call has a source; an incomplete call counts as having one. */
  private static boolean source(PredictionBuilder draft, SanitizedRequest sent) {
    boolean said = sent.request().whole() || sent.request().parameters().containsKey("source");
    String source = sent.get("source");
    if (sent.open("source")) {
      draft.doubt(
          "source is %s; the server refuses less than 2 characters"
              .formatted(sent.request().open().get("source")));
      return true;
    }
    if (!said || source.length() >= SHORTEST_SOURCE || (source.isEmpty() && sent.opensMore())) {
      return true;
    }
    draft.refuse("ERROR: Invalid Source - " + source);
    draft.refuse("ERROR: Invalid Source: |" + source + "|");
    draft.alter("source needs a name of 2 or more characters that says what calls");
    return false;
  }

  private static void tellGate(PredictionBuilder draft, Gate failed, String function) {
    if (failed.kind() == Gate.Kind.FUNCTION) {
      draft.note("%s: build %s".formatted(function, failed.actual()));
      return;
    }
    draft.note(
        "%s is %s; needed: %s".formatted(failed.column(), failed.actual(), failed.required()));
  }

  private void tellAddresses(PredictionBuilder draft, Account caller) {
    String list = world.groups().find(caller.userGroup()).map(UserGroup::apiIpList).orElse("");
    if (!list.isEmpty() && !list.startsWith("--") && !caller.has(Flag.IGNORE_IP_LIST)) {
      draft.note(
          PasswordMask.sentence(
              "user_group %s has the api_ip_list %s: where system_settings.allow_ip_lists is 1, calls from elsewhere are refused with ERROR: Your IP Address is not allowed",
              caller.userGroup(), list));
    }
  }
}
