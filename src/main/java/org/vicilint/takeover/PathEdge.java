package org.vicilint.takeover;

/**
 * An edge of the graph whose paths are looked for.
 *
 * @param kind how
 * @param from who does it; null where {@code known} is its end
 * @param to the hold to which it leads; null where it ends the path
 * @param fold the accounts that it leads to; null where {@code known} is
 * @param known what is known without a request; null for requests
 */
record PathEdge(
    Step.Kind kind, Foothold from, Foothold to, AccountClass fold, SharedCredentials.Known known) {

  static PathEdge of(Transition move) {
    return new PathEdge(move.kind(), move.from(), move.to(), move.to().fold(), null);
  }

  static PathEdge known(SharedCredentials.Known known) {
    return new PathEdge(known.kind(), null, null, null, known);
  }

  static PathEdge end(Step.Kind kind, Foothold from, AccountClass fold) {
    return new PathEdge(kind, from, null, fold, null);
  }

  /** The same without another level or group for those that it leads to. */
  PathEdge bare() {
    return end(kind, from, fold);
  }

  /** Whether it is still there when somebody else, or the same one changed, does it. */
  boolean openTo(Foothold other) {
    return switch (kind) {
      case COPY -> other.clones(fold.key());
      case MOVE -> other.power().moves() && other.power().views(to.as().userGroup());
      case UPDATE ->
          other.updates(fold.key())
              && (to == null
                  || (other.power().raises(fold.level()) >= to.as().userLevel()
                      && (to.as().userGroup().equals(fold.userGroup())
                          || other.power().views(to.as().userGroup()))));
      default -> true;
    };
  }
}
