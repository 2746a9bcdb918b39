package org.vicilint.model;

/** Receives the progress of a long piece of work, from any thread. */
public interface Meter {
  /** Nobody wants to know. */
  Meter NONE =
      new Meter() {
        @Override
        public void expect(long total) {}

        @Override
        public void add(long more) {}

        @Override
        public void rows(long more) {}
      };

  /** Announces the whole amount, when that is known. */
  void expect(long total);

  /** Adds to the amount done; a negative value takes back work that has to be done again. */
  void add(long more);

  /** Adds to the number of table rows read; a negative value takes some back. */
  void rows(long more);
}
