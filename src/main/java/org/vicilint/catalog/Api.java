package org.vicilint.catalog;

/** VICIdial's two HTTP APIs. */
public enum Api {
  /** {@code /vicidial/non_agent_api.php}. */
  NON_AGENT("non_agent", "Non-Agent API"),
  /** {@code /agc/api.php}. */
  AGENT("agent", "Agent API");

  private final String word;
  private final String title;

  Api(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /** The word in options, data files and outputs. */
  public String word() {
    return word;
  }

  /** The name that VICIdial's manual uses. */
  public String title() {
    return title;
  }
}
