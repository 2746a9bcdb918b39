package org.vicilint.takeover;

/**
 * An edge of the graph on which paths are searched.
 *
 * @param kind the kind of step
 * @param from the acting foothold; null where {@code known} is the end
 * @param to the foothold to which it leads; null where it ends the path
 * @param fold the account class to which it leads; null where {@code known} is the end
 * @param known the credential that is known without a request; null for requests
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

  /** Returns the edge without a change of level or group for its accounts. */
  PathEdge bare() {
    return end(kind, from, fold);
  }

  /** Whether the edge remains open when another foothold, or a changed one, acts. */
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
