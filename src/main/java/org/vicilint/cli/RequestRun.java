package org.vicilint.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.apache.commons.cli.CommandLine;
import org.vicilint.api.Parameters;
import org.vicilint.catalog.Catalog;
import org.vicilint.engine.Lacking;
import org.vicilint.engine.RequestFindings;
import org.vicilint.engine.RequestResult;
import org.vicilint.engine.RuleBook;
import org.vicilint.finding.Finding;
import org.vicilint.input.requests.RequestReader;
import org.vicilint.input.table.Secrets;
import org.vicilint.lint.Audit;
import org.vicilint.model.Estate;
import org.vicilint.model.Problem;
import org.vicilint.model.Request;
import org.vicilint.profile.Profile;
import org.vicilint.render.Problems;
import org.vicilint.simulate.Ampersands;
import org.vicilint.simulate.FunctionNames;
import org.vicilint.simulate.PredictedPower;
import org.vicilint.simulate.Prediction;
import org.vicilint.simulate.Predictor;
import org.vicilint.source.LeftOut;

/** Run of the command request, from the command line to the prediction for every request. */
final class RequestRun {
  static final String CALLER = "caller";
  static final String ALONE = "alone";

  /** Form that no name of a file has: an address, a command line, or parameters. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?i)^\\s*(?:https?:|curl\\s|wget\\s)|(?:non_agent_api|agc/api)\\.php|[?&]\\w+="
              + "|^\\s*\\w+=.*&|pass\\w*\\s*(?:=|:|%)",
          Pattern.DOTALL);

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
    List<String> written = written(line);
    List<String> paths = new ArrayList<>(line.getArgList());
    paths.removeAll(written);
    String file = written.isEmpty() ? paths.remove(0) : null;
    CompletableFuture<Catalog> catalog = CompletableFuture.supplyAsync(Catalog::load);
    Profile profile = LintRun.profile(line, paths, problems);
    RuleBook book = RuleBook.of(profile, catalog::join, problems);
    Rules chosen = Rules.choose(line, profile, book, problems);
    Secrets secrets = new Secrets();
    LeftOut leaveOut =
        LintRun.leaveOut(line, profile, Opts.outputs(line))
            .and(file == null || file.equals("-") ? List.of() : List.of(file));
    Session session =
        Session.open(line, paths, streams, profile, leaveOut, catalog, secrets, Lacking.A_NOTE);
    Rules rules = chosen.with(session.estate().usage(), profile, problems);
    Parameters parameters = Parameters.known();
    FunctionNames functions = new FunctionNames(parameters, session.access().catalog().functions());
    List<Request> requests = read(file, written, parameters, functions);
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
      PredictedPower power =
          prediction.after() == null
              ? null
              : PredictedPower.of(session.access(), prediction.before(), prediction.after());
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

  /** The requests among the arguments: they are no names of files, and are not shown as such. */
  static List<String> written(CommandLine line) {
    return line.getArgList().stream().filter(RequestRun::request).toList();
  }

  private static boolean request(String argument) {
    return WRITTEN.matcher(argument).find() && !exists(argument);
  }

  private static boolean exists(String argument) {
    try {
      return Files.exists(Path.of(argument));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** The requests that something can be said of; what is wrong with the others is a problem. */
  private List<Request> read(
      String file, List<String> written, Parameters parameters, FunctionNames functions) {
    List<String> names = new ArrayList<>(parameters.names());
    names.add(CALLER);
    RequestReader reader = new RequestReader(names, problems);
    List<Request> good = new ArrayList<>();
    for (Request request :
        file == null ? reader.written(written) : reader.read(file, streams.in())) {
      boolean open = nameless(request) || request.callerOpen();
      Request named =
          open && line.hasOption(CALLER) ? request.by(Opts.last(line, CALLER)) : request;
      Optional<Problem> problem = problem(named, parameters, functions);
      problem.ifPresent(problems::add);
      if (problem.isEmpty()) {
        good.add(named);
      }
    }
    return good;
  }

  /** Whether the request does not say who calls. */
  private static boolean nameless(Request request) {
    return !request.callerOpen()
        && (request.caller().isBlank() || request.caller().startsWith("$"));
  }

  private static Optional<Problem> problem(
      Request request, Parameters parameters, FunctionNames functions) {
    String function = request.function();
    if (request.opens("function")) {
      return Optional.of(
          new Problem(
              request.place(), "what is called stands in a variable", "write the function out"));
    }
    String ask = "ask for one of " + String.join(", ", parameters.functionNames());
    if (function.isBlank()) {
      boolean json = request.parameters().keySet().stream().anyMatch(n -> n.startsWith("{"));
      return Optional.of(
          new Problem(
              request.place(),
              "this request names no function",
              json ? "send the parameters as a form: the API reads no JSON" : ask));
    }
    boolean ours = parameters.functionNames().contains(function);
    if (!ours && (!request.whole() || functions.known(function))) {
      String hint =
          new Ampersands(parameters)
              .notes(request).values().stream()
                  .findFirst()
                  .or(() -> functions.meant(function))
                  .orElse(functions.summary(function) + ask);
      return Optional.of(
          new Problem(
              request.place(),
              functions.shown(function)
                  + (functions.known(function)
                      ? " makes and changes no accounts"
                      : " is no function of the API, and makes and changes no accounts"),
              hint));
    }
    if (nameless(request)) {
      return Optional.of(
          new Problem(
              request.place(),
              "who calls is not said",
              "name the account that calls with --caller, or in a column or key caller"));
    }
    return Optional.empty();
  }
}
