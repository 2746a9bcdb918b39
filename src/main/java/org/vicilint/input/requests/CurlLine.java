package org.vicilint.input.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A command line of curl or wget, reduced to the parameters of the call in it.
 *
 * @param urls the addresses, each with the data behind it where the call is a GET
 * @param body the data of a POST, as a query
 * @param unread an option that takes parameters from elsewhere; null when there is none
 */
record CurlLine(List<String> urls, String body, String unread) {
  /** Options whose value says nothing of the parameters. */
  private static final Set<String> WITH_VALUE =
      Set.of(
          "-o",
          "--output",
          "-H",
          "--header",
          "-A",
          "--user-agent",
          "-u",
          "--user",
          "-m",
          "--max-time",
          "--connect-timeout",
          "-x",
          "--proxy",
          "--cacert",
          "-E",
          "--cert",
          "--key",
          "-e",
          "--referer",
          "-b",
          "--cookie",
          "-c",
          "--cookie-jar",
          "-w",
          "--write-out",
          "--retry",
          "--retry-delay",
          "-X",
          "--request",
          "--resolve",
          "--interface",
          "-D",
          "--dump-header",
          "--limit-rate",
          "--timeout",
          "--tries",
          "-U");

  /** Options whose value is data; of two with the same beginning the longer stands first. */
  private static final List<String> DATA =
      List.of(
          "--data-urlencode",
          "--data-binary",
          "--data-ascii",
          "--data-raw",
          "--data",
          "--post-data",
          "--url-query",
          "-d");

  /** Options that read data from somewhere else. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "-F",
          "--form",
          "--form-string",
          "--next",
          "-:",
          "-K",
          "--config",
          "-T",
          "--upload-file",
          "--json",
          "--post-file");

  /** Encoded data may come from a file, with a name before it: {@code name@file}. */
  private static final Pattern FILE = Pattern.compile("[^=]*@");

  static CurlLine of(List<String> words) {
    Draft draft = new Draft();
    for (int i = 0; i < words.size(); i++) {
      i += draft.take(words.get(i), i + 1 < words.size() ? words.get(i + 1) : "");
    }
    return draft.done();
  }

  /** A line while it is read. */
  private static final class Draft {
    private final List<String> data = new ArrayList<>();
    private final List<String> query = new ArrayList<>();
    private final List<String> urls = new ArrayList<>();
    private String unread;
    private boolean get;

    /** Takes a word; returns how many of those behind it belong to it. */
    int take(String word, String next) {
      String option = dataOption(word);
      if (option != null) {
        boolean alone = word.equals(option);
        data(option, alone ? next : word.substring(option.length()).replaceFirst("^=", ""));
        return alone ? 1 : 0;
      }
      if (word.equals("--url")) {
        urls.add(next);
        return 1;
      }
      if (!word.startsWith("-")) {
        urls.add(word);
        return 0;
      }
      String last = lastOption(word);
      unread = ELSEWHERE.contains(last) ? last : unread;
      get |= word.equals("--get") || word.matches("-[a-zA-Z]*G[a-zA-Z]*");
      return WITH_VALUE.contains(last) && !word.contains("=") ? 1 : 0;
    }

    private void data(String option, String value) {
      boolean encoded =
          option.equals("--data-urlencode")
              || (option.equals("--url-query") && !value.startsWith("+"));
      if (encoded ? FILE.matcher(value).lookingAt() : elsewhere(option, value)) {
        unread = option + " @file";
      }
      String part =
          encoded
              ? QueryText.encode(value)
              : option.equals("--url-query") ? value.substring(1) : value;
      (option.equals("--url-query") ? query : data).add(part);
    }

    private static boolean elsewhere(String option, String value) {
      return value.startsWith("@") && !option.equals("--data-raw") && !option.equals("--url-query");
    }

    CurlLine done() {
      if (get) {
        query.addAll(data);
        data.clear();
      }
      String more = String.join("&", query);
      if (!more.isEmpty()) {
        urls.replaceAll(url -> url + (url.contains("?") ? "&" : "?") + more);
      }
      return new CurlLine(urls, String.join("&", data), unread);
    }

    /** The option that carries data, if the word is one, alone or with its value; else null. */
    private static String dataOption(String word) {
      return DATA.stream()
          .filter(
              option ->
                  word.equals(option)
                      || word.startsWith(option.startsWith("--") ? option + "=" : option))
          .findFirst()
          .orElse(null);
    }

    /** Returns the last of short options written together, which takes the value. */
    private static String lastOption(String word) {
      return word.startsWith("--")
          ? word.replaceFirst("=.*", "")
          : "-" + word.charAt(word.length() - 1);
    }
  }
}
