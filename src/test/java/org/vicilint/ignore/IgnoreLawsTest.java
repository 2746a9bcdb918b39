package org.vicilint.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.source.LeftOut;
import org.vicilint.source.SourceFinder;

/** What a folder gives in a work tree is what git itself lists there. */
@Tag("process")
class IgnoreLawsTest {
  private static final int REPOSITORIES = 60;
  private static final List<String> FOLDERS =
      List.of("", "a/", "b/", "a/b/", "a/b/c/", "b/a/", "x y/", "a/x y/");
  private static final List<String> NAMES =
      List.of("a.yaml", "b.yaml", "ab.yaml", "a-1.yaml", "[a].yaml", "a b.yaml", "!a.yaml");
  private static final List<String> PATTERNS =
      List.of(
          "*.yaml",
          "a.yaml",
          "/a.yaml",
          "a/",
          "/a/",
          "b",
          "a/b",
          "a/b/",
          "**/b",
          "a/**",
          "/a/**/",
          "a/**/c",
          "**/a/b.yaml",
          "*/a.yaml",
          "a*",
          "?.yaml",
          "[ab].yaml",
          "[!a].yaml",
          "[^b]*",
          "[[:alpha:]]b.yaml",
          "a-[0-9].yaml",
          "\\[a\\].yaml",
          "\\!a.yaml",
          "a b.yaml",
          "x y",
          "x\\ y/",
          "*.yaml ",
          "# a.yaml",
          "",
          "!",
          "/",
          "!a.yaml",
          "!*.yaml",
          "!/a/",
          "!a/b/",
          "!b.yaml",
          "a\\",
          "[a",
          "**",
          "*",
          "/*",
          "!/b",
          "a**.yaml",
          "b/*",
          "!b/a.yaml",
          "c/..",
          "./a.yaml",
          "a//b",
          "[a-]*",
          "[]a]*",
          "**.yaml",
          "*/**/a.yaml");

  @TempDir private Path folder;

  @Test
  void aFolderGivesWhatGitLists() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < REPOSITORIES; i++) {
      Path repository = repository(random, i);
      assertThat(found(repository)).as(() -> describe(repository)).isEqualTo(listed(repository));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void aTrackedFileIsReadWhateverAPatternSays(int version) throws Exception {
    Path repository = Files.createDirectory(folder.resolve("r")).toRealPath();
    git(repository, "init", "-q");
    write(repository.resolve("out/deep/tracked.yaml"));
    write(repository.resolve("out/deep/other.yaml"));
    write(repository.resolve("z.yaml"));
    git(repository, "update-index", "--index-version", String.valueOf(version));
    git(repository, "add", "-f", "out/deep/tracked.yaml");
    git(repository, "add", "-N", "z.yaml"); // such an entry needs more bits
    git(repository, "update-index", "--index-version", String.valueOf(version));
    Files.writeString(repository.resolve(".gitignore"), "out/\n*.yaml\n");
    assertThat(found(repository)).containsExactly("out/deep/tracked.yaml", "z.yaml");
  }

  @Test
  void anIndexThatNobodyCanReadIgnoresNothing() throws Exception {
    Path repository = Files.createDirectory(folder.resolve("r")).toRealPath();
    git(repository, "init", "-q");
    write(repository.resolve("a.yaml"));
    Files.writeString(repository.resolve(".gitignore"), "*.yaml\n");
    assertThat(found(repository)).isEmpty();
    Files.writeString(repository.resolve(".git/index"), "DIRC and rubbish");
    assertThat(found(repository)).containsExactly("a.yaml");
  }

  @Test
  void aSecondWorkTreeSharesThePatternsAndHasItsOwnIndex() throws Exception {
    Path repository = Files.createDirectory(folder.resolve("r")).toRealPath();
    git(repository, "init", "-q", "-b", "main");
    write(repository.resolve("a.yaml"));
    git(repository, "add", ".");
    git(repository, "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-qm", "a");
    Path second = folder.toRealPath().resolve("second");
    git(repository, "worktree", "add", "-q", "-b", "other", second.toString());
    Files.createDirectories(repository.resolve(".git/info"));
    Files.writeString(repository.resolve(".git/info/exclude"), "*.yaml\n");
    write(second.resolve("b.yaml"));
    assertThat(found(second)).containsExactly("a.yaml").isEqualTo(listed(second));
  }

  @ParameterizedTest
  @CsvSource({"a*a*a*a*a*a*a*a*a*a*a*a*b, false", "**/**/**/**/**/**/**/**/x, false"})
  void aHostilePatternTakesNoTime(String pattern, boolean matches) {
    String path = "a".repeat(2000) + "/a".repeat(500);
    assertThat(IgnorePattern.of(pattern).orElseThrow().matches(path, false)).isEqualTo(matches);
  }

  private Path repository(Random random, int number) throws Exception {
    Path repository = Files.createDirectory(folder.resolve("r" + number)).toRealPath();
    git(repository, "init", "-q");
    for (String inside : FOLDERS) {
      for (String name : NAMES) {
        if (random.nextInt(3) > 0) {
          write(repository.resolve(inside + name));
        }
      }
    }
    if (random.nextBoolean()) {
      git(repository, "add", "-f", "--", FOLDERS.get(1 + random.nextInt(FOLDERS.size() - 1)));
    }
    for (String inside : FOLDERS) {
      if (Files.isDirectory(repository.resolve(inside)) && random.nextInt(3) == 0) {
        Files.write(repository.resolve(inside + ".gitignore"), patterns(random));
      }
    }
    Files.createDirectories(repository.resolve(".git/info"));
    Files.write(repository.resolve(".git/info/exclude"), patterns(random));
    return repository;
  }

  private static List<String> patterns(Random random) {
    List<String> all = new ArrayList<>(PATTERNS);
    Collections.shuffle(all, random);
    return all.subList(0, random.nextInt(5));
  }

  private static void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "a\n");
  }

  private static TreeSet<String> found(Path repository) {
    return new SourceFinder(new ArrayList<>(), LeftOut.NOTHING)
        .find(List.of(repository.toString()), InputStream.nullInputStream()).stream()
            .map(source -> source.name().substring(repository.toString().length() + 1))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TreeSet<String> listed(Path repository) throws Exception {
    String out =
        git(
            repository,
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-per-directory=.gitignore",
            "--exclude-from="
                + git(
                        repository,
                        "rev-parse",
                        "--path-format=absolute",
                        "--git-path",
                        "info/exclude")
                    .strip());
    TreeSet<String> listed = new TreeSet<>(List.of(out.split("\0")));
    listed.removeIf(name -> !name.endsWith(".yaml"));
    return listed;
  }

  private static String describe(Path repository) {
    StringBuilder text = new StringBuilder();
    for (String inside : FOLDERS) {
      Path file = repository.resolve(inside + ".gitignore");
      try {
        text.append(inside)
            .append(Files.exists(file) ? Files.readAllLines(file) : List.of())
            .append(' ');
      } catch (IOException e) {
        text.append(e);
      }
    }
    return text.toString();
  }

  private static String git(Path repository, String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of("git", "-c", "core.excludesFile=/dev/null"));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).directory(repository.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(words.toString()).isZero();
    return out;
  }
}
