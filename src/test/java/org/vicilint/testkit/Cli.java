package org.vicilint.testkit;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vicilint.cli.Main;
import org.vicilint.cli.Streams;

/**
 * A run of the command line inside the test's process.
 *
 * @param status the exit status
 * @param out what came on standard output
 * @param err what came on standard error
 */
public record Cli(int status, String out, String err) {

  /** Runs vicilint with these arguments and nothing on standard input. */
  public static Cli run(String... args) {
    return runWith("", args);
  }

  /** Runs vicilint with a text on standard input. */
  public static Cli runWith(String in, String... args) {
    return runWith(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), args);
  }

  /** Runs vicilint with these bytes on standard input. */
  public static Cli runWith(InputStream in, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Streams streams = new Streams(in, new PrintWriter(out), new PrintWriter(err), false);
    int status = Main.run(List.of(args), streams);
    return new Cli(status, out.toString(), err.toString());
  }

  /** Everything that was printed. */
  public String all() {
    return out + err;
  }
}
