package org.vicilint.profile;

import org.vicilint.model.Kind;

/** The kind of an account, and from what it is known. */
public enum KindBasis {
  /** The definition says so. */
  DECLARED_SERVICE(Kind.SERVICE, null),
  /** The definition says so. */
  DECLARED_PERSON(Kind.PERSON, null),
  /** The definition says so. */
  DECLARED_SYSTEM(Kind.SYSTEM, null),
  /** Its name is one of VICIdial's own. */
  NAMED_SYSTEM(Kind.SYSTEM, "its name"),
  /** Its name is one that the profile has for programs. */
  NAMED_SERVICE(Kind.SERVICE, "its name"),
  /** Its name is one that the profile has for people. */
  NAMED_PERSON(Kind.PERSON, "its name"),
  /** VICIdial installs it for its own calls. */
  INSTALLED_SYSTEM(Kind.SYSTEM, "VICIdial installs it"),
  /** VICIdial installs it for the first administrator. */
  INSTALLED_PERSON(Kind.PERSON, "VICIdial installs it for an administrator"),
  /** It is marked for the API only. */
  API_ONLY(Kind.SERVICE, "api_only_user"),
  /** It may use the API, and has no phone to work with. */
  NO_PHONE(Kind.SERVICE, "API access without a phone login"),
  /** It looks like that too, but has the name and the powers of one who manages people. */
  MANAGER(Kind.PERSON, "a manager's level, modify_users and full name"),
  /** No sign speaks for another kind. */
  NO_SIGN(Kind.PERSON, "no sign of a program");

  private final Kind kind;
  private final String inferredFrom;

  KindBasis(Kind kind, String inferredFrom) {
    this.kind = kind;
    this.inferredFrom = inferredFrom;
  }

  static KindBasis declared(Kind kind) {
    return switch (kind) {
      case SERVICE -> DECLARED_SERVICE;
      case PERSON -> DECLARED_PERSON;
      case SYSTEM -> DECLARED_SYSTEM;
    };
  }

  /** Returns the kind of user behind the account. */
  public Kind kind() {
    return kind;
  }

  /** Returns the signs that the kind was inferred from; null when it is declared. */
  public String inferredFrom() {
    return inferredFrom;
  }
}
