package org.vicilint.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files replaced all or none. */
class ReplacementTest {
  @TempDir private Path folder;

  @Test
  void allFilesGetTheirNewContentAndKeepTheirMode() throws Exception {
    Path one = file("one", "1");
    Files.setPosixFilePermissions(one, PosixFilePermissions.fromString("rw-------"));
    Path two = file("two", "2");
    Path link = Files.createSymbolicLink(folder.resolve("link"), two);
    Replacement replacement = new Replacement();
    replacement.add(one.toString(), bytes("1"), bytes("new 1"));
    replacement.add(link.toString(), bytes("2"), bytes("new 2"));
    assertThat(one).hasContent("1");
    replacement.commit();
    assertThat(one).hasContent("new 1");
    assertThat(two).hasContent("new 2");
    assertThat(link).isSymbolicLink();
    assertThat(Files.getPosixFilePermissions(one))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    onlyThese("one", "two", "link");
  }

  @Test
  void aFileThatChangedSinceKeepsAllFromBeingWritten() throws Exception {
    Path one = file("one", "1");
    Path two = file("two", "2");
    Replacement replacement = new Replacement();
    replacement.add(one.toString(), bytes("1"), bytes("new 1"));
    replacement.add(two.toString(), bytes("2"), bytes("new 2"));
    Files.writeString(two, "somebody else's");
    assertThatThrownBy(replacement::commit)
        .isInstanceOf(UnwritableException.class)
        .hasMessageContaining("changed while vicilint worked; nothing was changed");
    assertThat(one).hasContent("1");
    assertThat(two).hasContent("somebody else's");
    onlyThese("one", "two");
  }

  @Test
  void whenOneCannotBeWrittenTheOthersGetTheirOldContentBack() throws Exception {
    Path one = file("one", "1");
    Path two = file("two", "2");
    Replacement replacement = new Replacement();
    replacement.add(one.toString(), bytes("1"), bytes("new 1"));
    replacement.add(two.toString(), bytes("2"), bytes("new 2"));
    // What a full disk or a vanished folder does to the second move.
    Files.delete(folder.resolve(".two." + ProcessHandle.current().pid()));
    assertThatThrownBy(replacement::commit)
        .isInstanceOf(OutputFailure.class)
        .hasMessageContaining("two; nothing was changed");
    assertThat(one).hasContent("1");
    assertThat(two).hasContent("2");
    onlyThese("one", "two");
  }

  @Test
  void whatLiesInTheWayIsNotWrittenThrough() throws Exception {
    Path one = file("one", "1");
    Path other = file("other", "other");
    Path part = folder.resolve(".one." + ProcessHandle.current().pid());
    Files.createSymbolicLink(part, other);
    Replacement replacement = new Replacement();
    replacement.add(one.toString(), bytes("1"), bytes("new 1"));
    assertThat(part).isRegularFile().hasContent("new 1");
    replacement.commit();
    assertThat(one).hasContent("new 1");
    assertThat(other).hasContent("other");
    onlyThese("one", "other");
  }

  @Test
  void aFileThatIsReadOnlyKeepsAllFromBeingWritten() throws Exception {
    Path one = file("one", "1");
    Path two = file("two", "2");
    Files.setPosixFilePermissions(two, PosixFilePermissions.fromString("r--r--r--"));
    assumeThat(Files.isWritable(two)).as("root may write whatever the mode is").isFalse();
    Replacement replacement = new Replacement();
    replacement.add(one.toString(), bytes("1"), bytes("new 1"));
    assertThatThrownBy(() -> replacement.add(two.toString(), bytes("2"), bytes("new 2")))
        .isInstanceOf(UnwritableException.class)
        .hasMessageContaining("two: it is read-only; nothing was changed");
    assertThat(one).hasContent("1");
    assertThat(two).hasContent("2");
    onlyThese("one", "two");
  }

  @Test
  void aFileThatIsGoneIsTold() {
    assertThatThrownBy(
            () -> new Replacement().add(folder.resolve("gone").toString(), bytes("1"), bytes("2")))
        .isInstanceOf(UnwritableException.class)
        .hasMessageContaining("nothing was changed");
  }

  private void onlyThese(String... names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder(names);
    }
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
