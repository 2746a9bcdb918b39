package org.vicilint.render;

import java.util.List;
import org.vicilint.model.Problem;

/**
 * Qualifies sentences that would otherwise read as a clean result although not everything was read.
 */
public final class Unread {
  private Unread() {}

  /** Returns the sentence; if something could not be read, qualified as covering only the rest. */
  public static String sentence(String sentence, List<Problem> problems) {
    return problems.isEmpty() ? sentence : "By what could be read, and no more: " + sentence;
  }
}
