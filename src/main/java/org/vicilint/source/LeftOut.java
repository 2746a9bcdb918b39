package org.vicilint.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Files and folders that a folder walk leaves out. A file or folder that is named is always read.
 *
 * @param paths files and folders that a run uses otherwise, for instance a baseline
 * @param exclusions what the user leaves out; of those that match, the last one decides
 */
public record LeftOut(List<String> paths, List<Exclusion> exclusions) {
  public static final LeftOut NOTHING = new LeftOut(List.of(), List.of());

  public LeftOut {
    paths = List.copyOf(paths);
    exclusions = List.copyOf(exclusions);
  }

  /** Both. */
  public LeftOut and(LeftOut other) {
    List<String> all = new ArrayList<>(paths);
    all.addAll(other.paths);
    List<Exclusion> both = new ArrayList<>(exclusions);
    other.exclusions.stream().filter(each -> !both.contains(each)).forEach(both::add);
    return new LeftOut(all, both);
  }

  /** Returns a copy that leaves out these paths too. */
  public LeftOut and(Collection<String> more) {
    return and(new LeftOut(List.copyOf(more), List.of()));
  }

  /**
   * Whether the exclusions leave out a file or folder; the folders that it lies in are not looked
   * at.
   *
   * @param used takes the exclusions that match
   */
  public boolean excludes(Path path, Path given, boolean folder, Set<Exclusion> used) {
    boolean out = false;
    for (Exclusion each : exclusions) {
      if (each.matches(path, given, folder)) {
        used.add(each);
        out = !each.pattern().negated();
      }
    }
    return out;
  }

  /**
   * Whether the patterns leave out a file or one of its folders, for a file whose folders no walk
   * has checked.
   */
  public boolean excludesWithin(Path given, Path file, Set<Exclusion> used) {
    Path path = given;
    for (Path name : given.relativize(file)) {
      path = path.resolve(name);
      if (excludes(path, given, !path.equals(file), used)) {
        return true;
      }
    }
    return false;
  }
}
