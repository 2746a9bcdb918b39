package org.vicilint.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Scripts of VICIdial's own that write rows into {@code vicidial_api_log}, beside its two APIs,
 * from {@code catalog/scripts.tsv}. The file is ours: an error in it is a bug, and throws.
 */
public final class OwnScripts {
  private final Map<String, Script> byNames = new HashMap<>();
  private final Map<String, Script> byFunction = new HashMap<>();

  private OwnScripts() {}

  /**
   * A script.
   *
   * @param file where it stands below VICIdial's web folder or in its source
   * @param does what it does
   */
  public record Script(String file, String does) {}

  /** Reads the list. */
  public static OwnScripts load() {
    OwnScripts scripts = new OwnScripts();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                OwnScripts.class.getResourceAsStream("/catalog/scripts.tsv"),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(f -> scripts.add(f[0], f[1], new Script(f[2], f[3])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return scripts;
  }

  private void add(String name, String function, Script script) {
    byNames.put(name + '\t' + function, script);
    byFunction.putIfAbsent(function, script);
  }

  /** The functions that these scripts log. */
  public Set<String> functions() {
    return Set.copyOf(byFunction.keySet());
  }

  /**
   * The script that writes so; empty when none is known.
   *
   * @param script empty when the log has no {@code api_script}; the function decides then
   */
  public Optional<Script> of(String script, String function) {
    if (script.isEmpty()) {
      return Optional.ofNullable(byFunction.get(function));
    }
    return Optional.ofNullable(byNames.get(script + '\t' + function));
  }
}
