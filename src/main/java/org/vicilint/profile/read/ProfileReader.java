package org.vicilint.profile.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vicilint.document.Node;
import org.vicilint.document.Values;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.profile.Profile;
import org.vicilint.source.Excerpts;
import org.vicilint.source.Source;

/**
 * Reads profiles with all that they extend. Whatever is wrong with one becomes a {@link Problem};
 * what could be read holds. A profile that extends nothing extends {@code default}.
 */
public final class ProfileReader {
  /** Name of the profile that every other one extends. */
  private static final String BASE = "default";

  private final List<Problem> problems;

  /**
   * @param problems takes what is wrong with the profiles
   */
  public ProfileReader(List<Problem> problems) {
    this.problems = problems;
  }

  /**
   * Reads a profile.
   *
   * @param reference the name of a shipped profile, or the path of a file
   */
  public Profile read(String reference) {
    return read(reference, null);
  }

  /**
   * Reads a profile that nobody asked for by name: it reaches no file outside its own folder.
   *
   * @param file what {@link #find} gave
   */
  public Profile readFound(String file) {
    try {
      return read(file, Path.of(file).toAbsolutePath().getParent().toRealPath());
    } catch (IOException e) {
      return read(file, Path.of(file).toAbsolutePath().getParent());
    }
  }

  private Profile read(String reference, Path roof) {
    Deque<ProfileLayer> chain = chain(reference, roof);
    ProfileDraft draft = new ProfileDraft(roof);
    chain.forEach(draft::apply);
    List<String> files =
        chain.stream()
            .map(ProfileLayer::source)
            .filter(source -> source.path() != null)
            .map(Source::name)
            .toList();
    Profile profile = draft.build(chain.getLast(), files);
    List<Problem> found = new ArrayList<>();
    for (ProfileLayer layer : chain) {
      found.addAll(excerpts(layer));
    }
    Collections.sort(found);
    problems.addAll(found);
    return profile;
  }

  /**
   * Returns the problem of a profile that does not exist; empty when there is one, even a faulty
   * one.
   */
  public static Optional<Problem> missing(String reference) {
    ProfileSources.Found found = ProfileSources.find(reference, null, null);
    return found.source() == null
        ? Optional.of(new Problem(SourceLocation.of(reference), found.reason(), found.hint()))
        : Optional.empty();
  }

  /**
   * The profile that holds where none is asked for: {@code vicilint.yaml} in the folder of the path
   * (or in the folder that it is) or, where there is none, in the nearest folder above.
   *
   * @param path a file or folder; {@code -} for the current folder
   */
  public static Optional<String> find(String path) {
    return ProfileSources.upward(path);
  }

  /** The profile and all that it extends, the first ancestor first; never empty. */
  private Deque<ProfileLayer> chain(String reference, Path roof) {
    Deque<ProfileLayer> chain = new ArrayDeque<>();
    Set<Object> seen = new HashSet<>();
    ProfileSources.Found found = ProfileSources.find(reference, null, roof);
    if (found.source() == null) {
      problems.add(new Problem(SourceLocation.of(reference), found.reason(), found.hint()));
    }
    Source next = found.source();
    while (next != null && seen.add(ProfileSources.identity(next))) {
      ProfileLayer layer = layer(next);
      if (layer == null) {
        break;
      }
      chain.addFirst(layer);
      next = parent(layer, seen, roof);
    }
    Source base = ProfileSources.find(BASE, null, null).source();
    if (seen.add(ProfileSources.identity(base))) {
      chain.addFirst(layer(base));
    }
    return chain;
  }

  private ProfileLayer layer(Source source) {
    try {
      return ProfileLayer.read(source);
    } catch (IOException e) {
      String reason = "reading failed";
      problems.add(
          new Problem(SourceLocation.of(source.name()), reason, "check the file and its disk"));
      return null;
    }
  }

  /**
   * Returns the profile that another one extends; null when there is none, or none that can be
   * read.
   */
  private static Source parent(ProfileLayer layer, Set<Object> seen, Path roof) {
    Node.Entry entry = layer.entry("extends");
    String reference = entry == null ? null : new Values(layer.log()).text(entry);
    if (reference == null) {
      return null;
    }
    ProfileSources.Found found = ProfileSources.find(reference, layer.source(), roof);
    Node at = entry.value();
    if (found.source() == null) {
      layer.log().add(at.line(), at.column(), found.reason(), found.hint());
    } else if (seen.contains(ProfileSources.identity(found.source()))) {
      layer
          .log()
          .add(
              at.line(),
              at.column(),
              "profiles extend one another in a circle",
              "remove extends from one of them");
      return null;
    }
    return found.source();
  }

  private static List<Problem> excerpts(ProfileLayer layer) {
    try {
      return Excerpts.addNamingRules(
          layer.source(), layer.log(), ProfileLayer.LIMITS, ProfileKeys.all());
    } catch (IOException e) {
      return layer.log().all(); // without the lines they still have their places
    }
  }
}
