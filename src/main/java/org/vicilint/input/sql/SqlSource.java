package org.vicilint.input.sql;

import java.io.IOException;
import java.io.InputStream;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Secrets;
import org.vicilint.input.table.Tracked;
import org.vicilint.source.Limits;
import org.vicilint.source.ProblemLog;
import org.vicilint.source.Source;

/**
 * Reads SQL: a dump, whose records are taken as they stream by, or else a script, which is played.
 */
public final class SqlSource {
  private final ParsedInput harvest;
  private final Tracked meter;
  private final Secrets secrets;
  private final Limits limits;
  private final ProblemLog log;

  public SqlSource(
      ParsedInput harvest, Tracked meter, Secrets secrets, Limits limits, ProblemLog log) {
    this.harvest = harvest;
    this.meter = meter;
    this.secrets = secrets;
    this.limits = limits;
    this.log = log;
  }

  public void read(Source source) throws IOException {
    ParsedInput plain = new ParsedInput(harvest.usage().reading(), meter);
    ProblemLog found = log.part();
    Tracked.Mark before = meter.mark();
    boolean asItStands = true;
    try (InputStream in = source.open()) {
      asItStands = new SqlReader(in, source.found(), plain, secrets, found).read();
    } finally { // what stands before a fault in the source is read
      if (asItStands) {
        harvest.add(plain);
        log.add(found, 0);
      }
    }
    if (asItStands) {
      return;
    }
    meter.back(before);
    log.secretSeen();
    if (source.once() || source.size() > limits.definitionBytes()) {
      log.add(
          "this script is more than a dump, and it is too long to be played:"
              + " more than %d MiB".formatted(limits.definitionBytes() >> 20),
          "run it on a test server, and give a dump of what it leaves");
      return;
    }
    try (InputStream in = source.open()) {
      new SqlScript(harvest, secrets, log).read(in.readAllBytes());
    }
  }

  /** Reads a script of a shell that holds SQL. */
  public void readShell(Source source) throws IOException {
    try (InputStream in = source.open()) {
      new SqlScript(harvest, secrets, log).readShell(in.readAllBytes());
    }
  }
}
