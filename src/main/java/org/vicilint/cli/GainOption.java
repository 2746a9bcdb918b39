package org.vicilint.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.vicilint.catalog.Effect;
import org.vicilint.diff.GainLimit;

/** The option {@code --fail-on-gain}: the gains that fail a comparison. */
final class GainOption {
  private static final String NAME = "fail-on-gain";
  private static final String ANY = "any";
  private static final String NONE = "none";

  private GainOption() {}

  static Option option() {
    return Opts.value(
        NAME,
        "EFFECT,...",
        "exit with 1 when an account gains calls or pages with one of these effects: read, write,"
            + " control, delete; or any, which is every gain, or none (the default)");
  }

  /** The gains that the command line does not accept. */
  static GainLimit of(CommandLine line) throws UsageException {
    List<String> known = new ArrayList<>();
    Arrays.stream(Effect.values()).map(Effect::word).forEach(known::add);
    known.addAll(List.of(ANY, NONE));
    String[] given = line.getOptionValues(NAME);
    EnumSet<Effect> effects = EnumSet.noneOf(Effect.class);
    boolean any = false;
    boolean none = false;
    for (String value : given == null ? new String[0] : given) {
      for (String word : value.split(",", -1)) {
        String effect = word.strip();
        if (!known.contains(effect)) {
          throw new UsageException(
              "--%s does not know '%s'; it takes %s%s"
                  .formatted(
                      NAME, effect, String.join(", ", known), Opts.didYouMean(effect, known)));
        }
        any |= effect.equals(ANY);
        none |= effect.equals(NONE);
        if (known.indexOf(effect) < Effect.values().length) {
          effects.add(Effect.values()[known.indexOf(effect)]);
        }
      }
    }
    if (none && (any || !effects.isEmpty())) {
      throw new UsageException("--" + NAME + ": none cannot stand beside others");
    }
    return new GainLimit(any, effects);
  }
}
