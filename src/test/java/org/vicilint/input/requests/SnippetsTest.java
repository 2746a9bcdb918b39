package org.vicilint.input.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.api.Parameters;
import org.vicilint.model.Problem;
import org.vicilint.model.Request;

/** What is read of programs in many languages, of pages and of documents. */
class SnippetsTest {
  private static final Path FILE = Path.of("src/test/resources/requests/snippets.txt");
  private static final String READ = "=> ";

  /** A snippet; a line that looks like the head of one counts only behind what is read. */
  record Snippet(String title, String text, List<Map<String, String>> requests) {
    @Override
    public String toString() {
      return title;
    }
  }

  static Stream<Snippet> snippets() throws IOException {
    String text = Files.readString(FILE).replaceFirst("(?s)^.*?(?=### )", "");
    return Arrays.stream(text.split("(?<=\\n)(?=### )(?<=\\n=> [^\\n]{1,1000}\\n)"))
        .map(SnippetsTest::snippet);
  }

  private static Snippet snippet(String block) {
    List<String> lines = block.lines().toList();
    List<Map<String, String>> requests = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith(READ)) {
        requests.add(parameters(line.substring(READ.length())));
      } else {
        text.append(line).append('\n');
      }
    }
    return new Snippet(lines.get(0).substring("### ".length()), text.toString(), requests);
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : query.split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void everySnippetSaysWhatItSends(Snippet snippet) {
    List<Problem> problems = new ArrayList<>();
    List<Map<String, String>> read = new ArrayList<>();
    ByteArrayInputStream in =
        new ByteArrayInputStream(snippet.text().getBytes(StandardCharsets.UTF_8));
    for (Request request : new RequestReader(Parameters.known().names(), problems).read("-", in)) {
      Map<String, String> parameters = new TreeMap<>(request.parameters());
      parameters.put("function", request.function());
      if (!request.caller().isEmpty()) {
        parameters.put("user", request.caller());
      }
      request
          .open()
          .keySet()
          .forEach(name -> parameters.put(name, name.equals(Request.REST) ? "" : "?"));
      read.add(parameters);
    }
    assertThat(read).isEqualTo(snippet.requests());
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(", "+(", "f(", "sprintf('%s',", "[(", "'a' + ", "$a->b", "a.b", "&a=b", "/* # "})
  void whatNestsWithoutEndIsReadAllTheSame(String part) {
    String text =
        "x = 'http://d/non_agent_api.php?function=update_user&user=a' + " + part.repeat(20_000);
    assertThat(read(text)).as(part).isNotNull();
  }

  @Property(tries = 200)
  void noMixtureOfPartsMakesItThrow(@ForAll("parts") List<String> parts) {
    assertThat(read(String.join("", parts))).isNotNull();
  }

  @Provide
  Arbitrary<List<String>> parts() {
    return Arbitraries.of(
            "'",
            "\"",
            "`",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "+",
            ".",
            "&",
            "=",
            "=>",
            ":",
            ",",
            ";",
            "\n",
            " ",
            "\\",
            "$a",
            "#{b}",
            "${c}",
            "%s",
            "{0}",
            "//",
            "/*",
            "*/",
            "#",
            "<!--",
            "a",
            "format",
            "function",
            "add_user",
            "user",
            "http://d/non_agent_api.php?",
            "curl ",
            "-d ",
            "join",
            "%")
        .list()
        .ofMaxSize(40);
  }

  private static List<Request> read(String text) {
    ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return new RequestReader(Parameters.known().names(), new ArrayList<>()).read("-", in);
  }
}
