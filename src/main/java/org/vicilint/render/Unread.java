package org.vicilint.render;

import java.util.List;
import org.vicilint.model.Problem;

/** What may not read as clean where not everything was read. */
public final class Unread {
  private Unread() {}

  /** The sentence; where something could not be read, one that says what it is about. */
  public static String sentence(String sentence, List<Problem> problems) {
    return problems.isEmpty() ? sentence : "By what could be read, and no more: " + sentence;
  }
}
