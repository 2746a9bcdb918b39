package org.vicilint.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vicilint.engine.Recommendation;
import org.vicilint.files.OutputFailure;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.text.Printable;

/**
 * A folder with one recommendation a file. Each file is written whole or not at all.
 *
 * @param folder made when it is not there, but its parent is
 * @param format also the ending of the files
 */
record RecommendFolder(String folder, String format) {

  /** Writes the files, and says on standard output how many. */
  void write(List<Recommendation> all, Estate estate, Streams streams)
      throws UsageException, IOException {
    List<Recommendation> results = all.stream().filter(r -> r.none().isEmpty()).toList();
    Path target = Path.of(folder);
    try {
      if (!Files.exists(target)) {
        Files.createDirectory(target);
      }
    } catch (IOException e) {
      throw new UsageException("cannot make the folder " + folder + ": does its parent exist?");
    }
    if (!Files.isDirectory(target)) {
      throw new UsageException("cannot write to " + folder + ": it is not a folder");
    }
    refuseInput(target, estate);
    Optional<Exception> failure =
        results.parallelStream()
            .map(result -> write(target, result, streams))
            .flatMap(Optional::stream)
            .findFirst();
    if (failure.isPresent()) {
      if (failure.get() instanceof UsageException wrong) {
        throw wrong;
      }
      throw new OutputFailure(failure.get().getMessage());
    }
    long closed = results.stream().filter(result -> !result.least().complete()).count();
    streams
        .out()
        .println(
            "%d %s written to %s%s"
                .formatted(
                    results.size(),
                    results.size() == 1 ? "file" : "files",
                    Printable.of(folder),
                    closed == 0
                        ? ""
                        : "; in %d of them some call stays closed, see their notes"
                            .formatted(closed)));
    all.stream()
        .filter(result -> result.none().isPresent())
        .forEach(
            result ->
                streams
                    .out()
                    .println(
                        Printable.of(
                            "no file for %s: %s"
                                .formatted(result.least().account().user(), result.none().get()))));
  }

  /** Writes one file; what went wrong, or nothing. */
  private Optional<Exception> write(Path target, Recommendation result, Streams streams) {
    Path file = target.resolve(fileName(result.least().account().user()));
    try {
      Output.write(
          file.toString(), List.of(), streams, out -> RecommendCommand.write(out, format, result));
      return Optional.empty();
    } catch (UsageException | IOException e) {
      return Optional.of(e);
    }
  }

  private void refuseInput(Path target, Estate estate) throws UsageException, IOException {
    Set<String> sources =
        estate.accounts().stream()
            .map(Account::places)
            .map(places -> places.record().source())
            .collect(Collectors.toSet());
    for (String source : sources) {
      Path parent = Path.of(source).toAbsolutePath().getParent();
      if (parent != null && Files.exists(parent) && Files.isSameFile(parent, target)) {
        throw new UsageException(
            "cannot write to " + folder + ": files being read are in it; choose another folder");
      }
    }
  }

  /** A name that no file system takes for something else; what is no letter is in hexadecimal. */
  private String fileName(String user) {
    StringBuilder name = new StringBuilder();
    for (byte b : user.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          (b >= '0' && b <= '9')
              || (b >= 'A' && b <= 'Z')
              || (b >= 'a' && b <= 'z')
              || b == '-'
              || b == '_'
              || (b == '.' && name.length() > 0);
      name.append(plain ? Character.toString(b) : "%%%02X".formatted(b & 0xff));
    }
    return name + "." + format;
  }
}
