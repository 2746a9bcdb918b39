package org.vicilint.cli;

import java.io.PrintWriter;
import java.util.List;
import org.apache.commons.cli.Option;
import org.vicilint.render.Wrap;

/** The texts of {@code --help}. */
final class Help {
  private static final String TEXT = "      ";

  private Help() {}

  /** Prints vicilint's purpose and its commands. */
  static void overview(PrintWriter out, List<Command> commands) {
    out.println("vicilint finds VICIdial accounts that can do more than they need, and proves it.");
    out.println();
    out.println("Usage: vicilint COMMAND [OPTION...] [ARGUMENT...]");
    out.println();
    for (Command command : commands) {
      out.println("  %-13s %s".formatted(command.name(), command.summary()));
    }
    out.println();
    out.println("'vicilint COMMAND --help' shows more; 'vicilint --version' shows the version.");
    out.println("Start with: vicilint lint PATH");
  }

  /** All of one command. */
  static void of(PrintWriter out, Command command) {
    out.println("vicilint " + command.name() + ": " + command.summary());
    out.println();
    out.println("Usage: vicilint %s [OPTION...] %s".formatted(command.name(), command.arguments()));
    out.println();
    out.println("Options:");
    for (Option option : command.options().getOptions()) {
      String shortForm = option.getOpt() == null ? "" : "-" + option.getOpt() + ", ";
      String value = option.hasArg() ? " " + option.getArgName() : "";
      out.println("  " + shortForm + "--" + option.getLongOpt() + value);
      Wrap.print(out, option.getDescription(), TEXT);
    }
    out.println();
    out.print(command.more());
  }
}
