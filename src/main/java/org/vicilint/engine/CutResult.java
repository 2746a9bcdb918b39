package org.vicilint.engine;

import java.util.List;
import org.vicilint.catalog.Builds;
import org.vicilint.model.Problem;
import org.vicilint.takeover.cut.Cuts;

/**
 * The result of {@code vicilint cut}.
 *
 * @param cuts the changes, and the takeover totals before them
 * @param accounts the number of accounts read
 * @param builds the selected builds
 * @param problems what could not be read
 * @param notes what must be known to read the result
 */
public record CutResult(
    Cuts cuts, int accounts, Builds builds, List<Problem> problems, List<String> notes) {}
