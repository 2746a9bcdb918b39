package org.vicilint.model;

/** What many accounts of a table have alike, so that they share it. */
record Common(
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
  static Common of(AccountBuilder b) {
    return new Common(
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
}
