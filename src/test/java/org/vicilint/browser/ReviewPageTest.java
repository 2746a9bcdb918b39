package org.vicilint.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The security review as a browser shows it. */
@Tag("browser")
class ReviewPageTest {
  private static final String FINDINGS = "form[data-for=list-of-findings] ";
  private static final String MATRIX = "form[data-for=matrix-rows] ";

  @TempDir private static Path folder;
  private static Path page;
  private static Browser browser;

  @BeforeAll
  static void writeAndOpen() throws IOException {
    page = Reviews.shared(folder);
    browser = Browser.open(1280, 1000);
  }

  @AfterAll
  static void close() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void load() {
    browser.emulate("screen", "light");
    browser.driver().get("about:blank");
    browser.open(page, "");
    browser.console();
  }

  @Test
  void loadsUnderItsPolicyWithoutAWordOnTheConsole() throws IOException {
    browser.open(page, "");
    assertThat(browser.console()).isEmpty();
    assertThat(Files.readString(page))
        .containsPattern("default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'")
        .doesNotContain("unsafe-", "http://", "url(", "@import");
    assertThat(browser.run("return performance.getEntriesByType('resource').length")).isEqualTo(0L);
    // The policy holds: what is not the page's own does not run.
    browser.run(
        "const s = document.createElement('script'); s.textContent = 'window.taken = 1';"
            + " document.body.append(s)");
    assertThat(browser.run("return window.taken")).isNull();
    assertThat(browser.console()).anyMatch(line -> line.contains("Content Security Policy"));
  }

  @ParameterizedTest
  @CsvSource({
    "rule, default-password, rule",
    "kind, person, kind",
    "status, waived, status",
    "status, baselined, status"
  })
  void choosingFiltersTheFindings(String name, String value, String key) {
    choose(FINDINGS, name, value);
    assertThat(shown("list-of-findings"))
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.getDomAttribute("data-" + key)).isEqualTo(value));
    long all = (Long) browser.run(count("[data-" + key + "='" + value + "']"));
    assertThat(said()).isEqualTo(all + " of " + browser.run(count("")) + " fit.");
  }

  @Test
  void severitiesAreSwitchedOffAndOn() {
    find(FINDINGS + "[value=critical]").click();
    find(FINDINGS + "[value=medium]").click();
    assertThat(shown("list-of-findings"))
        .isNotEmpty()
        .extracting(f -> f.getDomAttribute("data-severity"))
        .doesNotContain("critical", "medium");
    find(FINDINGS + "[type=reset]").click();
    settle();
    assertThat(said()).startsWith("All ");
  }

  @Test
  void everyWordOfASearchMustBeThere() {
    find(FINDINGS + "[name=q]").sendKeys("crm_api BOX");
    assertThat(shown("list-of-findings"))
        .allSatisfy(f -> assertThat(text(f)).contains("crm_api").contains("box"));
    find(FINDINGS + "[name=q]").clear();
    find(FINDINGS + "[name=q]").sendKeys("no-such-word-anywhere");
    assertThat(shown("list-of-findings")).isEmpty();
    assertThat(said()).startsWith("0 of ");
    assertThat(find("#findings .pager").getText()).contains("Nothing fits.");
  }

  @Test
  void findingsAreSortedByAccount() {
    choose(FINDINGS, "sort", "account");
    assertThat(shown("list-of-findings"))
        .extracting(f -> f.getDomAttribute("data-user"))
        .hasSizeGreaterThan(5)
        .isSorted();
  }

  @Test
  void anAccountFiltersFindingsAndTheMatrix() {
    find(FINDINGS + "[name=user]").sendKeys("CRM");
    assertThat(shown("list-of-findings"))
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.getDomAttribute("data-user")).contains("crm"));
    find(MATRIX + "[name=user]").sendKeys("wallb");
    assertThat(shown("matrix-rows"))
        .singleElement()
        .satisfies(row -> assertThat(row.getDomAttribute("data-user")).isEqualTo("wallboard"));
  }

  @Test
  void pagesAreTurned() {
    List<WebElement> first = shown("list-of-findings");
    assertThat(first).hasSize(25);
    find("#findings .pager button:last-child").click();
    assertThat(shown("list-of-findings")).isNotEmpty().doesNotContainAnyElementsOf(first);
    assertThat(find("#findings .pager").getText()).contains("Page 2 of ");
    find("#findings .pager button").click();
    assertThat(shown("list-of-findings")).isEqualTo(first);
  }

  @Test
  void aDeepLinkShowsItsFindingWhereverItIsHidden() {
    String last =
        (String) browser.run("return [...document.querySelectorAll('.finding[hidden]')].pop().id");
    browser.open(page, "#" + last);
    settle();
    assertThat(visible(last)).isTrue();
    assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id")).isEqualTo(last);
    find(FINDINGS + "[name=q]").sendKeys("no-such-word-anywhere");
    assertThat(browser.driver().findElement(By.id(last)).isDisplayed()).isFalse();
    String other =
        (String) browser.run("return [...document.querySelectorAll('.finding')].pop().id");
    browser.run("location.hash = arguments[0]", other);
    settle();
    assertThat(visible(other)).isTrue();
    browser.run("location.hash = '%zz'");
    settle();
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void linksLeadFromAFindingToItsAccountAndRuleAndBack() {
    WebElement finding = shown("list-of-findings").get(0);
    String user = finding.getDomAttribute("data-user");
    finding.findElement(By.cssSelector(".who a")).click();
    WebElement account = browser.driver().findElement(By.id("account-" + user));
    assertThat(account.isDisplayed()).isTrue();
    account.findElement(By.cssSelector("a[href='#" + finding.getDomAttribute("id") + "']")).click();
    assertThat(finding.isDisplayed()).isTrue();
    finding.findElement(By.cssSelector("h3 a[href^='#rule-']")).click();
    assertThat(browser.driver().getCurrentUrl())
        .endsWith("#rule-" + finding.getDomAttribute("data-rule"));
  }

  @Test
  void everyShownFindingSaysWhyItMatters() {
    find("#findings .pager button:last-child").click();
    assertThat(shown("list-of-findings"))
        .allSatisfy(f -> assertThat(f.findElement(By.className("why")).getText()).isNotBlank());
  }

  @Test
  void theKeyboardReachesEverything() {
    WebElement body = find("body");
    body.sendKeys(Keys.TAB);
    WebElement skip = browser.driver().switchTo().activeElement();
    assertThat(skip.getText()).contains("Skip");
    skip.sendKeys(Keys.ENTER);
    assertThat(browser.driver().getCurrentUrl()).endsWith("#summary");
    WebElement region = find(".matrix");
    region.sendKeys(Keys.ARROW_RIGHT);
    String first = find("#matrix-detail").getText();
    assertThat(first).contains("×").containsPattern("granted|refused");
    browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_DOWN);
    assertThat(find("#matrix-detail").getText()).contains("×").isNotEqualTo(first);
    browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
    assertThat(find("#matrix-detail").getText()).contains("needs");
  }

  @Test
  void aFixCanBeCopied() {
    WebElement details = browser.driver().findElement(By.cssSelector("#list-of-findings details"));
    String id = (String) browser.run("return arguments[0].closest('article').id", details);
    browser.open(page, "#" + id);
    details = browser.driver().findElement(By.id(id)).findElement(By.tagName("details"));
    details.findElement(By.tagName("summary")).click();
    List<WebElement> figures = details.findElements(By.tagName("figure"));
    assertThat(figures).hasSize(2);
    assertThat(figures.get(1).findElement(By.tagName("pre")).getText())
        .containsPattern("(?m)^UPDATE vicidial_users SET ");
    browser
        .driver()
        .executeCdpCommand(
            "Browser.grantPermissions",
            Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    figures.get(1).findElement(By.className("copy")).click();
    assertThat(browser.run("return getSelection().toString()").toString().strip())
        .isEqualTo(figures.get(1).findElement(By.tagName("pre")).getText().strip());
  }

  @Test
  void withoutScriptItIsALongPageWithEverything() {
    browser
        .driver()
        .executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    try {
      browser.open(page, "");
      for (String list : List.of("list-of-findings", "list-of-accounts", "matrix-rows")) {
        long hidden =
            (Long)
                browser.run(
                    "return Array.from(document.getElementById(arguments[0]).children)"
                        + ".filter(e => e.offsetHeight === 0).length",
                    list);
        assertThat(hidden).as(list).isZero();
      }
      assertThat(find(FINDINGS).isDisplayed()).isFalse();
      assertThat(browser.driver().findElements(By.tagName("button")))
          .noneMatch(WebElement::isDisplayed);
    } finally {
      browser
          .driver()
          .executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
  }

  @Test
  void printedItShowsEverythingAndNoControls() {
    browser.emulate("print", "light");
    browser.run("window.dispatchEvent(new Event('beforeprint'))");
    assertThat(browser.run("return document.querySelectorAll('.list > [hidden]').length"))
        .isEqualTo(0L);
    assertThat(
            browser.run(
                "return Array.from(document.querySelectorAll('details pre')).filter(p => p.offsetHeight === 0).length"))
        .isEqualTo(0L);
    assertThat(find(FINDINGS + "[name=q]").isDisplayed()).isFalse();
    assertThat(find(FINDINGS + "output").isDisplayed()).isTrue(); // what is left out is told
    assertThat(find(".pager").isDisplayed()).isFalse();
    browser.run("window.dispatchEvent(new Event('afterprint'))");
    assertThat(shown("list-of-findings")).hasSize(25);
    byte[] pdf =
        Base64.getDecoder()
            .decode(
                (String)
                    browser.driver().executeCdpCommand("Page.printToPDF", Map.of()).get("data"));
    long pages =
        Pattern.compile("/Type\\s*/Page\\b")
            .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
            .results()
            .count();
    assertThat(pages).isGreaterThan(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void anAccessibilityCheckerFindsNothing(String scheme) throws IOException {
    browser.emulate("screen", scheme);
    for (WebElement details : shown("list-of-findings")) {
      details.findElements(By.tagName("summary")).forEach(WebElement::click);
    }
    assertThat(Axe.violations(browser)).isEmpty();
  }

  @Test
  void reachIsRankedAndDrawnAndToldInATable() {
    List<WebElement> bars = browser.driver().findElements(By.cssSelector("#reach .bars tbody tr"));
    assertThat(bars).hasSize(15);
    assertThat(bars)
        .extracting(row -> -Long.parseLong(row.findElements(By.tagName("td")).get(2).getText()))
        .isSorted();
    WebElement picture = find("#reach svg.takeover");
    assertThat(picture.getDomAttribute("role")).isEqualTo("img");
    assertThat(browser.run("return document.querySelector('#takeover-text').textContent"))
        .asString()
        .contains("bi_export comes to level 9 in 1 step");
    assertThat(picture.findElements(By.cssSelector(".path .line"))).isNotEmpty();
    find("#reach details summary").click();
    assertThat(browser.driver().findElements(By.cssSelector("#reach details tbody tr")))
        .hasSameSizeAs(picture.findElements(By.cssSelector(".box")));
    assertThat(find("#account-crm_api").getAttribute("textContent"))
        .containsPattern("score \\d+, becomes 63 other accounts up to level 9; with this change");
  }

  @Test
  void onANarrowScreenThePictureIsScrolledAndNotThePage() {
    browser
        .driver()
        .executeCdpCommand(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", 400, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    try {
      assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(400L);
      assertThat(
              (Boolean)
                  browser.run(
                      "const p = document.querySelector('.takeover-box'); return p.scrollWidth > p.clientWidth"))
          .isTrue();
    } finally {
      browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  /** What a click or a new address sets off has happened. */
  private static void settle() {
    browser.run("return new Promise(done => setTimeout(() => done(1), 100))");
  }

  private static String count(String more) {
    return "return document.querySelectorAll(\"#list-of-findings > article" + more + "\").length";
  }

  private static List<WebElement> shown(String list) {
    return browser.driver().findElements(By.cssSelector("#" + list + " > :not([hidden])"));
  }

  private static String text(WebElement element) {
    return element.getText().toLowerCase(Locale.ROOT);
  }

  private static String said() {
    return find(FINDINGS + "output").getText();
  }

  private static void choose(String form, String name, String value) {
    find(form + "[name=" + name + "]").findElement(By.xpath("option[.='" + value + "']")).click();
  }

  private static boolean visible(String id) {
    return (Boolean)
        browser.run(
            "const r = document.getElementById(arguments[0]).getBoundingClientRect();"
                + " return r.height > 0 && r.top >= 0 && r.top < innerHeight",
            id);
  }

  private static WebElement find(String css) {
    return browser.driver().findElement(By.cssSelector(css));
  }
}
