package org.vicilint.profile.read;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.vicilint.document.Node;
import org.vicilint.document.Values;
import org.vicilint.profile.Origin;
import org.vicilint.profile.Profile;
import org.vicilint.source.Exclusion;

/** Settings of profiles for files: those that are left out, and the baseline. */
final class FileSettings {
  private final SortedMap<String, Origin> origins;
  private final List<Profile.Exclude> exclude = new ArrayList<>();
  private String baseline;

  /**
   * @param origins takes where each value comes from
   */
  FileSettings(SortedMap<String, Origin> origins) {
    this.origins = origins;
  }

  /** Adds patterns to those of the profiles that this one extends. */
  void exclude(Node.Entry entry, ProfileLayer layer, Values values) {
    List<String> texts = values.texts(entry);
    Path file = layer.source().path();
    if (texts == null || file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    for (String text : texts) {
      if (Exclusion.ofProfile(text, folder).isEmpty()) {
        values.problem(
            entry.value(),
            "exclude holds something that matches no file",
            "write patterns as in .gitignore, for example k8s/ or **/*.generated.yaml");
      } else {
        exclude.add(new Profile.Exclude(text, folder.toString()));
      }
    }
    origin(
        entry,
        layer,
        exclude.stream().map(Profile.Exclude::pattern).collect(Collectors.joining(", ", "[", "]")));
  }

  /**
   * Takes the baseline, seen from where vicilint runs; the next one replaces it.
   *
   * @param roof the real folder that no file may be outside of; null for no limit
   */
  void baseline(Node.Entry entry, ProfileLayer layer, Values values, Path roof) {
    String text = values.text(entry);
    if (text == null) {
      return;
    }
    try {
      Path profile = layer.source().path();
      Path file = profile == null ? Path.of(text) : profile.resolveSibling(text);
      if (ProfileSources.leaves(text, file, roof)) {
        values.problem(entry.value(), ProfileSources.LEAVES, ProfileSources.ASK);
        return;
      }
      if (!text.isBlank() && !Files.isDirectory(file)) {
        baseline = file.normalize().toString();
        origin(entry, layer, baseline);
        return;
      }
    } catch (InvalidPathException e) {
      // Then it names no file.
    }
    values.problem(
        entry.value(),
        "baseline names no file",
        "write the file that vicilint baseline wrote, relative to this profile");
  }

  private void origin(Node.Entry entry, ProfileLayer layer, String value) {
    Node at = entry.value();
    origins.put(entry.key(), new Origin(value, layer.name(), layer.place(at.line(), at.column())));
  }

  List<Profile.Exclude> exclude() {
    return List.copyOf(exclude);
  }

  String baseline() {
    return baseline;
  }
}
