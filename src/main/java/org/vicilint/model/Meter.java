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

  /** How much there is in all, when that is known. */
  void expect(long total);

  /** So much more is done; less than 0 takes back what has to be done again. */
  void add(long more);

  /** So many more rows of tables were among it, or less than 0. */
  void rows(long more);
}
