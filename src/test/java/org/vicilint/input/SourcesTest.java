package org.vicilint.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.model.Estate;
import org.vicilint.source.Limits;
import org.vicilint.testkit.Reading;

@Tag("process")
final class SourcesTest {
  @TempDir Path folder;

  @BeforeEach
  void realPath() throws IOException {
    folder = folder.toRealPath();
  }

  private Path file(String name, String user) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, "accounts: [{user: %s}]".formatted(user));
  }

  @Test
  void walksAFolderAndLeavesOutWhatIsNotOurs() throws IOException {
    file("b.yaml", "b");
    file("sub/a.yml", "a");
    Files.writeString(folder.resolve("c.CSV"), "user,user_level\nc,1\n");
    file(".hidden.yaml", "hidden");
    file(".git/x.yaml", "x");
    file("sub/vicilint.yaml", "profile");
    file("notes.txt", "notes");
    Estate estate = Reading.paths(folder + "/");

    assertThat(estate.problems()).isEmpty();
    assertThat(Reading.users(estate)).containsExactly("a", "b", "c");
    assertThat(estate.accounts().get(0).place("user").source()).isEqualTo(folder + "/sub/a.yml");
  }

  @Test
  void readsAFileOnceHoweverOftenItIsNamed() throws IOException {
    Path file = file("a.yaml", "a");
    Path link = Files.createSymbolicLink(folder.resolve("z.yaml"), file);
    Estate estate = Reading.paths(folder, file, link, folder + "/../" + folder.getFileName());

    assertThat(estate.problems()).isEmpty();
    assertThat(Reading.users(estate)).containsExactly("a");
  }

  @Test
  void doesNotFollowLinksToFolders() throws IOException {
    file("in/a.yaml", "a");
    Files.createSymbolicLink(folder.resolve("in/circle.yaml"), folder);
    file("b.yaml", "b");

    assertThat(Reading.users(Reading.paths(folder.resolve("in")))).containsExactly("a");
  }

  @Test
  void followsALinkThatIsGivenItself() throws IOException {
    file("in/a.yaml", "a");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("in"));
    Estate estate = Reading.paths(link);

    assertThat(estate.accounts().get(0).places().record().source()).isEqualTo(link + "/a.yaml");
  }

  @Test
  void findsDuplicatesAcrossFilesWhateverTheirOrder() throws IOException {
    Path a = file("a.yaml", "same");
    Path b = file("b.yaml", "SAME");
    String expected = "%s:1:19 account SAME is already at %s:1:19, which holds".formatted(b, a);

    assertThat(Reading.problems(Reading.paths(a, b))).containsExactly(expected);
    assertThat(Reading.problems(Reading.paths(b, a))).containsExactly(expected);
  }

  @Test
  void saysWhatCannotBeRead() throws Exception {
    Path fifo = folder.resolve("pipe.yaml");
    Process process = new ProcessBuilder("mkfifo", fifo.toString()).start();
    assertThat(process.waitFor()).isZero();
    Path nowhere = Files.createSymbolicLink(folder.resolve("z.yaml"), folder.resolve("none"));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path good = file("good.yaml", "a");
    Estate estate = Reading.paths(folder, folder.resolve("nil"), empty, good, "\0");

    assertThat(Reading.problems(estate))
        .containsExactly(
            "\0 this cannot be the name of a file",
            empty
                + " this folder holds no accounts: no .yaml, .yml, .json, .tsv, .csv, .sql or .xml file",
            folder.resolve("nil") + " no such file or folder",
            fifo + " this is not a plain file",
            nowhere + " this link leads nowhere");
    assertThat(Reading.users(estate)).containsExactly("a");
  }

  @Test
  void refusesFilesThatAreTooLarge() throws IOException {
    Path file = file("a.yaml", "a");
    Limits small = new Limits(5, 5, 32, 100, 100, 100);
    Estate estate =
        new EstateReader(null, small).read(List.of(file.toString()), InputStream.nullInputStream());

    assertThat(Reading.problems(estate)).singleElement().asString().contains("too large");
  }

  @Test
  void streamsExportsOfAnySize() throws IOException {
    Limits small = new Limits(5, 5, 32, 100, 100, 100);
    for (String export : List.of("user\tuser_level\na\t8\n", "user,user_level\na,8\n")) {
      Path file = folder.resolve("users.export");
      Files.writeString(file, export);

      Estate estate =
          new EstateReader(null, small)
              .read(List.of(file.toString()), InputStream.nullInputStream());

      assertThat(Reading.problems(estate)).isEmpty();
      assertThat(Reading.users(estate)).containsExactly("a");
    }
  }

  @Test
  void readsStandardInputBesideFiles() throws IOException {
    Path file = file("a.yaml", "a");
    InputStream in = new ByteArrayInputStream("user,pass\nb,c\n".getBytes());
    Estate estate =
        new EstateReader(null, Limits.DEFAULT).read(List.of(file.toString(), "-", "-"), in);

    assertThat(Reading.users(estate)).containsExactly("a", "b");
    assertThat(estate.problems()).isEmpty();
  }

  @Test
  void saysThatStandardInputFails() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("broken");
          }
        };
    Estate estate = new EstateReader(null, Limits.DEFAULT).read(List.of("-"), broken);

    assertThat(Reading.problems(estate)).containsExactly("- standard input cannot be read");
  }

  @Test
  void saysThatNothingWasGiven() {
    assertThat(Reading.problems(Reading.paths())).hasSize(1);
  }
}
