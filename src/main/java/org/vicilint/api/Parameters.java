package org.vicilint.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.vicilint.model.Build;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The facts on parameters in {@code catalog/requests.yaml}. The file ships with vicilint: an error
 * in it is a bug and throws an exception.
 *
 * @param byName all parameters
 * @param functions the signature of each function
 * @param updates the values that update_user checks, in its order
 * @param ranks the ranks that update_user writes
 * @param everywhere the names that every function takes
 * @param meant names that people use by mistake, and the right ones
 * @param calls functions that do not exist, and the calls that do what people mean by them
 */
public record Parameters(
    Map<String, Parameter> byName,
    Map<String, Signature> functions,
    List<UpdateStep> updates,
    List<RankStep> ranks,
    List<String> everywhere,
    Map<String, String> meant,
    Map<String, String> calls) {
  private static final Build FIRST = Build.parse("110127-2245").orElseThrow();

  /** Returns the parameters that ship with this version of vicilint, read on first use. */
  public static Parameters known() {
    return Known.PARAMETERS;
  }

  /** Reads the file on first use of this class: many commands never need it. */
  private static final class Known {
    static final Parameters PARAMETERS = load();
  }

  private static Parameters load() {
    try (InputStream in = Parameters.class.getResourceAsStream("/catalog/requests.yaml")) {
      Map<String, Object> file = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
      Map<String, Parameter> parameters = new HashMap<>();
      map(file.get("parameters")).forEach((name, e) -> parameters.put(name, parameter(name, e)));
      Map<String, Signature> functions = new HashMap<>();
      map(file.get("functions")).forEach((name, e) -> functions.put(name, signature(map(e))));
      return new Parameters(
          parameters,
          functions,
          list(file.get("updates")).stream().map(e -> step(map(e))).toList(),
          list(file.get("ranks")).stream().map(e -> rank(map(e))).toList(),
          list(file.get("everywhere")).stream().map(String.class::cast).toList(),
          texts(file.get("meant")),
          texts(file.get("calls")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the functions that create and change accounts. */
  public List<String> functionNames() {
    return functions.keySet().stream().sorted().toList();
  }

  /** Returns every name with a meaning in a request, right or used by mistake. */
  public List<String> names() {
    List<String> names = new ArrayList<>(byName.keySet());
    names.addAll(everywhere);
    names.addAll(meant.keySet());
    return names;
  }

  private static Parameter parameter(String name, Object value) {
    Map<String, Object> e = map(value);
    NavigableMap<Build, AcceptedCharacters> kept = new TreeMap<>();
    if (e.get("keeps") instanceof String set) {
      kept.put(FIRST, AcceptedCharacters.of(set));
    } else {
      texts(e.get("keeps"))
          .forEach((build, set) -> kept.put(build(build), AcceptedCharacters.of(set)));
    }
    return new Parameter(
        name,
        (String) e.getOrDefault("column", ""),
        e.containsKey("holds") ? ColumnCoercion.of(e.get("holds")) : null,
        (boolean) e.getOrDefault("secret", false),
        kept,
        (String) e.getOrDefault("plus", "+"),
        (String) e.get("wants"));
  }

  @SuppressWarnings("unchecked") // the file ships with vicilint
  private static Signature signature(Map<String, Object> e) {
    NavigableMap<Build, List<String>> optional = new TreeMap<>();
    map(e.getOrDefault("optional", Map.of()))
        .forEach((build, names) -> optional.put(build(build), (List<String>) names));
    return new Signature((Map<String, Integer>) e.get("required"), optional);
  }

  private static UpdateStep step(Map<String, Object> e) {
    String rule =
        Optional.ofNullable((String) e.get("rule"))
            .or(
                () ->
                    List.of("length", "number", "words").stream().filter(e::containsKey).findAny())
            .orElse("none");
    return new UpdateStep(
        (String) e.get("parameter"),
        UpdateStep.Rule.valueOf(rule.toUpperCase(Locale.ROOT)),
        list(e.getOrDefault(rule, List.of())).stream().map(String::valueOf).toList(),
        (boolean) e.getOrDefault("blank", false),
        (String) e.getOrDefault("refusal", ""));
  }

  private static RankStep rank(Map<String, Object> e) {
    return new RankStep(
        (String) e.get("what"),
        (String) e.get("rank"),
        (String) e.get("grade"),
        (String) e.get("only"),
        (String) e.get("id"));
  }

  private static Build build(String text) {
    return Build.parse(text).orElseThrow();
  }

  private static List<?> list(Object value) {
    return (List<?>) value;
  }

  @SuppressWarnings("unchecked") // YAML mappings of shipped files have text keys
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // as above, and text values
  private static Map<String, String> texts(Object value) {
    return (Map<String, String>) value;
  }
}
