package org.vicilint.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Text from outside, made safe to print. */
class PrintableTest {
  @Test
  void whatIsPlainlyVisibleStaysAsItIs() {
    assertThat(Printable.of("Aisha Müller, 日本 \"x\" 'y' <b>"))
        .isEqualTo("Aisha Müller, 日本 \"x\" 'y' <b>");
  }

  @Test
  void whatMovesACursorOrTurnsTheDirectionIsShownAsAnEscape() {
    assertThat(Printable.of("a\u001b[2Jb\u202ec\nd\te\\f\u0000"))
        .isEqualTo("a\\u001b[2Jb\\u202ec\\nd\\te\\\\f\\u0000");
  }

  @Test
  void aVeryLongTextIsCutAndSaysSo() {
    assertThat(Printable.of("x".repeat(100_000)))
        .hasSizeLessThan(1300)
        .contains("100000 characters");
  }

  @Test
  void ofALongListNoNameIsCut() {
    String list = "name, ".repeat(1000) + "\u001b " + "x".repeat(2000) + "  end";
    assertThat(Printable.words(list))
        .startsWith("name, ".repeat(1000) + "\\u001b xxx")
        .endsWith("... (2000 characters)  end");
  }

  @Property
  void nothingPrintedCanControlATerminal(@ForAll String text) {
    assertThat(Printable.of(text).codePoints())
        .noneMatch(
            c ->
                Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.LINE_SEPARATOR
                    || Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
  }
}
