package org.vicilint.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.api.Parameter;
import org.vicilint.api.Parameters;
import org.vicilint.model.Build;
import org.vicilint.model.Request;
import org.vicilint.text.PasswordNames;

/**
 * Values of other parameters that may hold a password, because the rest of a broken request has run
 * into them. No output shows such a value, nor any form that the server gives it.
 *
 * @param notes the faults of the request, one sentence each
 * @param covered the parameters whose values are hidden
 * @param forms all forms that the hidden values may take in an answer or a note, the longest first
 */
record Swallowed(List<String> notes, Set<String> covered, List<String> forms) {
  static final String MASK = "****";

  /** The length of the shortest form to hide; a shorter one discloses nothing of a password. */
  private static final int SHORTEST = 4;

  static Swallowed of(
      Request request,
      Ampersands ampersands,
      Parameters parameters,
      SimulatedEstate world,
      Build build) {
    Map<String, String> notes = ampersands.notes(request);
    Set<String> covered = new LinkedHashSet<>();
    Set<String> forms = new LinkedHashSet<>();
    ampersands
        .literals(request)
        .forEach(
            (name, value) -> {
              boolean masked = PasswordNames.mayHold(name + "=");
              boolean may = PasswordNames.mayHold(value) && world.find(value).isEmpty();
              if (!masked && (may || ampersands.encoded(value))) {
                covered.add(name);
                forms.addAll(forms(name, value, parameters, build));
                notes.putIfAbsent(name, name + " may hold a password, so that it is not shown");
              }
            });
    List<String> longest =
        forms.stream()
            .filter(form -> form.length() >= SHORTEST)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    return new Swallowed(List.copyOf(notes.values()), covered, longest);
  }

  /** Returns the value as sent, and as it is after the server's deletions. */
  private static List<String> forms(String name, String value, Parameters parameters, Build build) {
    List<String> forms = new ArrayList<>();
    for (String each : List.of(value, PasswordNames.decoded(value))) {
      forms.add(each);
      forms.add(each.strip());
      forms.add(each.replaceAll("[^-_0-9A-Za-z]", ""));
      forms.add(each.replaceAll("[^0-9A-Za-z]", ""));
      Parameter parameter = parameters.byName().get(name);
      if (parameter != null) {
        String clean = parameter.clean(each, build);
        forms.add(clean);
        forms.add(parameter.holds() == null ? clean : parameter.holds().store(clean));
      }
    }
    return forms;
  }

  boolean covers(String name) {
    return covered.contains(name);
  }

  /** Returns a text with the hidden values masked. */
  String cover(String text) {
    String shown = text;
    for (String form : forms) {
      shown = shown.replace(form, MASK);
    }
    return shown;
  }

  /** Returns a map with the hidden values masked in every value. */
  Map<String, String> cover(Map<String, String> texts) {
    Map<String, String> shown = new LinkedHashMap<>();
    texts.forEach((name, value) -> shown.put(name, cover(value)));
    return shown;
  }
}
