package org.vicilint.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells accounts from what vicilint writes: an output may stand in a folder that is read, and be
 * written again by the next run, but no file of accounts is ever written over.
 */
final class AccountsFile {
  private static final int HEAD = 64 << 10;
  private static final Pattern JSON =
      Pattern.compile(
          "\"(?:accounts|groups)\"\\s*:\\s*\\[|\\A\\s*\\[\\s*\\{[^}]*\"user(?:_group)?\"\\s*:");
  private static final Pattern CSV =
      Pattern.compile(
          "\\A[^\\n]*\\b(?:user_level|pass|api_allowed_functions|allowed_campaigns)\\b");

  private AccountsFile() {}

  /** Whether a file that is there may hold accounts or groups. */
  static boolean is(Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "yaml", "yml", "tsv" -> true; // no format of ours is written to these
      case "json" -> JSON.matcher(head(file)).find();
      case "csv" -> CSV.matcher(head(file)).find();
      default -> false;
    };
  }

  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
    }
  }
}
