package org.vicilint.simulate;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vicilint.api.Parameters;
import org.vicilint.model.Request;
import org.vicilint.text.PasswordNames;

/** Finds values that other parameters have run into because an ampersand was lost or encoded. */
public final class Ampersands {
  private static final String USER = "user";

  /** A placeholder for a value that is filled in later. */
  private static final Pattern FILLED = Pattern.compile("\\{[^{}]*}");

  private final Parameters parameters;
  private final Pattern names;

  public Ampersands(Parameters parameters) {
    this.parameters = parameters;
    this.names =
        Pattern.compile(
            "([^\\w\\s\\p{C}]?)("
                + Stream.concat(
                        parameters.byName().keySet().stream(), parameters.everywhere().stream())
                    .distinct()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"))
                + ")\\s*=",
            Pattern.CASE_INSENSITIVE);
  }

  /** Returns a note for each parameter whose value others have run into; no note shows a value. */
  public Map<String, String> notes(Request request) {
    Map<String, String> notes = new LinkedHashMap<>();
    literals(request)
        .forEach(
            (name, value) -> {
              Matcher inside = names.matcher(PasswordNames.decoded(value));
              if (inside.find()) {
                String what = "`" + inside.group(1) + inside.group(2) + "=` inside " + name;
                notes.put(
                    name,
                    encoded(value)
                        ? what + ": it holds another parameter, since the & was encoded"
                        : what + ": an ampersand is missing");
              }
            });
    return notes;
  }

  /** Whether the value holds another parameter behind an encoded ampersand. */
  boolean encoded(String value) {
    Matcher inside = names.matcher(PasswordNames.decoded(value));
    return inside.find() && inside.group(1).equals("&");
  }

  /**
   * Returns the literal values, without placeholders, of the parameters whose names may be shown.
   */
  Map<String, String> literals(Request request) {
    Map<String, String> literals = new LinkedHashMap<>();
    literals.put(USER, request.caller());
    request
        .parameters()
        .forEach(
            (name, value) -> {
              if (parameters.byName().containsKey(name) || parameters.everywhere().contains(name)) {
                literals.put(name, value);
              }
            });
    literals.replaceAll(
        (name, value) -> request.opens(name) ? FILLED.matcher(value).replaceAll("") : value);
    return literals;
  }
}
