package org.vicilint.model;

/** Kind of user behind an account. */
public enum Kind {
  /** A program logs in with it. */
  SERVICE("service"),
  /** A person logs in with it. */
  PERSON("person"),
  /** VICIdial's own, never logged in with. */
  SYSTEM("system");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  /** The word in definitions and outputs. */
  public String word() {
    return word;
  }
}
