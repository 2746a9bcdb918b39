package org.vicilint.database;

import java.util.List;
import org.vicilint.input.LiveTables;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Secrets;
import org.vicilint.log.LogReading;
import org.vicilint.model.Problem;

/**
 * A live database and how to reach it.
 *
 * @param user the account on the server
 * @param password its password; empty for none
 * @param tls what protects the way
 * @param certificate a file with the certificate that the server's is signed with; null to go by
 *     those that Java trusts
 * @param timeout how many seconds to wait for a connection and for every answer as a whole; at
 *     least 1
 * @param log whether to read what the API has logged, too
 */
public record Database(
    DatabaseAddress address,
    String user,
    String password,
    DatabaseTls tls,
    String certificate,
    int timeout,
    boolean log)
    implements LiveTables {

  @Override
  public String name() {
    return address.toString();
  }

  @Override
  public void read(
      LogReading logs,
      ParsedInput harvest,
      Secrets secrets,
      List<Problem> problems,
      int mostProblems) {
    new DatabaseReader(this, logs, harvest, secrets, problems, mostProblems).read();
  }

  /** Says nothing of the password, so that no log or exception can hold it. */
  @Override
  public String toString() {
    return address + " as " + user;
  }
}
