package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;

/** However a request is broken, no output shows a password that stands in it. */
@Tag("slow")
@net.jqwik.api.Tag("slow")
class RequestSecretTest {
  private static final String ESTATE = "examples/hiring/accounts";
  private static final String ADDRESS = "https://d.example/vicidial/non_agent_api.php";
  private static final String SECRET = "Zq7SECdefj3";

  private static final List<String> FORMATS = List.of("text", "jsonl", "markdown");

  /** One in so many is linted, too. */
  private static final int LINTED = 5;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user=robot$pass=%s&agent_user=1001",
        "user=robotpass=%s&agent_user=1001",
        "user=robot;pass=%s;agent_user=1001",
        "user=robot%%26pass=%s&agent_user=1001",
        "user=robot%%2526pass%%253D%s",
        "user=robot%%26Pass%%3d%s&agent_user=1001",
        "user=robot&PASS=%s&agent_user=1001",
        "user=robot&Password: %s&agent_user=1001",
        "user=robot&password=%s&agent_user=1001",
        "user=robot, pass: %s",
        "user=robot pass %s&agent_user=1001",
        "user=robot&pass%%3D%s&agent_user=1001",
        "user=robot&amp;pass=%s&agent_user=1001",
        "user=robot\\u0026pass=%s&agent_user=1001",
        "user=hr_onboarding&pass=x&agent_user=9001%%26agent_pass=%s",
        "user=hr_onboarding&pass=x&agent_user=9001&agent_full_name=New;agent_pass=%s",
        "user=hr_onboarding&pass=x&agent_user=9001&agent_user_level=1agent_pass=%s",
        "user=hr_onboarding&pass=x&source=hr%%26pass=%s&agent_user=9001",
        "user=hr_onboarding&pass=x&agent_user=9001&email=a@b.c|phone_pass=%s",
        "user=hr_onboarding&pass=x&agent_user=9001&custom_one=pass_hash:%s",
        "user=hr_onboarding&pass=x&agent_user=9001&source_user=agent_passwd %s",
        "{\"user\":\"robot\",\"pass\":\"%s\",\"agent_user\":\"1001\"}",
        "user=robot&pass=${%s}&agent_user=1001",
        "user=robot&agent_user=1001&agent_pass=$%s",
        "user=robot&pass=a&%s&agent_user=1001",
        "user=robot&pass=a#%s&agent_user=1001",
        "user=robot&pass='%s&agent_user=1001",
        "user=robot&pass=\"%s\"&agent_user=1001",
        "user=robot&pass = %s &agent_user=1001",
        "user=robot&function=add_user$pass=%s",
      })
  void noBrokenRequestShowsItsPassword(String broken) throws IOException {
    String query = broken.formatted(SECRET);
    List<String> written =
        List.of(
            ADDRESS + "?source=test&function=add_user&" + query,
            ADDRESS + "?source=test&" + query + "&function=update_user",
            "curl '" + ADDRESS + "?source=test&function=add_user&" + query + "'",
            "curl " + ADDRESS + "?function=copy_user&" + query,
            "curl -d \"source=test&function=add_user&" + query + "\" " + ADDRESS,
            "curl --data-urlencode \"function=add_user\" --data-urlencode \""
                + query
                + "\" "
                + ADDRESS,
            "curl -H 'X-Pass: "
                + SECRET
                + "' -u robot:"
                + SECRET
                + " '"
                + ADDRESS
                + "?function=add_user&"
                + query
                + "'",
            "$u = '" + ADDRESS + "?function=add_user&" + query + "' . $more;",
            "url = f\"" + ADDRESS + "?function=add_user&" + query + "\" + x",
            "const u = `" + ADDRESS + "?function=add_lead&" + query + "`;",
            "GET " + ADDRESS + "\n  ?function=add_user\n  &" + query.replace("&", "\n  &"),
            "Call `" + ADDRESS + "?function=make_user&" + query + "`, please.",
            "params = {'function': 'add_user', 'user': '" + query + "'}",
            "{\"function\": \"add_user\", \"params\": {\"user\": \"" + query + "\"}}",
            "- {function: add_user, agent_user: '" + query + "'}",
            "caller,function,agent_user\nhr_onboarding,add_user," + query,
            query);
    int round = broken.length();
    for (String each : written) {
      nothingShows(each, round++);
    }
  }

  /** Requests as they should be, broken at random: an ampersand, a quote, a sign encoded. */
  @Property(tries = 150)
  void noRandomBreakShowsAPassword(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    String secret = secret(random);
    String text = whole(random, secret);
    int breaks = 1 + random.nextInt(3);
    for (int i = 0; i < breaks; i++) {
      text = broken(random, text);
    }
    String format = FORMATS.get(random.nextInt(FORMATS.size()));
    Cli run = Cli.runWith(text, "request", "-", ESTATE, "--format", format);
    assertThat(run.status()).as(run.err()).isIn(0, 1, 3);
    assertThat(run.all()).as(text).doesNotContain(secret);
  }

  private static String secret(Random random) {
    String letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789";
    StringBuilder secret = new StringBuilder();
    for (int i = 0; i < 11; i++) {
      secret.append(letters.charAt(random.nextInt(letters.length())));
    }
    return secret.append("7x").toString();
  }

  private static String whole(Random random, String secret) {
    List<String> pairs =
        new ArrayList<>(
            List.of(
                "source=test",
                "user=hr_onboarding",
                "pass=" + secret,
                "function="
                    + List.of("add_user", "update_user", "copy_user").get(random.nextInt(3)),
                "agent_user=n1001",
                "agent_pass=" + secret,
                "agent_user_level=1",
                "agent_full_name=Ann",
                "agent_user_group=AGENTS",
                "phone_pass=" + secret,
                "source_user=agent_okafor"));
    Collections.shuffle(pairs, random);
    String query = String.join("&", pairs);
    return switch (random.nextInt(8)) {
      case 0 -> ADDRESS + "?" + query;
      case 1 -> "curl '" + ADDRESS + "?" + query + "'";
      case 2 -> "curl -d '" + String.join("' -d '", pairs) + "' " + ADDRESS;
      case 3 ->
          "curl --data-urlencode \""
              + String.join("\" \\\n --data-urlencode \"", pairs)
              + "\" "
              + ADDRESS;
      case 4 -> "$u = '" + ADDRESS + "?" + String.join("' .\n '&", pairs) + "';";
      case 5 -> "fetch(`" + ADDRESS + "?" + query + "`); // it's sent";
      case 6 -> "p = {'" + String.join("', '", pairs).replace("=", "': '") + "'}";
      default -> "<a href=\"" + ADDRESS + "?" + query.replace("&", "&amp;") + "\">x</a>";
    };
  }

  /** Something goes wrong that leaves names and equals signs, or their codes, in place. */
  private static String broken(Random random, String text) {
    String signs = List.of("&", "'", "\"", "`", "=").get(random.nextInt(5));
    List<Integer> places = new ArrayList<>();
    for (int i = text.indexOf(signs); i >= 0; i = text.indexOf(signs, i + 1)) {
      places.add(i);
    }
    if (places.isEmpty()) {
      return text;
    }
    int at = places.get(random.nextInt(places.size()));
    String code = "%" + Integer.toHexString(signs.charAt(0));
    List<String> instead =
        signs.equals("=")
            ? List.of(code, code.replace("%", "%25"), ":", " = ")
            : List.of("", "$", ";", " ", "&&", "\n", code, code.replace("%", "%25"), "\\" + signs);
    return text.substring(0, at)
        + instead.get(random.nextInt(instead.size()))
        + text.substring(at + 1);
  }

  @Test
  void aRequestInPlaceOfAFileIsNoFile() throws IOException {
    String url = ADDRESS + "?function=add_user&user=hr_sync&pass=" + SECRET + "&agent_user=zz";
    for (List<String> args :
        List.of(
            List.of(url, ESTATE),
            List.of(ESTATE, url),
            List.of("curl -s '" + url + "'", ESTATE),
            List.of("user=robot$pass=" + SECRET, ESTATE),
            List.of("pass: " + SECRET, ESTATE),
            List.of(url),
            List.of(url, "curl '" + url + "'", ESTATE))) {
      List<String> all = new ArrayList<>(List.of("request"));
      all.addAll(args);
      Cli run = Cli.run(all.toArray(String[]::new));
      assertThat(run.all())
          .as(args.toString())
          .doesNotContain(SECRET)
          .doesNotContain("no such file");
      assertThat(run.status()).isIn(1, 3);
    }
    assertThat(Cli.run("request", url, ESTATE).out())
        .contains("Request 1  add_user by hr_sync  (command line):1:1");
  }

  private void nothingShows(String text, int round) throws IOException {
    String format = FORMATS.get(round % FORMATS.size());
    Cli run = Cli.runWith(text, "request", "-", ESTATE, "--format", format);
    assertThat(run.status()).as(run.err()).isIn(0, 1, 3);
    assertThat(run.all()).as(text).doesNotContain(SECRET);
    if (round % LINTED == 0) {
      Path file = folder.resolve("request.yaml");
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
      assertThat(Cli.run("lint", file.toString()).all())
          .as("lint of " + text)
          .doesNotContain(SECRET);
    }
  }
}
