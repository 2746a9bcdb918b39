package org.vicilint.request;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.vicilint.model.Build;
import org.vicilint.model.Suggestions;

/** What can be said of a request's parameters whatever the server answers. */
final class Remarks {
  private static final int ASCII = 127;
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

  private final Parameters parameters;

  Remarks(Parameters parameters) {
    this.parameters = parameters;
  }

  void write(Draft draft, Sent sent, String function) {
    Signature signature = parameters.functions().get(function);
    for (Map.Entry<String, String> each : sent.request().parameters().entrySet()) {
      String name = each.getKey();
      if (signature.takes(name, sent.build()) || name.equals("source")) {
        value(draft, sent, name, each.getValue());
      } else if (!parameters.everywhere().contains(name)) {
        unknown(draft, sent, name, function, signature);
      }
    }
    signature.required().forEach((name, least) -> missing(draft, sent, name, least));
  }

  private void value(Draft draft, Sent sent, String name, String raw) {
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

  private void unknown(Draft draft, Sent sent, String name, String function, Signature signature) {
    Build later = signature.brings(name, sent.build());
    List<String> names = signature.names(sent.build());
    String meant = parameters.meant().get(name);
    String hint;
    boolean shown = true;
    if (later != null) {
      hint = "build " + later + " brings it";
    } else if (meant != null && signature.takes(meant, sent.build())) {
      hint = "the parameter is " + meant;
    } else {
      String closest = Suggestions.closest(name, names).orElse(null);
      hint =
          closest != null
              ? "did you mean " + closest + "?"
              : "it takes " + String.join(", ", names);
      // In an address, an & that nobody has encoded makes a name of a part of a password.
      shown = closest != null || (!sent.request().whole() && WORD.matcher(name).matches());
    }
    draft.alter(
        "%s does not know %s and ignores it: %s"
            .formatted(
                function, shown || parameters.names().contains(name) ? name : "a parameter", hint));
  }

  private void missing(Draft draft, Sent sent, String name, int least) {
    if (sent.get(name).length() < least && !sent.open(name)) {
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
