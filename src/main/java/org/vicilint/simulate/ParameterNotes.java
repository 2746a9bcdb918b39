package org.vicilint.simulate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.vicilint.api.Parameter;
import org.vicilint.api.Parameters;
import org.vicilint.api.Signature;
import org.vicilint.model.Build;
import org.vicilint.model.Request;
import org.vicilint.model.Suggestions;
import org.vicilint.text.PasswordNames;

/** Notes on the parameters of a request, independent of the server's answer. */
final class ParameterNotes {
  private static final int ASCII = 127;
  private static final Pattern PAGE =
      Pattern.compile("(?i).*\\.(?:[mc]?[jt]sx?|x?html?|vue|svelte)");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

  private final Parameters parameters;
  private final FunctionNames functions;

  ParameterNotes(Parameters parameters, FunctionNames functions) {
    this.parameters = parameters;
    this.functions = functions;
  }

  void write(PredictionBuilder draft, SanitizedRequest sent) {
    browser(draft, sent);
    String function = sent.request().function();
    Signature signature = parameters.functions().get(function);
    if (signature == null) {
      draft.alter(
          "%s is no function of the API, so that no account is made, changed or deleted%s"
              .formatted(
                  functions.shown(function),
                  functions.meant(function).map(hint -> ": " + hint).orElse("")));
      return;
    }
    for (Map.Entry<String, String> each : sent.request().parameters().entrySet()) {
      String name = each.getKey();
      if (signature.takes(name, sent.build()) || name.equals("source")) {
        value(draft, sent, name, each.getValue());
      } else if (!parameters.everywhere().contains(name)) {
        unknown(draft, sent, each, function, signature);
      }
    }
    signature.required().forEach((name, least) -> missing(draft, sent, name, least));
  }

  /** Adds a note on a password in a page, which every visitor can read. */
  private static void browser(PredictionBuilder draft, SanitizedRequest sent) {
    Request request = sent.request();
    boolean literal =
        !request.parameters().getOrDefault("pass", "").isEmpty()
            && !request.opens("pass")
            && !request.opens("user");
    if (literal && PAGE.matcher(request.place().source()).matches()) {
      draft.note(
          "the password of %s stands in this file: every browser that is sent it can call in that name"
              .formatted(request.caller()));
    }
  }

  private void value(PredictionBuilder draft, SanitizedRequest sent, String name, String raw) {
    if (sent.open(name)) {
      return;
    }
    Parameter parameter = sent.parameter(name);
    String clean = sent.get(name);
    if (!clean.equals(raw)) {
      int dropped = raw.length() - clean.length();
      String kept = parameter.kept(sent.build()).set();
      String wants = clean.isEmpty() ? "; it takes " + parameter.wants() : "";
      if (raw.chars().anyMatch(c -> c > ASCII && Character.isLetter(c))) {
        wants += "; a server with system_settings.use_non_latin=1 keeps letters of all alphabets";
      }
      draft.alter(
          dropped == 0
              ? "%s: the server makes %s of it".formatted(name, quoted(clean))
              : "%s: %s that the server does not keep (only %s)%s%s"
                  .formatted(
                      name,
                      dropped == 1 ? "1 character" : dropped + " characters",
                      kept,
                      becomes(parameter, clean),
                      wants));
    } else if (raw.isEmpty()) {
      draft.note(name + " is sent without a value");
    }
  }

  private static String becomes(Parameter parameter, String clean) {
    if (clean.isEmpty()) {
      return " and nothing is left";
    }
    return parameter.secret()
        ? ": who types it as it was sent may not get in"
        : ": it becomes " + quoted(clean);
  }

  private void unknown(
      PredictionBuilder draft,
      SanitizedRequest sent,
      Map.Entry<String, String> each,
      String function,
      Signature signature) {
    String name = each.getKey();
    Build later = signature.brings(name, sent.build());
    List<String> names = signature.names(sent.build());
    String lower = name.toLowerCase(Locale.ROOT);
    String meant = parameters.meant().get(name);
    String hint;
    boolean shown = true;
    if (later != null) {
      hint = "build " + later + " brings it";
    } else if (!lower.equals(name)
        && (signature.takes(lower, sent.build()) || parameters.everywhere().contains(lower))) {
      draft.alter("%s is not %s: upper and lower case count".formatted(name, lower));
      return;
    } else if (meant != null && signature.takes(meant, sent.build())) {
      hint = "the parameter is " + meant;
    } else {
      String closest = Suggestions.closest(name, names).orElse(null);
      boolean split = closest == null && sent.request().whole() && each.getValue().isEmpty();
      hint =
          closest != null
              ? "did you mean " + closest + "?"
              : split
                  ? "an & within a value begins another parameter; write it as %26"
                  : "it takes " + String.join(", ", names);
      // In an address, an unencoded & turns a part of a password into a parameter name.
      shown =
          !PasswordNames.mayHold(name)
              && (closest != null || (!sent.request().whole() && WORD.matcher(name).matches()));
    }
    draft.alter(
        "%s does not know %s and ignores it: %s"
            .formatted(
                function, shown || parameters.names().contains(name) ? name : "a parameter", hint));
  }

  private void missing(PredictionBuilder draft, SanitizedRequest sent, String name, int least) {
    boolean unseen = sent.open(name) || (sent.opensMore() && !sent.has(name));
    if (sent.get(name).length() < least && !unseen) {
      draft.alter(
          "%s is %s: %s needs %s%s"
              .formatted(
                  name,
                  sent.has(name) ? "too short" : "missing",
                  sent.request().function(),
                  sent.parameter(name).wants(),
                  least > 1 && !sent.parameter(name).wants().contains("characters")
                      ? " of at least " + least + " characters"
                      : ""));
    }
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }
}
