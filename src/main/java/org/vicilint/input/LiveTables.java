package org.vicilint.input;

import java.util.List;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Secrets;
import org.vicilint.log.LogReading;
import org.vicilint.model.Problem;

/** Tables that are read from elsewhere than from files. */
public interface LiveTables {
  /** Returns the name that places and problems use. */
  String name();

  /**
   * Reads what can be read.
   *
   * @param logs which rows of the API's log count
   * @param harvest takes the rows
   * @param secrets turns passwords into what is kept of them
   * @param problems takes what fails; what was read before stays
   * @param mostProblems how many of each table are listed
   */
  void read(
      LogReading logs,
      ParsedInput harvest,
      Secrets secrets,
      List<Problem> problems,
      int mostProblems);
}
