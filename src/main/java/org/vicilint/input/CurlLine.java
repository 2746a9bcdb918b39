package org.vicilint.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A command line of curl or wget, as far as the parameters of the call stand in it.
 *
 * @param url the address, with the data behind it where the call is a GET; null when there is none
 * @param body the data of a POST, as a query
 * @param unread an option that takes parameters from elsewhere; null when there is none
 */
record CurlLine(String url, String body, String unread) {
  /** Options with a value that says nothing of the parameters. */
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
          "-O",
          "--timeout",
          "--tries",
          "-U");

  /** The same for wget, where they differ. */
  private static final Set<String> NO_VALUE = Set.of("-O", "--remote-name");

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

  static CurlLine of(List<String> words) {
    String url = null;
    boolean get = false;
    String unread = null;
    List<String> data = new ArrayList<>();
    List<String> query = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String option = option(word);
      if (option != null) {
        String value = value(words, i, option);
        i += word.equals(option) ? 1 : 0;
        if (value.startsWith("@") && !option.equals("--data-raw")) {
          unread = option + " @file";
        }
        String part = option.equals("--data-urlencode") ? QueryText.encode(value) : value;
        (option.equals("--url-query") ? query : data).add(part);
      } else if (word.equals("-F") || word.equals("--form") || word.equals("-K")) {
        unread = word;
      } else if (word.equals("-G") || word.equals("--get") || word.matches("-[a-zA-Z]*G")) {
        get = true;
      } else if (word.equals("--url")) {
        url = i + 1 < words.size() ? words.get(++i) : url;
      } else if (word.matches("-[a-zA-Z]*[oHAumxXO]|--.*|-.") && WITH_VALUE.contains(last(word))) {
        i += NO_VALUE.contains(last(word)) || next(words, i) ? 0 : 1;
      } else if (!word.startsWith("-") && (url == null || word.contains("non_agent_api.php"))) {
        url = word;
      }
    }
    String body = String.join("&", data);
    String more = String.join("&", query);
    if (get && !body.isEmpty()) {
      more = more.isEmpty() ? body : more + "&" + body;
      body = "";
    }
    if (url != null && !more.isEmpty()) {
      url += (url.contains("?") ? "&" : "?") + more;
    }
    return new CurlLine(url, body, unread);
  }

  /** The option that carries data, if the word is one, alone or with its value. */
  private static String option(String word) {
    for (String option : DATA) {
      boolean longOne = option.startsWith("--");
      if (word.equals(option)
          || (longOne && word.startsWith(option + "="))
          || (!longOne && word.startsWith(option) && word.length() > 2)) {
        return option;
      }
    }
    return null;
  }

  private static String value(List<String> words, int at, String option) {
    String word = words.get(at);
    if (!word.equals(option)) {
      return word.substring(option.length() + (option.startsWith("--") ? 1 : 0));
    }
    return at + 1 < words.size() ? words.get(at + 1) : "";
  }

  /** Of short options written together, the last one takes the value. */
  private static String last(String word) {
    return word.startsWith("--")
        ? word.replaceFirst("=.*", "")
        : "-" + word.charAt(word.length() - 1);
  }

  private static boolean next(List<String> words, int at) {
    return words.get(at).startsWith("--") && words.get(at).contains("=");
  }
}
