package org.vicilint.cli;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.vicilint.catalog.Catalog;
import org.vicilint.diagnosis.LoggedAnswers;
import org.vicilint.log.LogReading;
import org.vicilint.model.Moment;

/** The options that say which rows of a log count, and how a log is read. */
final class LogOptions {
  static final String SINCE = "since";
  static final String UNTIL = "until";
  private static final Pattern BEFORE = Pattern.compile("(\\d{1,5})d");

  private LogOptions() {}

  /** Adds the options of a command that looks at logs. */
  static Options add(Options options) {
    return options
        .addOption(
            Opts.value(
                SINCE,
                "TIME",
                "count only calls of the log from this day or time on, '2025-07-20' or '2025-07-20 18:41:00', or of the last days: 90d"))
        .addOption(
            Opts.value(
                UNTIL,
                "TIME",
                "count only calls of the log up to this day or time, which belongs to them"));
  }

  /** Whether a part of the log is asked for. */
  static boolean given(CommandLine line) {
    return line.hasOption(SINCE) || line.hasOption(UNTIL);
  }

  /**
   * Returns the settings for reading logs.
   *
   * @param loading the catalog, which is waited for when a log's first row comes
   */
  static LogReading reading(CommandLine line, CompletableFuture<Catalog> loading)
      throws UsageException {
    LocalDateTime since = time(line, SINCE, LocalTime.MIN);
    LocalDateTime until = time(line, UNTIL, LocalTime.of(23, 59, 59));
    if (since != null && until != null && since.isAfter(until)) {
      throw new UsageException("--since is later than --until: no call can be between them");
    }
    Supplier<LoggedAnswers> answers = once(() -> new LoggedAnswers(loading.join()));
    return new LogReading(since, until, (result, reason) -> answers.get().of(result, reason));
  }

  /** Supplier that makes its value once; texts are inverted only for a run that reads a log. */
  private static <T> Supplier<T> once(Supplier<T> maker) {
    return new Supplier<>() {
      private T made;

      @Override
      public synchronized T get() {
        if (made == null) {
          made = maker.get();
        }
        return made;
      }
    };
  }

  /**
   * The moment that an option names; null when it is not given.
   *
   * @param ofDay what a day without a time stands for
   */
  private static LocalDateTime time(CommandLine line, String option, LocalTime ofDay)
      throws UsageException {
    String text = Opts.last(line, option);
    if (text == null) {
      return null;
    }
    Matcher before = BEFORE.matcher(text.strip());
    if (before.matches()) {
      return LintRun.today(line).minusDays(Long.parseLong(before.group(1))).atTime(ofDay);
    }
    LocalDateTime time = Moment.of(text, ofDay);
    if (time == null) {
      throw new UsageException(
          "--%s takes a day like 2025-07-20, a time like '2025-07-20 18:41:00', or 90d for the last 90 days, not '%s'"
              .formatted(option, text));
    }
    return time;
  }
}
