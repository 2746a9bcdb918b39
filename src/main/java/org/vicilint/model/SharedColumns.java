package org.vicilint.model;

/** Columns that many accounts of a table have in common, so that they share one object. */
record SharedColumns(
    String userGroup,
    int userLevel,
    boolean active,
    long flags,
    int modifyLeads,
    String apiAllowedFunctions,
    String cutOff,
    int failedLoginCount,
    boolean phoneLogin,
    boolean email,
    Declaration declaration) {
  static SharedColumns of(AccountBuilder b) {
    return new SharedColumns(
        b.userGroup,
        b.userLevel,
        b.active,
        b.flags,
        b.modifyLeads,
        b.apiAllowedFunctions,
        b.cutOff,
        b.failedLoginCount,
        b.phoneLogin,
        b.email,
        b.declaration);
  }

  /** Whether the other one has equal values in all columns that decisions look at. */
  boolean decidesAs(SharedColumns that) {
    return flags == that.flags
        && userLevel == that.userLevel
        && active == that.active
        && modifyLeads == that.modifyLeads
        && userGroup.equals(that.userGroup)
        && apiAllowedFunctions.equals(that.apiAllowedFunctions);
  }

  /** Hash over the fields that {@code decidesAs} compares. */
  int decisiveHash() {
    int hash = Long.hashCode(flags * 31 + userLevel) * 31 + modifyLeads;
    return (hash * 31 + userGroup.hashCode()) * 31 + apiAllowedFunctions.hashCode();
  }
}
