package org.vicilint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the packages to the table in ARCHITECTURE.md. When a test here fails, the class named
 * stands in the wrong package, or asks for something that it should be given.
 */
class ArchitectureTest {
  private static final String OURS = "org.vicilint.";
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|[^|]*\\|([^|]*)\\|$");
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.vicilint");

  /** What each package may use, from the table. */
  static Map<String, Set<String>> table() {
    try {
      Map<String, Set<String>> table = new TreeMap<>();
      String text = Files.readString(Path.of("ARCHITECTURE.md"));
      ROW.matcher(text)
          .results()
          .forEach(
              row ->
                  table.put(
                      row.group(1),
                      Arrays.stream(row.group(2).split(","))
                          .map(String::strip)
                          .filter(name -> !name.isEmpty())
                          .collect(Collectors.toCollection(TreeSet::new))));
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Set<String> packages() {
    return table().keySet();
  }

  @Test
  void theTableHasEveryPackageAndNoOther() {
    assertThat(CLASSES.stream().map(c -> room(c)).distinct())
        .containsExactlyInAnyOrderElementsOf(packages());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageUsesOnlyThoseInItsRow(String name) {
    Set<String> allowed = table().get(name);
    noClasses()
        .that()
        .resideInAPackage(OURS + name)
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are ours, but not in " + name + " or " + allowed,
                c ->
                    c.getPackageName().startsWith(OURS)
                        && !room(c).equals(name)
                        && !allowed.contains(room(c))))
        .check(CLASSES);
  }

  @Test
  void importsPointDownwardOnly() {
    Map<String, Set<String>> table = table();
    table.forEach(
        (name, uses) ->
            uses.forEach(used -> assertThat(table.get(used)).as(used).doesNotContain(name)));
  }

  @Test
  void modelNeedsNothingButTheJdk() {
    noClasses()
        .that()
        .resideInAPackage(OURS + "model")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", OURS + "model")
        .check(CLASSES);
  }

  @Test
  void freeMarkerIsInReportOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(OURS + "report")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("freemarker..")
        .check(CLASSES);
  }

  @Test
  void theExpressionLanguageIsInOwnOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(OURS + "own")
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
