package org.vicilint.ignore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

/**
 * The files that git tracks, from its index. Read here rather than asked for with the git command,
 * which need not be installed, and which refuses the repository of another user.
 */
final class GitIndex {
  private static final int MAGIC = 0x44495243; // DIRC
  private static final int LINK = 0x6C696E6B; // the rest of the entries is in another file
  private static final int BEFORE_HASH = 40;
  private static final int EXTENDED = 0x4000;
  private static final int OLDEST = 2;
  private static final int PREFIXED = 4;

  /** Larger than that of any repository that keeps definitions. */
  private static final long LARGEST = 1L << 28;

  /** Null when it is unknown: then everything may be tracked. */
  private final TreeSet<String> paths;

  private GitIndex(TreeSet<String> paths) {
    this.paths = paths;
  }

  /**
   * Reads an index.
   *
   * @param hash the length of an object's name in bytes
   */
  static GitIndex of(Path file, int hash) {
    try {
      if (!Files.exists(file)) {
        return new GitIndex(new TreeSet<>());
      }
      if (Files.size(file) > LARGEST) {
        return new GitIndex(null);
      }
      return new GitIndex(read(ByteBuffer.wrap(Files.readAllBytes(file)), hash));
    } catch (IOException | RuntimeException e) {
      return new GitIndex(null); // not in a form that is known
    }
  }

  private static TreeSet<String> read(ByteBuffer in, int hash) {
    int magic = in.getInt();
    int version = in.getInt();
    if (magic != MAGIC || version < OLDEST || version > PREFIXED) {
      return null;
    }
    TreeSet<String> paths = new TreeSet<>();
    byte[] path = new byte[0];
    for (int left = in.getInt(); left > 0; left--) {
      int start = in.position();
      in.position(start + BEFORE_HASH + hash);
      boolean extended = (in.getShort() & EXTENDED) != 0;
      in.position(in.position() + (extended ? 2 : 0));
      path = path(in, path, version == PREFIXED);
      paths.add(new String(path, StandardCharsets.UTF_8));
      if (version < PREFIXED) {
        int length = in.position() - 1 - start;
        in.position(start + (length / 8 + 1) * 8);
      }
    }
    while (in.remaining() > hash) {
      if (in.getInt() == LINK) {
        return null;
      }
      in.position(in.position() + 4 + in.getInt(in.position()));
    }
    return paths;
  }

  /** A path with what ends it; in the newest version it only says how it differs from the last. */
  private static byte[] path(ByteBuffer in, byte[] before, boolean prefixed) {
    int kept = prefixed ? before.length - number(in) : 0;
    int end = in.position();
    while (in.get(end) != 0) {
      end++;
    }
    byte[] path = new byte[kept + end - in.position()];
    System.arraycopy(before, 0, path, 0, kept);
    in.get(path, kept, path.length - kept);
    in.get();
    return path;
  }

  private static int number(ByteBuffer in) {
    int b = in.get();
    int number = b & 0x7F;
    while ((b & 0x80) != 0) {
      b = in.get();
      number = (number + 1 << 7) + (b & 0x7F);
    }
    return number;
  }

  /** Whether it may track this file. */
  boolean has(String path) {
    return paths == null || paths.contains(path);
  }

  /** Whether it may track something in this folder. */
  boolean hasIn(String folder) {
    if (paths == null) {
      return true;
    }
    String next = paths.ceiling(folder + "/");
    return next != null && next.startsWith(folder + "/");
  }
}
