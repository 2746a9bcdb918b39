package org.vicilint.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.model.Account;
import org.vicilint.model.Request;

/** Collects the parts of a prediction. */
final class PredictionBuilder {
  private final Request request;
  private final String user;
  private final Swallowed swallowed;
  private final List<String> answer = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, String> stored = new LinkedHashMap<>();
  private String function = "";
  private boolean refused;
  private boolean uncertain;
  private boolean altered;
  private Account before;
  private Account after;

  /**
   * @param user the caller as the server prints it
   * @param swallowed the values that are not shown
   */
  PredictionBuilder(Request request, String user, Swallowed swallowed) {
    this.request = request;
    this.user = user;
    this.swallowed = swallowed;
  }

  /** Refuses the request with this line as the answer. */
  void refuse(String line) {
    answer.add(line);
    refused = true;
  }

  /** Refuses the request in the API's usual form. */
  void error(String reason, String data) {
    refuse("ERROR: %s: |%s|%s".formatted(reason, user, data));
  }

  void notice(String reason, String data) {
    answer.add("NOTICE: %s - %s|%s".formatted(reason, user, data));
  }

  void success(String reason, String data) {
    answer.add("SUCCESS: %s - %s|%s".formatted(reason, user, data));
  }

  void note(String sentence) {
    notes.add(sentence);
  }

  /** Adds a note that holds for every value that a shell or a program may fill in. */
  void sure(String sentence) {
    note("in any case: " + sentence);
  }

  /**
   * Adds a note on a value that the server does not store, or an action that it does not take, as
   * sent.
   */
  void alter(String sentence) {
    altered = true;
    note(sentence);
  }

  /** Adds a note on an unknown fact that the answer depends on. */
  void doubt(String sentence) {
    uncertain = true;
    note(sentence);
  }

  /**
   * Adds a note on an error that stops the server midway: the output so far remains, nothing
   * follows, and nothing is stored.
   *
   * @param older the further output of a server whose PHP is older than 8.1
   */
  void fail(String why, String older) {
    refused = true;
    stored.clear();
    alter(
        why
            + ": nothing is stored, and the server ends with error 500; with PHP before 8.1 it answers "
            + older
            + " all the same");
  }

  /** Adds a column that the server writes. */
  void store(String column, String value) {
    stored.put(column, value);
  }

  /** Whether the server has refused the request. */
  boolean refused() {
    return refused;
  }

  /** Sets the function as it may be shown. */
  void function(String name) {
    function = name;
  }

  /** Sets an account before and after the request; either may be null. */
  void change(Account from, Account to) {
    if (!swallowed.covered().isEmpty()) {
      return; // findings on the account would show the values in it
    }
    before = from;
    after = to;
  }

  Prediction done() {
    Prediction.Outcome outcome =
        uncertain
            ? Prediction.Outcome.UNCERTAIN
            : refused ? Prediction.Outcome.REFUSED : Prediction.Outcome.SUCCESS;
    return new Prediction(
        request,
        swallowed.covers("user") ? Swallowed.MASK : request.caller(),
        function,
        answer.stream().map(swallowed::cover).toList(),
        outcome,
        !altered,
        swallowed.cover(stored),
        notes.stream().map(swallowed::cover).toList(),
        before,
        after);
  }
}
