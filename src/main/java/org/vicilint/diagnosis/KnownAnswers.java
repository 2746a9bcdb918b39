package org.vicilint.diagnosis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answers that refuse the caller nothing by permission, from {@code catalog/answers.tsv}. The
 * file is ours: an error in it is a bug, and throws.
 */
final class KnownAnswers {
  private static final String JSON = "json";

  /** Text that may follow the words of an answer; more words would make it another one. */
  private static final Pattern END = Pattern.compile("\\s*(?:$|[:|\"'<>\\\\\\])};]|-|[0-9])");

  /** End of the words of an answer that is given as a pattern. */
  private static final String WORDS_END = "(?=: \\||: | - |\\s*$|[\"'<\\\\])";

  /** Value behind the words that is a login. */
  private static final Pattern NAME =
      Pattern.compile("(?:: ?\\|| - \\|?)([-_0-9A-Za-z]{1,20})(?=[|\\s\"'<>\\\\,;]|$)");

  /** Answers by the word behind ERROR, NOTICE or SUCCESS, the longest first. */
  private final Map<String, List<KnownAnswer>> byWord = new HashMap<>();

  private final Map<KnownAnswer, Pattern> patterns = new LinkedHashMap<>();
  private final Set<String> json = new HashSet<>();

  /**
   * @param functions the names of all functions
   */
  KnownAnswers(Collection<String> functions) {
    String any = "(?:" + String.join("|", functions) + ")";
    try (InputStream in = KnownAnswers.class.getResourceAsStream("/catalog/answers.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(fields -> add(fields, any));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byWord
        .values()
        .forEach(all -> all.sort((a, b) -> Integer.compare(b.text().length(), a.text().length())));
  }

  private void add(String[] fields, String anyFunction) {
    if (fields[1].equals(JSON)) {
      json.add(fields[3]);
      return;
    }
    KnownAnswer known = KnownAnswer.of(fields[0], fields[1], fields[2], fields[3]);
    if (known.text().contains("{function}")) {
      String regex =
          known.text().replace("*", "[^|]{1,200}?").replace("{function}", anyFunction) + WORDS_END;
      patterns.put(known, Pattern.compile(regex));
    } else {
      byWord
          .computeIfAbsent(AnswerTemplates.word(known.text(), 0), w -> new ArrayList<>())
          .add(known);
    }
  }

  /** Whether the function answers its own refusals as JSON, on builds that know stage=json. */
  boolean json(String function) {
    return json.contains(function);
  }

  /** The texts that are given word by word. */
  List<String> texts() {
    return byWord.values().stream().flatMap(List::stream).map(KnownAnswer::text).toList();
  }

  /** The answer that stands at the beginning of a text; null when it is none of these. */
  Found find(String text) {
    for (KnownAnswer known : byWord.getOrDefault(AnswerTemplates.word(text, 0), List.of())) {
      int end = known.text().length();
      if (text.startsWith(known.text())
          && END.matcher(text).region(end, text.length()).lookingAt()) {
        return found(known, text, end);
      }
    }
    for (Map.Entry<KnownAnswer, Pattern> pattern : patterns.entrySet()) {
      Matcher m = pattern.getValue().matcher(text);
      if (m.lookingAt()) {
        return found(pattern.getKey(), text, m.end());
      }
    }
    return null;
  }

  private static Found found(KnownAnswer known, String text, int end) {
    if (known.account() == KnownAnswer.Subject.NOBODY) {
      return new Found(known, end, null, end);
    }
    Matcher name = NAME.matcher(text).region(end, text.length());
    return name.lookingAt()
        ? new Found(known, end, name.group(1), name.end())
        : new Found(known, end, null, end);
  }

  /**
   * An answer in a text.
   *
   * @param words where its words end
   * @param account the login that is its first value; null when there is none
   * @param end where the login ends; as {@code words} when there is none
   */
  record Found(KnownAnswer known, int words, String account, int end) {}
}
