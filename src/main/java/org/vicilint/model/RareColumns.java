package org.vicilint.model;

/**
 * Columns that only few accounts of a large estate use.
 *
 * @param user a login that {@link Login} cannot hold; else null
 * @param column where in its line the record stands
 * @param noted the places of values; null where none has one of its own
 * @param secret null where there is no hash beside the password
 */
record RareColumns(String user, int column, Places noted, Secret secret) {
  /** Usual column of a record of a table in its line. */
  static final int USUAL_COLUMN = 1;

  /** Returns the rare columns of an account; null when it has none. */
  static RareColumns of(AccountBuilder b) {
    String user = Login.fits(b.user) ? null : b.user;
    int column = b.places.column();
    Places noted = b.places.any() ? b.places : null;
    Secret secret = b.secret.hash() == null ? null : b.secret;
    return user == null && column == USUAL_COLUMN && noted == null && secret == null
        ? null
        : new RareColumns(user, column, noted, secret);
  }

  /** Returns the rare columns of an account of a table; null when it has none. */
  static RareColumns of(String user, Secret secret) {
    boolean hash = secret.hash() != null;
    return hash || user != null
        ? new RareColumns(user, USUAL_COLUMN, null, hash ? secret : null)
        : null;
  }
}
