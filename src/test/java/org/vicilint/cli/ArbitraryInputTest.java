package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Whatever stands on standard input, a run ends with a status, never with a stack trace. */
@Tag("slow")
class ArbitraryInputTest {
  private static final List<String> SEEDS =
      List.of(
          "accounts:\n  - user: a\n    user_level: 9\n    api_allowed_functions: [add_lead]\n",
          "user\tuser_level\tactive\tvdc_agent_api_access\na\t9\tY\t1\nb\t7\tN\t0\n",
          "user,user_level,api_allowed_functions\r\n\"a\",9,\" ALL_FUNCTIONS \"\r\n",
          "[{\"user\": \"a\", \"user_level\": 9, \"modify_users\": \"1\"}]",
          "{\"accounts\": [{\"user\": \"a\", \"functions\": [\"add_lead\"]}]}");

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void bytesEndInAStatus(@ForAll byte[] bytes) {
    ends(bytes);
  }

  @Property(tries = 800, edgeCases = EdgeCasesMode.NONE)
  void damagedFilesEndInAStatus(@ForAll("damaged") byte[] bytes) {
    ends(bytes);
  }

  @Provide
  Arbitrary<byte[]> damaged() {
    return Arbitraries.of(SEEDS)
        .flatMap(
            seed ->
                Arbitraries.integers()
                    .between(0, seed.length() - 1)
                    .flatMap(at -> Arbitraries.chars().map(c -> damage(seed, at, c))));
  }

  private static byte[] damage(String seed, int at, char c) {
    return (seed.substring(0, at) + c + seed.substring(at + 1)).getBytes(StandardCharsets.UTF_8);
  }

  private static void ends(byte[] bytes) {
    for (List<String> args :
        List.of(
            List.of("lint", "-"),
            List.of("lint", "-", "--format", "json"),
            List.of("lint", "-", "--format", "html"),
            List.of("matrix", "-", "--format", "jsonl"))) {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      int status =
          Main.run(
              args,
              new Streams(
                  new ByteArrayInputStream(bytes),
                  new PrintWriter(out),
                  new PrintWriter(err),
                  false));
      assertThat(status).isIn(0, 1, 3);
      assertThat(err.toString()).doesNotContain("Exception").doesNotContain("\tat ");
      if (status != 3) {
        assertThat(err.toString()).doesNotContain("problem:");
      }
    }
  }
}
