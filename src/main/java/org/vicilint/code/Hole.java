package org.vicilint.code;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a text that a program fills in. It stands in the text itself, between two characters
 * that no text holds, so that a query can be taken apart around it.
 */
public final class Hole {
  private static final char OPEN = '\uFDD2';
  private static final char CLOSE = '\uFDD3';

  /** Stands for the end of an arrow, which would end an address in a page. */
  private static final char ARROW = '\uFDD4';

  private static final Pattern ANY = Pattern.compile(OPEN + "([^" + CLOSE + "]*)" + CLOSE);

  /** Characters with a meaning in a query. */
  private static final Pattern UNSAFE = Pattern.compile("[&=%+;#?\"'`<" + OPEN + CLOSE + "\\s]");

  private static final int LONGEST = 40;

  /** Form of a variable's name; anything else may be a value that broke out of its quotes. */
  private static final Pattern NAME =
      Pattern.compile("[$@:]{0,2}[A-Za-z_]+(?:(?:\\.|->|::|\\[)\\$?[A-Za-z_]+]?)*\\d?");

  private static final Pattern POSITION = Pattern.compile("\\$?\\d{0,2}|%\\w");

  private Hole() {}

  /** A place that is filled with what has this name. */
  public static String of(String name) {
    String safe = UNSAFE.matcher(name).replaceAll(m -> m.group().equals("%") ? "%" : "");
    safe = safe.equals("%s") || safe.length() == 2 ? safe : safe.replace("%", "");
    safe = safe.replace('>', ARROW);
    return OPEN + safe.substring(0, Math.min(LONGEST, safe.length())) + CLOSE;
  }

  /** Whether a part of the text is filled in. */
  public static boolean in(String text) {
    return text.indexOf(OPEN) >= 0;
  }

  /** Whether nothing in the text is literal. */
  public static boolean all(String text) {
    return in(text) && ANY.matcher(text).replaceAll("").isBlank();
  }

  /** The text with the places as {@code {name}}; what may be no name is left out. */
  public static String written(String text) {
    return replace(text, name -> "{" + shown(name) + "}");
  }

  /**
   * Returns the names of what fills the text in, each once, in words; empty when no name can be
   * shown.
   */
  public static String names(String text) {
    List<String> names = new ArrayList<>();
    Matcher matcher = ANY.matcher(text);
    while (matcher.find()) {
      String name = shown(matcher.group(1));
      if (!name.isEmpty() && !names.contains(name)) {
        names.add(name.matches("\\d+") ? "{" + name + "}" : name);
      }
    }
    return String.join(", ", names);
  }

  /** Puts something else for every place. */
  static String replace(String text, UnaryOperator<String> by) {
    return ANY.matcher(text).replaceAll(m -> Matcher.quoteReplacement(by.apply(m.group(1))));
  }

  /** A text from outside without these two characters. */
  public static String without(String text) {
    return text.replace(OPEN, '\uFFFD').replace(CLOSE, '\uFFFD');
  }

  private static String shown(String inner) {
    String name = inner.replace(ARROW, '>');
    return NAME.matcher(name).matches() || POSITION.matcher(name).matches() ? name : "";
  }
}
