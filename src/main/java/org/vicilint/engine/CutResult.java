package org.vicilint.engine;

import java.util.List;
import org.vicilint.catalog.Builds;
import org.vicilint.model.Problem;
import org.vicilint.takeover.cut.Cuts;

/**
 * What {@code vicilint cut} found.
 *
 * @param cuts the changes, and how much takeover there is before them
 * @param accounts how many accounts were read
 * @param builds the builds that were asked about
 * @param problems what could not be read
 * @param notes what must be known to read the result
 */
public record CutResult(
    Cuts cuts, int accounts, Builds builds, List<Problem> problems, List<String> notes) {}
