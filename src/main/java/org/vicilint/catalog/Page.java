package org.vicilint.catalog;

import java.util.List;

/**
 * An administration page that asks for a login over HTTP Basic.
 *
 * @param name its file below {@code /vicidial/}
 * @param category what it is about
 * @param effect what an account can do with it at most
 * @param summary one line on what it does
 * @param login how it lets accounts in
 * @param opens the alternatives, at least one must hold: the level, and all of the flags
 * @param apiOnlyCloses whether it turns away accounts with {@code api_only_user}
 */
public record Page(
    String name,
    String category,
    PageEffect effect,
    String summary,
    LoginRequirement login,
    List<Way> opens,
    boolean apiOnlyCloses) {

  /**
   * An alternative.
   *
   * @param demand the level, and the flags that have to be set
   * @param effect what an account can do with the page that opens it in this way
   */
  public record Way(Requirement demand, PageEffect effect) {}
}
