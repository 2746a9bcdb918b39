package org.vicilint.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.cli.CommandLine;
import org.vicilint.audit.Audit;
import org.vicilint.calls.RequestReader;
import org.vicilint.catalog.Catalog;
import org.vicilint.finding.Finding;
import org.vicilint.input.Secrets;
import org.vicilint.model.Estate;
import org.vicilint.model.Problem;
import org.vicilint.model.Request;
import org.vicilint.model.Suggestions;
import org.vicilint.policy.Profile;
import org.vicilint.report.Problems;
import org.vicilint.report.RequestResult;
import org.vicilint.request.Parameters;
import org.vicilint.request.Power;
import org.vicilint.request.Prediction;
import org.vicilint.request.Predictor;
import org.vicilint.source.LeftOut;

/** From the command line to what becomes of every request. */
final class RequestRun {
  static final String CALLER = "caller";
  static final String ALONE = "alone";

  private final CommandLine line;
  private final Streams streams;
  private final List<Problem> problems = new ArrayList<>();

  private RequestRun(CommandLine line, Streams streams) {
    this.line = line;
    this.streams = streams;
  }

  static RequestResult of(CommandLine line, Streams streams) throws UsageException {
    return new RequestRun(line, streams).result();
  }

  private RequestResult result() throws UsageException {
    String file = line.getArgList().get(0);
    List<String> paths = line.getArgList().subList(1, line.getArgList().size());
    CompletableFuture<Catalog> catalog = CompletableFuture.supplyAsync(Catalog::load);
    Profile profile = LintRun.profile(line, paths, problems);
    RuleBook book = RuleBook.of(profile, catalog::join, problems);
    Rules chosen = Rules.choose(line, profile, book, problems);
    Secrets secrets = new Secrets();
    LeftOut leaveOut =
        LintRun.leaveOut(line, profile, Opts.outputs(line))
            .and(file.equals("-") ? List.of() : List.of(file));
    Session session =
        Session.open(
            line, paths, streams, profile, leaveOut, catalog, secrets, Session.Lacking.A_NOTE);
    Rules rules = chosen.with(session.estate().usage(), profile, problems);
    Parameters parameters = Parameters.known();
    List<Request> requests = read(file, parameters);
    Estate estate = Rules.withoutEndless(session.estate(), profile);
    List<Prediction> predictions = predict(requests, estate, session, parameters, secrets);
    Audit audit = new Audit(rules.run(), rules.pages(), profile, LintRun.today(line));
    List<List<Finding>> findings =
        new RequestFindings(audit, estate, session.access()).of(predictions, line.hasOption(ALONE));
    Collections.sort(problems);
    Problems.print(streams.err(), Opts.style(line, streams), problems);
    problems.addAll(session.estate().problems());
    List<RequestResult.Entry> entries = new ArrayList<>();
    for (int i = 0; i < predictions.size(); i++) {
      Prediction prediction = predictions.get(i);
      Power power =
          prediction.after() == null
              ? null
              : Power.of(session.access(), prediction.before(), prediction.after());
      entries.add(new RequestResult.Entry(prediction, power, findings.get(i)));
    }
    return new RequestResult(
        entries, session.access().builds(), profile.failOn(), problems, session.notes());
  }

  private List<Prediction> predict(
      List<Request> requests,
      Estate estate,
      Session session,
      Parameters parameters,
      Secrets secrets) {
    List<Prediction> predictions = new ArrayList<>();
    Predictor predictor = null;
    for (Request request : requests) {
      if (predictor == null || line.hasOption(ALONE)) {
        predictor =
            new Predictor(
                estate, session.access(), parameters, (user, pass) -> secrets.of(user, pass, null));
      }
      predictions.add(predictor.predict(request));
    }
    return predictions;
  }

  /** The requests that something can be said of; what is wrong with the others is a problem. */
  private List<Request> read(String file, Parameters parameters) {
    List<String> names = new ArrayList<>(parameters.names());
    names.add(CALLER);
    List<Request> good = new ArrayList<>();
    for (Request request : new RequestReader(names, problems).read(file, streams.in())) {
      boolean open = nameless(request);
      Request named =
          open && line.hasOption(CALLER) ? request.by(Opts.last(line, CALLER)) : request;
      Optional<Problem> problem = problem(named, open && !line.hasOption(CALLER), parameters);
      problem.ifPresent(problems::add);
      if (problem.isEmpty()) {
        good.add(named);
      }
    }
    return good;
  }

  private static String named(String function) {
    return function.matches("\\w{1,40}") ? function : "this function";
  }

  /** Whether the request does not say who calls. */
  private static boolean nameless(Request request) {
    return request.caller().isBlank()
        || request.caller().startsWith("$")
        || request.open().contains("user");
  }

  private static Optional<Problem> problem(
      Request request, boolean nameless, Parameters parameters) {
    List<String> functions = parameters.functionNames();
    if (request.open().contains("function")) {
      return Optional.of(
          new Problem(
              request.place(), "what is called stands in a variable", "write the function out"));
    }
    if (!functions.contains(request.function())) {
      String hint =
          Suggestions.closest(request.function(), functions)
              .map(name -> "did you mean " + name + "?")
              .orElse("ask for one of " + String.join(", ", functions));
      return Optional.of(
          new Problem(
              request.place(),
              request.function().isBlank()
                  ? "this request names no function"
                  : named(request.function()) + " makes and changes no accounts",
              hint));
    }
    if (nameless) {
      return Optional.of(
          new Problem(
              request.place(),
              "who calls is not said",
              "name the account that calls with --caller, or in a column or key caller"));
    }
    return Optional.empty();
  }
}
