package org.vicilint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the packages to the table in ARCHITECTURE.md, and its picture to the table. When a test
 * here fails, the class named stands in the wrong package, or asks for something that it should be
 * given. Where the new use is meant, {@code mvn test -Dtest=ArchitectureTest -Dvicilint.refresh}
 * writes the table and draws the picture.
 */
class ArchitectureTest {
  private static final Path PAGE = Path.of("ARCHITECTURE.md");
  private static final String OURS = "org.vicilint.";
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([\\w.]+)` \\|([^|]*)\\|([^|]*)\\|$");
  private static final Pattern PICTURE = Pattern.compile("(?s)(<!-- picture -->\n```\n).*?(```\n)");
  private static final int WIDTH = 92;
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.vicilint");

  @BeforeAll
  static void refresh() throws IOException {
    if (System.getProperty("vicilint.refresh") == null) {
      return;
    }
    Map<String, Set<String>> uses = uses();
    String page =
        ROW.matcher(Files.readString(PAGE))
            .replaceAll(
                row ->
                    Matcher.quoteReplacement(
                        "| `%s` |%s| %s |"
                            .formatted(
                                row.group(1),
                                row.group(2),
                                String.join(", ", uses.getOrDefault(row.group(1), Set.of())))));
    Files.writeString(
        PAGE,
        PICTURE
            .matcher(page)
            .replaceFirst(
                found ->
                    Matcher.quoteReplacement(found.group(1) + picture(uses) + found.group(2))));
  }

  /** What each package may use, from the table. */
  static Map<String, Set<String>> table() {
    Map<String, Set<String>> table = new TreeMap<>();
    ROW.matcher(page())
        .results()
        .forEach(
            row ->
                table.put(
                    row.group(1),
                    Arrays.stream(row.group(3).split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new))));
    return table;
  }

  private static String page() {
    try {
      return Files.readString(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What each package uses, from the classes. */
  private static Map<String, Set<String>> uses() {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (JavaClass each : CLASSES) {
      Set<String> used = uses.computeIfAbsent(room(each), room -> new TreeSet<>());
      each.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(target -> target.getPackageName().startsWith(OURS))
          .map(ArchitectureTest::room)
          .filter(room -> !room.equals(room(each)))
          .forEach(used::add);
    }
    return uses;
  }

  static Set<String> packages() {
    return table().keySet();
  }

  @Test
  void theTableHasEveryPackageAndNoOther() {
    assertThat(uses().keySet()).containsExactlyInAnyOrderElementsOf(packages());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageUsesThoseInItsRowAndNoOther(String name) {
    assertThat(uses().get(name)).containsExactlyInAnyOrderElementsOf(table().get(name));
  }

  @Test
  void thePictureIsThatOfTheTable() {
    Matcher found = PICTURE.matcher(page());
    assertThat(found.find()).isTrue();
    assertThat(found.group()).isEqualTo(found.group(1) + picture(table()) + found.group(2));
  }

  /**
   * The packages in rows: each uses only such as stand in rows below its own.
   *
   * @throws AssertionError when there is a cycle, which no rows could show
   */
  private static String picture(Map<String, Set<String>> uses) {
    Map<String, Integer> heights = new TreeMap<>();
    uses.keySet().forEach(room -> height(room, uses, heights, new ArrayList<>()));
    StringBuilder picture = new StringBuilder();
    int highest = Collections.max(heights.values());
    for (int height = highest; height >= 0; height--) {
      int row = height;
      List<String> rooms = heights.keySet().stream().filter(r -> heights.get(r) == row).toList();
      picture.append(height == highest ? "┌" : "├").append("─".repeat(WIDTH));
      picture.append(height == highest ? "┐\n" : "┤\n");
      for (String line : lines(rooms)) {
        picture.append("│ %-90s │\n".formatted(line));
      }
    }
    return picture.append("└").append("─".repeat(WIDTH)).append("┘\n").toString();
  }

  private static List<String> lines(List<String> rooms) {
    List<String> lines = new ArrayList<>(List.of(""));
    for (String room : rooms) {
      String last = lines.get(lines.size() - 1);
      String next = last.isEmpty() ? room : last + "   " + room;
      if (next.length() > WIDTH - 2) {
        lines.add(room);
      } else {
        lines.set(lines.size() - 1, next);
      }
    }
    return lines;
  }

  private static int height(
      String room,
      Map<String, Set<String>> uses,
      Map<String, Integer> heights,
      List<String> above) {
    assertThat(above).as("a cycle: %s, %s", above, room).doesNotContain(room);
    Integer known = heights.get(room);
    if (known != null) {
      return known;
    }
    List<String> path = new ArrayList<>(above);
    path.add(room);
    int height = 0;
    for (String used : uses.getOrDefault(room, Set.of())) {
      height = Math.max(height, height(used, uses, heights, path) + 1);
    }
    heights.put(room, height);
    return height;
  }

  @Test
  void modelNeedsNothingButTheJdkAndTheMask() {
    noClasses()
        .that()
        .resideInAPackage(OURS + "model")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", OURS + "model", OURS + "text")
        .check(CLASSES);
  }

  @Test
  void freeMarkerIsInTheReviewOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(OURS + "render.review")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("freemarker..")
        .check(CLASSES);
  }

  @Test
  void theExpressionLanguageIsInCustomRulesOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(OURS + "rules.custom")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.cel..", "com.google..", "org.antlr..")
        .check(CLASSES);
  }

  @Test
  void theDatabasesDriverIsInDatabaseOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(OURS + "database")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.mariadb..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineTouchesStreamsAndExits() {
    noClasses()
        .that()
        .resideOutsideOfPackage(OURS + "cli")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  private static String room(JavaClass c) {
    return c.getPackageName().substring(OURS.length());
  }
}
