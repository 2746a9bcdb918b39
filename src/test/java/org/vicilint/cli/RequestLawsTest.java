package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** What holds for every request, however odd. */
@Tag("slow")
class RequestLawsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ESTATE = "examples/hiring/accounts";
  private static final String SECRET = "Tr0ub4dor";

  @Provide
  Arbitrary<Map<String, String>> parameters() {
    Arbitrary<String> names =
        Arbitraries.of(
            "agent_user",
            "agent_user_level",
            "agent_full_name",
            "agent_user_group",
            "source_user",
            "phone_login",
            "email",
            "voicemail_id",
            "wrapup_seconds_override",
            "campaign_rank",
            "reset_password",
            "delete_user",
            "hotkeys_active",
            "active",
            "source",
            "user_id",
            "x y");
    Arbitrary<String> values =
        Arbitraries.oneOf(
            Arbitraries.of(
                "agent_okafor", "sup_reyes", "AGENTS", "1", "8", "--BLANK--", "Y", "12", "n1", ""),
            Arbitraries.strings().ofMaxLength(30));
    return Arbitraries.maps(names, values).ofMaxSize(10);
  }

  @Property(tries = 150)
  void everyRequestHasAnAnswerAndNoneShowsAPassword(
      @ForAll("parameters") Map<String, String> parameters,
      @ForAll("functions") String function,
      @ForAll boolean withPhonePassword) {
    ObjectNode request = JSON.createObjectNode();
    request.put("caller", "hr_onboarding").put("function", function);
    ObjectNode params = request.putObject("params");
    parameters.forEach(params::put);
    params.put("agent_pass", SECRET + " x");
    if (withPhonePassword) {
      params.put("phone_pass", SECRET + SECRET + SECRET);
    }
    for (String format : List.of("jsonl", "text", "markdown")) {
      Cli run = Cli.runWith(request + "\n", "request", "-", ESTATE, "--format", format);
      assertThat(run.status()).as(run.err()).isIn(0, 1, 3);
      assertThat(run.all()).doesNotContain(SECRET);
      if (format.equals("jsonl")) {
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(1);
        assertThat(Vectors.parse(lines.get(0)).get("outcome").asText())
            .isIn("success", "refused", "uncertain");
      }
    }
  }

  @Provide
  Arbitrary<String> functions() {
    return Arbitraries.of("add_user", "copy_user", "update_user");
  }
}
