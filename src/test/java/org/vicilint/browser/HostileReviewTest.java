package org.vicilint.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever an estate's texts hold, they change nothing of the page but their own text. */
@Tag("browser")
class HostileReviewTest {
  private static final List<String> HOSTILE =
      List.of(
          "</script><script>window.taken=1</script>",
          "</style><img src=x onerror=window.taken=1>",
          "\"><svg onload=window.taken=1>",
          "' onmouseover='window.taken=1",
          "${7*7}<#list 1..9 as x>x</#list>",
          "\u202eevil\u2066\u200f",
          "=HYPERLINK(\"x\")",
          "#summary",
          "a&amp;b&lt;",
          "x~".repeat(50_000));

  @Test
  void theyStayText(@TempDir Path folder) throws IOException {
    List<Map<String, Object>> plain = new ArrayList<>();
    List<Map<String, Object>> hostile = new ArrayList<>();
    for (int i = 0; i < HOSTILE.size(); i++) {
      plain.add(account("user ~" + i, "name" + i));
      hostile.add(account(i + HOSTILE.get(i), HOSTILE.get(i)));
    }
    try (Browser browser = Browser.open(1280, 1000)) {
      List<?> expected = open(browser, folder, plain);
      List<?> actual = open(browser, folder, hostile);
      assertThat(actual).isEqualTo(expected);
      assertThat(browser.run("return window.taken")).isNull();
      assertThat(browser.run("return document.body.textContent").toString())
          .doesNotContain("\u202e", "\u2066", "\u200f")
          .contains("\\u202eevil", "</script><script>window.taken=1</script>");
      assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
      browser.run("location.hash = document.querySelector('.account').id");
      assertThat(browser.console()).isEmpty();
    }
  }

  /** The elements of the page, counted. */
  private static List<?> open(Browser browser, Path folder, List<Map<String, Object>> accounts)
      throws IOException {
    Path file = folder.resolve("accounts.yaml");
    // JSON is YAML, with everything escaped.
    new ObjectMapper().writeValue(file.toFile(), Map.of("accounts", accounts));
    Path page = Reviews.write(folder, file.toString());
    assertThat(Files.size(page)).isLessThan(1_000_000);
    browser.open(page, "");
    assertThat(browser.console()).isEmpty();
    return (List<?>)
        browser.run(
            "return ['script','style','img','svg','a','article','td','th','iframe','button','form']"
                + ".map(t => t + ' ' + document.getElementsByTagName(t).length)");
  }

  private static Map<String, Object> account(String user, String name) {
    Map<String, Object> account = new LinkedHashMap<>();
    account.put("user", cut(user, 20));
    account.put("full_name", cut(name, 50));
    account.put("kind", "service");
    account.put("owner", name);
    account.put("purpose", name);
    account.put("used_by", List.of("crm")); // so that the picture of takeovers names them
    account.put("user_level", 9);
    account.put("vdc_agent_api_access", 1);
    account.put("modify_users", 1);
    return account;
  }

  /** As much as the column keeps. */
  private static String cut(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }
}
