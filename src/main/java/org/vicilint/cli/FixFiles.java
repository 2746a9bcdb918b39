package org.vicilint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.vicilint.definition.AccountChanges;
import org.vicilint.definition.DefinitionDiff;
import org.vicilint.definition.DefinitionEdit;
import org.vicilint.files.Replacement;
import org.vicilint.files.UnwritableException;
import org.vicilint.fix.Repair;

/**
 * The definition files that repairs change.
 *
 * @param contents the files as they were read, by name
 * @param edits what becomes of each
 * @param made the repairs that can be made
 * @param refused the others, with the reason
 */
record FixFiles(
    Map<String, byte[]> contents,
    Map<String, DefinitionEdit> edits,
    List<Repair> made,
    Map<Repair, String> refused) {
  private static final String STANDARD_INPUT = "-";
  private static final String OPEN_FILES = "/dev/fd/";

  /**
   * Works out the new contents; nothing is written.
   *
   * @param checksums of the files as they were read, by name
   * @throws UsageException when one of them is no longer what was read
   */
  static FixFiles of(List<Repair> repairs, Map<String, Long> checksums) throws UsageException {
    Map<String, List<Repair>> bySource = new TreeMap<>();
    for (Repair repair : repairs) {
      bySource
          .computeIfAbsent(repair.before().places().record().source(), key -> new ArrayList<>())
          .add(repair);
    }
    FixFiles files =
        new FixFiles(new TreeMap<>(), new TreeMap<>(), new ArrayList<>(), new LinkedHashMap<>());
    for (Map.Entry<String, List<Repair>> entry : bySource.entrySet()) {
      files.add(entry.getKey(), entry.getValue(), checksums.get(entry.getKey()));
    }
    return files;
  }

  private void add(String source, List<Repair> repairs, Long checksum) throws UsageException {
    boolean piped = source.equals(STANDARD_INPUT) || source.startsWith(OPEN_FILES);
    byte[] content = piped ? null : content(source);
    String reason = piped ? "it came from standard input or a pipe: give its file" : json(content);
    boolean same = checksum == null ? reason != null : piped || checksum(content) == checksum;
    if (!same) {
      throw new UsageException(Replacement.changed(source).getMessage());
    }
    if (reason != null) {
      repairs.forEach(repair -> refused.put(repair, reason));
      return;
    }
    List<AccountChanges> changes =
        repairs.stream().map(r -> new AccountChanges(r.before(), r.changes())).toList();
    DefinitionEdit edit = DefinitionEdit.of(content, changes);
    contents.put(source, content);
    edits.put(source, edit);
    for (Repair repair : repairs) {
      String why = edit.refused().get(repair.before().user());
      if (why == null) {
        made.add(repair);
      } else {
        refused.put(repair, why);
      }
    }
  }

  private static byte[] content(String source) throws UsageException {
    try {
      return Files.readAllBytes(Path.of(source));
    } catch (IOException e) {
      throw new UsageException(Replacement.changed(source).getMessage()); // it could be read before
    }
  }

  private static long checksum(byte[] content) {
    CRC32C checksum = new CRC32C();
    checksum.update(content);
    return checksum.getValue();
  }

  /** Why a file is not changed when it is written in JSON; null when it is not. */
  private static String json(byte[] content) {
    for (byte b : content) {
      if (b == '{' || b == '[') {
        return "its file is JSON, and only YAML is changed: write it as YAML, or change it by hand";
      }
      if (b > ' ') {
        return null;
      }
    }
    return null;
  }

  /** The differences, a file after the other. */
  List<List<String>> diffs() {
    List<List<String>> diffs = new ArrayList<>();
    edits.forEach(
        (source, edit) -> {
          if (!edit.before().equals(edit.after())) {
            diffs.add(DefinitionDiff.of(source, edit.before(), edit.after()));
          }
        });
    return diffs;
  }

  /** Writes the files, all or none. */
  void write() throws UsageException, IOException {
    try {
      replace();
    } catch (UnwritableException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private void replace() throws UnwritableException, IOException {
    Replacement replacement = new Replacement();
    for (Map.Entry<String, DefinitionEdit> entry : edits.entrySet()) {
      DefinitionEdit edit = entry.getValue();
      if (!edit.before().equals(edit.after())) {
        byte[] before = contents.get(entry.getKey());
        replacement.add(entry.getKey(), before, DefinitionEdit.bytes(before, edit.after()));
      }
    }
    replacement.commit();
  }
}
