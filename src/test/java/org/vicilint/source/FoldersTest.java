package org.vicilint.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.model.Problem;

/** What a folder gives: links that are followed once, and what is left out. */
class FoldersTest {
  @TempDir private Path folder;
  private Path given;
  private final List<Problem> problems = new ArrayList<>();

  @BeforeEach
  void someFiles() throws IOException {
    folder = folder.toRealPath();
    given = folder.resolve("given");
    file("given/a.yaml");
    file("given/sub/b.yaml");
    file("given/sub/deep/c.yaml");
    file("elsewhere/d.yaml");
  }

  @Test
  void aLinkThatLeadsOutIsAProblemUnlessItsFolderIsGivenAsWell() throws IOException {
    Files.createSymbolicLink(given.resolve("more"), folder.resolve("elsewhere"));
    assertThat(find(LeftOut.NOTHING, given)).hasSize(3);
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).place().source()).isEqualTo(given + "/more");
    assertThat(problems.get(0).reason()).startsWith("this link leads to a folder outside");

    problems.clear();
    assertThat(find(LeftOut.NOTHING, given, folder.resolve("elsewhere"))).hasSize(4);
    assertThat(problems).isEmpty();
  }

  @Test
  void aLinkWithinTheRepositoryIsFollowedOnce() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    Files.createSymbolicLink(given.resolve("more"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(given.resolve("sub/again"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("elsewhere/back"), given);
    Files.createSymbolicLink(folder.resolve("elsewhere/itself"), folder.resolve("elsewhere"));
    assertThat(find(LeftOut.NOTHING, given))
        .containsExactly("a.yaml", "more/d.yaml", "sub/b.yaml", "sub/deep/c.yaml");
    assertThat(problems).isEmpty();
  }

  @Test
  void aLinkToAFolderThatIsWalkedAnywayIsSilent() throws IOException {
    Files.createSymbolicLink(given.resolve("circle"), given);
    Files.createSymbolicLink(given.resolve("short"), given.resolve("sub/deep"));
    assertThat(find(LeftOut.NOTHING, given)).hasSize(3);
    assertThat(problems).isEmpty();
  }

  @Test
  void archivesAndScriptsAreLookedAtAndOtherPackedFilesAreNot() throws IOException {
    for (String name : List.of("a.zip", "b.tgz", "c.tar.gz", "D.TAR", "e.sh", "f.txt.xz", "g.gz")) {
      file("given/" + name);
    }
    Files.createSymbolicLink(given.resolve("h.sh"), folder.resolve("nowhere"));
    assertThat(find(LeftOut.NOTHING, given))
        .containsExactly(
            "D.TAR",
            "a.yaml",
            "a.zip",
            "b.tgz",
            "c.tar.gz",
            "e.sh",
            "sub/b.yaml",
            "sub/deep/c.yaml");
    assertThat(problems).isEmpty();
  }

  @Test
  void aLinkToAHiddenFolderIsFollowed() throws IOException {
    file("given/.store/e.yaml");
    Files.createSymbolicLink(given.resolve("shown"), given.resolve(".store"));
    assertThat(find(LeftOut.NOTHING, given)).hasSize(4).contains("shown/e.yaml");
  }

  @ParameterizedTest
  @CsvSource({
    "b.yaml, 'a.yaml sub/deep/c.yaml'",
    "sub/, 'a.yaml'",
    "deep, 'a.yaml sub/b.yaml'",
    "/sub/*.yaml, 'a.yaml sub/deep/c.yaml'",
    "**/c.yaml, 'a.yaml sub/b.yaml'",
    "sub/deep/**, 'a.yaml sub/b.yaml'",
    "SUB, 'a.yaml sub/b.yaml sub/deep/c.yaml'"
  })
  void anExclusionIsSeenFromTheFolderGiven(String pattern, String left) {
    LeftOut leftOut = new LeftOut(List.of(), List.of(Exclusion.ofOption(pattern).orElseThrow()));
    assertThat(String.join(" ", find(leftOut, given))).isEqualTo(left);
  }

  @Test
  void anExclusionOfAProfileIsSeenFromItsFolder() {
    Exclusion exclusion = Exclusion.ofProfile("given/sub/", folder).orElseThrow();
    assertThat(find(new LeftOut(List.of(), List.of(exclusion)), given)).containsExactly("a.yaml");
  }

  @Test
  void ofExclusionsTheLastThatMatchesDecides() {
    List<Exclusion> exclusions =
        List.of(
            Exclusion.ofOption("*.yaml").orElseThrow(),
            Exclusion.ofOption("!a.yaml").orElseThrow());
    assertThat(find(new LeftOut(List.of(), exclusions), given)).containsExactly("a.yaml");
  }

  @Test
  void whatIsNamedIsReadWhateverLeavesItOut() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    Files.writeString(folder.resolve(".gitignore"), "*.yaml\n");
    LeftOut leftOut = new LeftOut(List.of(), List.of(Exclusion.ofOption("*.yaml").orElseThrow()));
    assertThat(find(leftOut, given.resolve("a.yaml"))).hasSize(1);
    assertThat(find(leftOut, given)).isEmpty();
    assertThat(problems).hasSize(1);
  }

  @Test
  void anExclusionThatMatchesNothingIsTold() {
    List<Exclusion> exclusions =
        List.of(
            Exclusion.ofOption("none/").orElseThrow(),
            Exclusion.ofOption("sub/").orElseThrow(),
            Exclusion.ofProfile("nil", given).orElseThrow(),
            Exclusion.ofProfile("other", folder).orElseThrow());
    SourceFinder finder = new SourceFinder(problems, new LeftOut(List.of(), exclusions));
    finder.find(List.of(given.toString()), InputStream.nullInputStream());
    // A profile above the folder given may mean other folders.
    assertThat(finder.unmatched()).containsExactly("--exclude none/", "exclude: nil");
  }

  @Test
  void whatGitIgnoresIsKnown() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    Files.writeString(given.resolve(".gitignore"), "deep/\na.yaml\n*.txt\n");
    Files.writeString(given.resolve("x.txt"), "x");
    SourceFinder finder = new SourceFinder(problems, LeftOut.NOTHING);
    finder.find(List.of(given.toString()), InputStream.nullInputStream());
    assertThat(finder.ignored()).containsExactly(given + "/a.yaml", given + "/sub/deep/");
  }

  private List<String> find(LeftOut leftOut, Path... paths) {
    return new SourceFinder(problems, leftOut)
            .find(
                List.of(paths).stream().map(Path::toString).toList(), InputStream.nullInputStream())
            .stream()
            .map(source -> source.name().replace(given + "/", ""))
            .toList();
  }

  private void file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "accounts: []\n");
  }
}
