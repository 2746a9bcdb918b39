package org.vicilint.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Something to read, which can be opened more than once.
 *
 * @param name as the user gave it
 * @param path the file; null for standard input
 * @param bytes what came from standard input; null for a file
 */
record Source(String name, Path path, byte[] bytes) {

  static Source of(String name, Path path) {
    return new Source(name, path, null);
  }

  static Source of(String name, byte[] bytes) {
    return new Source(name, null, bytes);
  }

  InputStream open() throws IOException {
    return path == null ? new ByteArrayInputStream(bytes) : Files.newInputStream(path);
  }

  long size() throws IOException {
    return path == null ? bytes.length : Files.size(path);
  }

  boolean named(String ending) {
    return name.toLowerCase(Locale.ROOT).endsWith(ending);
  }
}
