package org.vicilint.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.vicilint.model.Build;
import org.vicilint.model.Characters;
import org.vicilint.model.Flag;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the data file of the pages. It is ours: an error in it is a bug, and throws. */
final class PagesReader {
  /** Pages ask whether the value is above 0. */
  private static final int ANY_MODIFY_LEADS = 0b111_1110;

  private PagesReader() {}

  static Pages read() {
    try (InputStream in = PagesReader.class.getResourceAsStream("/catalog/pages.yaml")) {
      Map<String, Object> file = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
      Build build = Build.parse((String) file.get("build")).orElseThrow();
      Map<String, Object> login = map(file.get("login"));
      List<Page> pages = new ArrayList<>();
      for (Object each : (List<?>) file.get("pages")) {
        pages.add(page(build, login, map(each)));
      }
      return new Pages(build, pages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Page page(Build build, Map<String, Object> login, Map<String, Object> entry) {
    PageEffect effect = effect(entry.get("effect"));
    Characters kept = characters(login.get("characters"));
    Object password = entry.get("password_characters");
    return new Page(
        (String) entry.get("page"),
        (String) entry.get("category"),
        effect,
        (String) entry.get("summary"),
        new LoginRequirement(
            build,
            true,
            (int) entry.get("login_level"),
            (boolean) login.get("active"),
            (boolean) login.get("lock"),
            0,
            0,
            kept,
            password == null ? kept : characters(password),
            null,
            null),
        ((List<?>) entry.get("opens")).stream().map(way -> way(build, effect, map(way))).toList(),
        (boolean) entry.getOrDefault("api_only_user_closes", false));
  }

  private static Page.Way way(Build build, PageEffect effect, Map<String, Object> entry) {
    long flags = 0;
    int modifyLeads = 0;
    for (Object flag : (List<?>) entry.getOrDefault("flags", List.of())) {
      if (flag.equals("modify_leads")) {
        modifyLeads = ANY_MODIFY_LEADS;
      } else {
        flags |= Flag.of((String) flag).orElseThrow().bit();
      }
    }
    int level = (int) entry.get("user_level");
    return new Page.Way(
        new Requirement(build, false, level, flags, modifyLeads, false, false, false, false, null),
        entry.containsKey("effect") ? effect(entry.get("effect")) : effect);
  }

  private static PageEffect effect(Object word) {
    return PageEffect.of((String) word).orElseThrow();
  }

  private static Characters characters(Object set) {
    return Arrays.stream(Characters.values())
        .filter(each -> each.set().equals(set))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("unknown characters: " + set));
  }

  @SuppressWarnings("unchecked") // YAML mappings of our own files have text keys
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
