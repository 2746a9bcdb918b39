package org.vicilint.render.usage;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vicilint.catalog.Api;
import org.vicilint.engine.ScriptWords;
import org.vicilint.engine.UsageResult;
import org.vicilint.engine.UsedAccount;
import org.vicilint.engine.UsedFunction;
import org.vicilint.engine.UsedFunction.State;
import org.vicilint.model.LoggedFunction;
import org.vicilint.model.Outcome;
import org.vicilint.model.ScriptRows;
import org.vicilint.model.Sources;
import org.vicilint.model.Usage;
import org.vicilint.render.Style;
import org.vicilint.render.Wrap;
import org.vicilint.text.Printable;
import org.vicilint.text.Text;

/** Usage for people: by account, one line a function that was called, and the others by name. */
public final class UsageTable {
  private static final String INDENT = "  ";
  private static final String NAMES = "             ";
  private static final int STATE = 11;
  private static final int NUMBER = 9;
  private static final List<String> COLUMNS = List.of("granted", "refused", "errors", "unknown");

  private final PrintWriter out;
  private final Style style;

  public UsageTable(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Prints the whole result, problems aside: those go to the error stream. */
  public void print(UsageResult result) {
    int idle = 0;
    for (UsedAccount account : result.accounts()) {
      if (account.idle()) {
        idle++;
      } else {
        account(account);
      }
    }
    if (idle > 0) {
      out.println(
          Text.plural(idle, "account") + " that may call nothing, and called nothing, left out");
    }
    summary(result);
    scripts(result.usage());
    result.notes().forEach(note -> Wrap.print(out, "note: " + Printable.of(note), ""));
  }

  private void account(UsedAccount account) {
    heading(account);
    List<UsedFunction> called =
        account.functions().stream().filter(f -> f.logged() != null).toList();
    int width = called.stream().mapToInt(f -> label(f).length()).max().orElse(0);
    if (!called.isEmpty()) {
      out.println(style.dim(header(width)));
      called.forEach(function -> line(function, width));
    }
    for (Api api : Api.values()) {
      List<String> unused =
          account.functions().stream()
              .filter(f -> f.logged() == null && f.api() == api)
              .map(UsedFunction::name)
              .toList();
      if (!unused.isEmpty()) {
        String first = INDENT + pad(uncalled(account), STATE);
        Wrap.print(
            out,
            "%s, %d: %s".formatted(api.title(), unused.size(), String.join(", ", unused)),
            first,
            NAMES);
      }
    }
    out.println();
  }

  /** Returns the words for functions that may be called but have no call in the log. */
  private static String uncalled(UsedAccount account) {
    if (!account.told()) {
      return "no log";
    }
    return account.logged() == null ? "not in log" : State.UNUSED.word();
  }

  private void heading(UsedAccount used) {
    StringBuilder line = new StringBuilder(style.bold(Printable.of(used.user())));
    if (used.account() == null) {
      line.append(style.red("  no such account"));
    } else {
      if (!used.account().fullName().isEmpty()) {
        line.append("  ").append(Printable.of(used.account().fullName()));
      }
      line.append(style.dim("  level " + used.account().userLevel()));
      line.append(style.dim(used.account().active() ? "" : ", not active"));
    }
    out.println(line);
    out.println(INDENT + numbers(used));
    if (used.logged() != null) {
      Wrap.print(
          out,
          "%s from %s, %s"
              .formatted(
                  Text.plural(used.logged().calls(), "call"),
                  sources(used),
                  UsageResult.period(used.logged().period())),
          INDENT);
    }
  }

  private static String numbers(UsedAccount used) {
    List<String> numbers = new ArrayList<>();
    for (Api api : Api.values()) {
      List<String> parts = new ArrayList<>();
      if (used.account() != null) {
        parts.add(used.granted(api) + " granted");
      }
      for (State state : State.values()) {
        long count = used.count(state, api);
        if (count > 0
            && state != State.NO_LOG
            && (state != State.UNUSED || used.logged() != null)) {
          parts.add(count + " " + state.word());
        }
      }
      if (!parts.isEmpty() && !String.join("", parts).equals("0 granted")) {
        numbers.add(api.title() + ": " + String.join(", ", parts));
      }
    }
    if (used.account() != null && used.logged() == null) {
      numbers.add(
          used.told() ? "no call in the log's period" : "no log: nothing is known of its calls");
    }
    return String.join("; ", numbers);
  }

  /** Returns the apparent number of callers, and their names for themselves. */
  public static String sources(UsedAccount used) {
    Sources sources = used.logged().sources();
    if (sources.tooMany()) {
      return "more than %d sources".formatted(Sources.MOST);
    }
    return sources.names().isEmpty()
        ? "no named source"
        : "%s (%s)"
            .formatted(
                Text.plural(sources.count(), "source"),
                sources.names().stream().map(Printable::of).collect(Collectors.joining(", ")));
  }

  private static String header(int width) {
    StringBuilder line = new StringBuilder(INDENT + pad("state", STATE) + pad("function", width));
    COLUMNS.forEach(column -> line.append(right(column)));
    return line.append("  last call").toString();
  }

  private void line(UsedFunction function, int width) {
    LoggedFunction logged = function.logged();
    StringBuilder line =
        new StringBuilder(INDENT + state(function.state()) + pad(label(function), width));
    for (long number :
        new long[] {
          logged.count(Outcome.GRANTED),
          logged.refused(),
          logged.count(Outcome.ERROR),
          logged.count(Outcome.UNKNOWN)
        }) {
      line.append(right(number == 0 ? "-" : Long.toString(number)));
    }
    line.append("  ").append(UsageResult.time(logged.period().last()));
    String aside = aside(function);
    out.println(line + (aside.isEmpty() ? "" : "  " + aside));
  }

  /** Returns a remark on facts that the counts do not show. */
  public static String aside(UsedFunction function) {
    List<String> asides = new ArrayList<>();
    Map<Outcome, Long> counts = function.logged().counts();
    String gates =
        counts.keySet().stream()
            .filter(Outcome::refused)
            .sorted()
            .map(Outcome::word)
            .collect(Collectors.joining(", "));
    if (!gates.isEmpty()) {
      asides.add("refused by " + gates);
    }
    if (!function.candidates().isEmpty()) {
      asides.add("one of " + String.join(", ", function.candidates()));
    }
    if (function.state() == State.USED && !function.granted()) {
      asides.add("refused today");
    }
    if (function.logged().secrets() > 0) {
      asides.add(Text.plural(function.logged().secrets(), "row") + " with a password");
    }
    return String.join("; ", asides);
  }

  private static String label(UsedFunction function) {
    return Printable.of(function.name());
  }

  private String state(State state) {
    String padded = pad(state.word(), STATE);
    return switch (state) {
      case USED -> style.green(padded);
      case REFUSED -> style.red(padded);
      default -> padded;
    };
  }

  private void summary(UsageResult result) {
    Usage usage = result.usage();
    if (usage.period() == null) {
      return; // the problems say it
    }
    long strangers = result.accounts().stream().filter(a -> a.account() == null).count();
    String line =
        "%s in the log, %s; build %s (Agent API %s)"
            .formatted(
                Text.plural(usage.rows(), "call"),
                UsageResult.period(usage.period()),
                result.builds().nonAgent(),
                result.builds().agent());
    out.println(style.bold(line));
    if (usage.outside() > 0) {
      out.println(Text.plural(usage.outside(), "call") + " outside the time asked for");
    }
    if (strangers > 0) {
      out.println(Text.plural(strangers, "login") + " in the log without an account");
    }
  }

  /** Rows of other scripts, one line a script and function. */
  private void scripts(Usage usage) {
    if (usage.scriptRows() > 0) {
      out.println(ScriptWords.heading(usage) + ":");
      for (ScriptRows rows : usage.scripts()) {
        Wrap.print(out, Printable.of(ScriptWords.line(rows)), INDENT);
      }
    }
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String right(String text) {
    return " ".repeat(Math.max(1, NUMBER - text.length())) + text;
  }
}
