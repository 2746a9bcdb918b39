package org.vicilint.model;

/** Is told how far a long piece of work is, by any thread. */
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

  /** So much more is done. */
  void add(long more);

  /** So many more rows of tables were among it. */
  void rows(long more);
}
