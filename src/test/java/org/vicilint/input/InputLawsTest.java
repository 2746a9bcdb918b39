package org.vicilint.input;

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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.source.Limits;
import org.vicilint.testkit.Reading;

@Tag("slow")
final class InputLawsTest {
  private static final List<String> SEEDS =
      List.of(
          "accounts:\n"
              + "  - user: a\n"
              + "    pass: x\n"
              + "    functions: [add_lead, {b: {c: Y}}]\n"
              + "groups: []\n",
          "{\"accounts\": [{\"user\": \"a\", \"user_level\": 8, \"used_by\": [\"x\"]}]}",
          "[{\"user\": \"a\", \"user_level\": \"8\", \"pass\": null}, {\"user\": \"b\"}]",
          "user,pass,full_name,user_level\na,\"b\"\"\",c,8\nd,e,f,7\n",
          "user\tpass\tfull_name\tuser_level\na\tb\\t\tc\t8\nd\te\tf\t7\n");

  @Property(tries = 2000)
  void arbitraryBytesEndInAccountsOrProblems(@ForAll byte[] bytes) {
    assertEnds(bytes);
  }

  @Property(tries = 5000)
  void damagedFilesEndInAccountsOrProblems(@ForAll("seeds") String seed, @ForAll Random random) {
    byte[] bytes = seed.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(6); i >= 0; i--) {
      // Mostly characters that mean something to one of the formats.
      String special = "\"'{}[],:\t\n\r\\-#&*!|>%@?~ \u0000ax\u00ff";
      bytes[random.nextInt(bytes.length)] = (byte) special.charAt(random.nextInt(special.length()));
    }
    assertEnds(bytes);
  }

  private static void assertEnds(byte[] bytes) {
    List<InputFormat> formats = new ArrayList<>(List.of(InputFormat.values()));
    formats.add(null);
    for (InputFormat format : formats) {
      Estate estate = Reading.of(format, bytes);
      assertThat(estate.accounts().size() + estate.problems().size()).isPositive();
      assertThat(estate.problems()).isSorted();
    }
  }

  @Provide
  Arbitrary<String> seeds() {
    return Arbitraries.of(SEEDS);
  }

  @Property(tries = 50)
  void theOrderOfPathsChangesNothing(@ForAll Random random) throws IOException {
    Path folder = Files.createTempDirectory("vicilint");
    List<String> paths = new ArrayList<>(List.of(folder.toString(), folder + "/none"));
    for (int i = 0; i < SEEDS.size(); i++) {
      Path file = folder.resolve("f" + i + ".yaml");
      Files.writeString(file, SEEDS.get(i));
      paths.add(file.toString());
    }
    Estate sorted = read(paths);
    Collections.shuffle(paths, random);
    Estate shuffled = read(paths);

    assertThat(shuffled.problems()).isEqualTo(sorted.problems()).hasSizeGreaterThan(3);
    assertThat(described(shuffled)).isEqualTo(described(sorted));
    for (String path : paths) {
      if (path.endsWith(".yaml")) {
        Files.delete(Path.of(path));
      }
    }
    Files.delete(folder);
  }

  private static Estate read(List<String> paths) {
    return new EstateReader(null, Limits.DEFAULT).read(paths, InputStream.nullInputStream());
  }

  private static List<String> described(Estate estate) {
    return estate.accounts().stream()
        .map((Account a) -> a.user() + a.userLevel() + a.place("user") + a.place("user_level"))
        .toList();
  }
}
