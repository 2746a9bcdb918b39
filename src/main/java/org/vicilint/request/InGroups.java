package org.vicilint.request;

/** The list of in-groups as the column keeps it. */
final class InGroups {
  private InGroups() {}

  static String of(Sent sent) {
    return " " + sent.get("in_groups").replace('|', ' ') + " -";
  }
}
