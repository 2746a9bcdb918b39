package org.vicilint.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.vicilint.model.Suggestions;
import org.vicilint.text.PasswordMask;

/**
 * The arguments of a command line, and how messages may repeat them: a request, a URL or a curl
 * line that somebody gives in the wrong place holds a password.
 *
 * @param words in the order of the command line, the command left out
 */
record Arguments(List<String> words) {
  /** The name of a password's field, alone or with what stands between it and the value. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?:.*[&?;$,\\s])?-{0,2}(?:[\\w-]*[_-])?(?:pass(?:word|wd|phrase|_hash)?|pwd|conf_secret)\\s*(=|:|%3d|%3a)?\\s*");

  /** Separator of a name and a value when blanks surround it. */
  private static final Pattern SEPARATOR = Pattern.compile("[=:]>?");

  Arguments {
    words = List.copyOf(words);
  }

  /**
   * Refuses an argument that stands behind the name of a password's field, since a blank is all
   * that keeps them apart.
   *
   * @param command the command that takes them
   */
  void refuseLooseValues(Command command) throws UsageException {
    boolean files =
        !command.arguments().contains("USER") && !command.arguments().contains("ANSWER");
    for (int i = 1; i < words.size(); i++) {
      String before = words.get(i - 1);
      boolean apart = i > 1 && SEPARATOR.matcher(before).matches();
      var name = NAME.matcher(apart ? words.get(i - 2) : before);
      if (!name.matches() || words.get(i).startsWith("-") || exists(words.get(i))) {
        continue;
      }
      if (apart || name.group(1) != null || files && !before.startsWith("-") && !exists(before)) {
        throw new UsageException(
            "argument %d of %s may be a password, since it stands behind the name of its field, and is not shown; remove both"
                .formatted(i + 1, command.name()));
      }
    }
  }

  private static boolean exists(String file) {
    try {
      return Files.exists(Path.of(file));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** A message that repeats arguments, without what may be a password in them. */
  String masked(String message) {
    String shown = message;
    for (String word : words) {
      for (String part : List.of(word, word.substring(word.indexOf('=') + 1))) {
        String masked = PasswordMask.of(part);
        if (!masked.equals(part)) {
          shown = shown.replace(part, masked);
        }
      }
    }
    return PasswordMask.of(shown);
  }

  /**
   * The name of an option that there is not, as a message may repeat it: a value may be attached to
   * it, as in {@code --pass=SECRET} and {@code -pSECRET}.
   *
   * @param known the options that there are, with their dashes
   */
  static String option(String token, List<String> known) {
    int end = token.indexOf('=');
    String name = end < 0 ? token : token.substring(0, end);
    boolean isShort = name.length() > 2 && !name.startsWith("--");
    return isShort && Suggestions.closest(name, known).isEmpty() ? name.substring(0, 2) : name;
  }
}
