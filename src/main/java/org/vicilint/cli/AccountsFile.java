package org.vicilint.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells what vicilint reads from what it writes: an output may stand in a folder that is read, and
 * be written again by the next run, but no file of accounts, logs, rules or templates is ever
 * written over.
 */
final class AccountsFile {
  private static final int HEAD = 64 << 10;
  private static final Pattern JSON =
      Pattern.compile(
          "\"(?:accounts|groups)\"\\s*:\\s*\\[|\\A\\s*\\[\\s*\\{[^}]*\"user(?:_group)?\"\\s*:");
  private static final Pattern CSV =
      Pattern.compile(
          "\\A[^\\n]*\\b(?:user_level|pass|api_allowed_functions|allowed_campaigns|api_script)\\b");
  private static final Pattern XML = Pattern.compile("<(?:resultset|mysqldump|table_data|row)\\b");

  /** Tables have tabs in their first line; scripts of SQL make or fill tables. */
  private static final Pattern TABLE =
      Pattern.compile("\\A[^\\n]*\\t|\\bINSERT\\s|\\bREPLACE\\s+INTO\\b|\\bCREATE\\s+TABLE\\b");

  private AccountsFile() {}

  /** Whether a file that is there may be one that is read. */
  static boolean is(Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      // No format of ours is written to these.
      case "yaml", "yml", "tsv", "gz", "zst", "ftlh", "css", "js" -> true;
      case "md" -> head(file).startsWith("---"); // a rule
      case "html", "svg", "sarif" -> false;
      case "xml" -> XML.matcher(head(file)).find();
      case "json" -> JSON.matcher(head(file)).find();
      case "csv" -> CSV.matcher(head(file)).find();
      default -> TABLE.matcher(head(file)).find();
    };
  }

  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
    }
  }
}
