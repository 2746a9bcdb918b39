package org.vicilint.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.vicilint.model.Build;
import org.vicilint.model.Characters;
import org.vicilint.model.Flag;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reads one API's data file. In a history, what an entry does not mention is as in the entry before
 * it. The file is ours: an error in it is a bug, and throws.
 */
final class CatalogReader {
  private CatalogReader() {}

  static ApiCatalog read(String name) {
    try (InputStream in = CatalogReader.class.getResourceAsStream("/catalog/" + name + ".yaml")) {
      Map<String, Object> file = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
      Api api = Api.valueOf(name.toUpperCase(Locale.ROOT));
      String notAllowed = (String) file.get("not_allowed");
      List<Function> functions = new ArrayList<>();
      for (Object each : list(file, "functions")) {
        functions.add(function(api, notAllowed, map(each)));
      }
      return new ApiCatalog(
          api,
          list(file, "builds").stream().map(b -> build(b)).toList(),
          list(file, "confirmed").stream().map(b -> build(b)).toList(),
          list(file, "revised").stream()
              .map(r -> map(r))
              .collect(Collectors.toMap(r -> build(r.get("build")), r -> (String) r.get("what"))),
          logins(list(file, "login")),
          (String) file.get("no_group"),
          (String) file.get("no_function"),
          (String) file.get("ip_refused"),
          (String) file.get("switched_off"),
          List.copyOf(functions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Function function(Api api, String notAllowed, Map<String, Object> entry) {
    List<Operation> operations = new ArrayList<>();
    for (Object each : (List<?>) entry.getOrDefault("operations", List.of())) {
      Map<String, Object> operation = map(each);
      operations.add(
          new Operation(
              (String) operation.get("name"),
              (String) operation.get("summary"),
              effect(operation),
              requirements(list(operation, "requirements"))));
    }
    return new Function(
        api,
        (String) entry.get("name"),
        (String) entry.get("summary"),
        (String) entry.get("category"),
        effect(entry),
        !"none".equals(entry.get("login")),
        (String) entry.getOrDefault("not_allowed", notAllowed),
        requirements(list(entry, "requirements")),
        List.copyOf(operations));
  }

  private static List<Requirement> requirements(List<?> entries) {
    List<Requirement> history = new ArrayList<>();
    Requirement before = new Requirement(null, false, 0, 0, 0, false, false, false, false, null);
    for (Object each : entries) {
      Map<String, Object> e = map(each);
      before =
          new Requirement(
              build(e.get("since")),
              yes(e, "gone", before.gone()),
              number(e, "user_level", before.userLevel()),
              e.containsKey("flags") ? flagBits(e) : before.flags(),
              e.containsKey("flags") ? modifyLeads(e) : before.modifyLeads(),
              yes(e, "active", before.active()),
              yes(e, "allowed_functions", before.allowedFunctions()),
              yes(e, "level_first", before.levelFirst()),
              yes(e, "list_scope", before.listScope()),
              (String) e.getOrDefault("refusal", before.refusal()));
      history.add(before);
    }
    return List.copyOf(history);
  }

  private static List<LoginRequirement> logins(List<?> entries) {
    List<LoginRequirement> history = new ArrayList<>();
    Characters plain = Characters.ALPHANUMERIC;
    LoginRequirement before =
        new LoginRequirement(null, true, 0, false, false, 0, 0, plain, plain, null, null);
    for (Object each : entries) {
      Map<String, Object> e = map(each);
      Characters user = characters(e.get("characters"), before.userCharacters());
      Characters password = characters(e.get("characters"), before.passwordCharacters());
      before =
          new LoginRequirement(
              build(e.get("since")),
              e.containsKey("at") ? e.get("at").equals("login") : before.shared(),
              number(e, "user_level", before.userLevel()),
              yes(e, "active", before.active()),
              yes(e, "lock", before.lock()),
              e.containsKey("flags") ? flagBits(e) : before.flags(),
              number(e, "min_length", before.minLength()),
              user,
              characters(e.get("password_characters"), password),
              (String) e.getOrDefault("refusal", before.refusal()),
              (String) e.getOrDefault("locked", before.locked()));
      history.add(before);
    }
    return List.copyOf(history);
  }

  private static long flagBits(Map<String, Object> entry) {
    long bits = 0;
    for (Map.Entry<String, Object> flag : map(entry.get("flags")).entrySet()) {
      if (!flag.getKey().equals("modify_leads")) {
        if (!flag.getValue().equals("1")) {
          throw new IllegalStateException("a flag must be set to '1': " + flag);
        }
        bits |= Flag.of(flag.getKey()).orElseThrow().bit();
      }
    }
    return bits;
  }

  private static int modifyLeads(Map<String, Object> entry) {
    Object accepted = map(entry.get("flags")).get("modify_leads");
    if (accepted == null) {
      return 0;
    }
    return Arrays.stream(((String) accepted).split(" "))
        .mapToInt(value -> 1 << Integer.parseInt(value))
        .reduce(0, (a, b) -> a | b);
  }

  private static Characters characters(Object set, Characters otherwise) {
    if (set == null) {
      return otherwise;
    }
    return Arrays.stream(Characters.values())
        .filter(c -> c.set().equals(set))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("unknown characters: " + set));
  }

  private static Build build(Object text) {
    return Build.parse((String) text).orElseThrow();
  }

  private static Effect effect(Map<String, Object> entry) {
    return Effect.valueOf(((String) entry.get("effect")).toUpperCase(Locale.ROOT));
  }

  private static boolean yes(Map<String, Object> entry, String key, boolean otherwise) {
    return (boolean) entry.getOrDefault(key, otherwise);
  }

  private static int number(Map<String, Object> entry, String key, int otherwise) {
    return (int) entry.getOrDefault(key, otherwise);
  }

  private static List<?> list(Map<String, Object> entry, String key) {
    return (List<?>) entry.get(key);
  }

  @SuppressWarnings("unchecked") // YAML mappings of our own files have text keys
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
