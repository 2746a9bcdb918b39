package org.vicilint.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Plants passwords that stand nowhere else, and looks for them. */
public final class Planted {
  private static final String BEGIN = "Zq7";
  private int count;

  /** Puts a password of its own in place of each {@code §}. */
  public String in(String text) {
    StringBuilder planted = new StringBuilder();
    for (char c : text.toCharArray()) {
      planted.append(c == '§' ? "%s%03dsEc".formatted(BEGIN, count++) : String.valueOf(c));
    }
    return planted.toString();
  }

  /** The lines of a text that hold one, in whatever case, as text or in hexadecimal. */
  public static List<String> found(String text) {
    String hex = HexFormat.of().formatHex(BEGIN.getBytes(StandardCharsets.US_ASCII));
    List<String> found = new ArrayList<>();
    for (String line : text.split("\n")) {
      String lower = line.toLowerCase(Locale.ROOT);
      int at = Math.max(lower.indexOf(BEGIN.toLowerCase(Locale.ROOT)), lower.indexOf(hex));
      if (at >= 0) {
        found.add(line.substring(Math.max(0, at - 80), Math.min(line.length(), at + 30)));
      }
    }
    return found;
  }

  /** The same, of all files below a folder, and of their names. */
  public static List<String> foundBelow(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files(folder)) {
      found.addAll(found(folder.relativize(file).toString()));
      found.addAll(found(Files.readString(file, StandardCharsets.ISO_8859_1)));
    }
    return found;
  }

  /** The files of the system's folder for what is temporary. */
  public static Set<Path> temporary() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return new HashSet<>(files.filter(Files::isRegularFile).toList());
    }
  }

  /** Those found in temporary files that were not there before. */
  public static List<String> foundSince(Set<Path> before) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : temporary()) {
      if (!before.contains(file) && Files.isReadable(file)) {
        found.addAll(found(Files.readString(file, StandardCharsets.ISO_8859_1)));
      }
    }
    return found;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
