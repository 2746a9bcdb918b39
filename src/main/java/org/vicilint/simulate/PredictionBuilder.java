package org.vicilint.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.model.Account;
import org.vicilint.model.Request;

/** A prediction while it is made. */
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

  /** A line of the answer as it stands; nothing comes of the request. */
  void refuse(String line) {
    answer.add(line);
    refused = true;
  }

  /** A refusal in the form that the API gives to all of them. */
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

  /** A note on something that holds whatever a shell or a program fills in. */
  void sure(String sentence) {
    note("in any case: " + sentence);
  }

  /** A note on something that is not stored, or not done, as it was sent. */
  void alter(String sentence) {
    altered = true;
    note(sentence);
  }

  /** A note on something that the answer depends on, and that is not known. */
  void doubt(String sentence) {
    uncertain = true;
    note(sentence);
  }

  /**
   * A note on what stops the server in the middle: what it has said so far stays said, nothing more
   * comes, and nothing is stored.
   *
   * @param older what the server says all the same when its PHP is older than 8.1
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

  /** A column that is written. */
  void store(String column, String value) {
    stored.put(column, value);
  }

  /** Whether the server has refused. */
  boolean refused() {
    return refused;
  }

  /** The function as it may be shown. */
  void function(String name) {
    function = name;
  }

  /** What becomes of an account; either may be null. */
  void change(Account from, Account to) {
    if (!swallowed.covered().isEmpty()) {
      return; // what rules say of the account would show what stands in it
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
