package org.vicilint.cli;

/** Memory that {@code fix} needs: it holds all findings. */
final class FixMemory {
  /** About what an account takes. */
  private static final long ACCOUNT_BYTES = 300;

  /** About what a finding takes, with all that is worked out for its change. */
  private static final long FINDING_BYTES = 2_000;

  /** Java keeps a part of its memory free for moving things. */
  private static final double SPARE = 1.1;

  private FixMemory() {}

  /**
   * Returns the number of findings that may be held.
   *
   * @param bytes the available memory
   */
  static long most(long accounts, long bytes) {
    return (bytes - accounts * ACCOUNT_BYTES) / FINDING_BYTES;
  }

  /** Returns the message for more findings than fit. */
  static String tooMany(long findings, long accounts) {
    long bytes = accounts * ACCOUNT_BYTES + findings * FINDING_BYTES;
    return "vicilint: nothing was changed: fix holds all that it found, and there is too little memory for %d findings; give more (VICILINT_JAVA_OPTS=-Xmx%dm), or take some rules at a time (--only)"
        .formatted(findings, (long) Math.ceil(bytes * SPARE) >> 20);
  }
}
