package org.vicilint.model;

/**
 * What few accounts of a large estate have.
 *
 * @param user a login that {@link Login} cannot hold; else null
 * @param column where in its line the record stands
 * @param noted the places of values; null where none has one of its own
 * @param secret null where there is no hash beside the password
 */
record RareColumns(String user, int column, Places noted, Secret secret) {
  /** Of a table, the place of a record in its line. */
  static final int USUAL_COLUMN = 1;

  /** What an account has of this; null when it has nothing. */
  static RareColumns of(AccountBuilder b) {
    String user = Login.fits(b.user) ? null : b.user;
    int column = b.places.column();
    Places noted = b.places.any() ? b.places : null;
    Secret secret = b.secret.hash() == null ? null : b.secret;
    return user == null && column == USUAL_COLUMN && noted == null && secret == null
        ? null
        : new RareColumns(user, column, noted, secret);
  }

  /** The same for an account of a table. */
  static RareColumns of(String user, Secret secret) {
    boolean hash = secret.hash() != null;
    return hash || user != null
        ? new RareColumns(user, USUAL_COLUMN, null, hash ? secret : null)
        : null;
  }
}
