package org.vicilint.input.requests;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The query of an address, or the data of a form, as PHP takes it. */
final class QueryText {
  private static final int HEX = 16;

  private QueryText() {}

  /** Returns the part behind the question mark of an address. */
  static String of(String url) {
    int from = url.indexOf('?');
    int to = url.indexOf('#', Math.max(from, 0));
    return from < 0 ? "" : url.substring(from + 1, to < 0 ? url.length() : to);
  }

  /** The parameters; of several with one name the last holds. */
  static Map<String, String> parse(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        parameters.remove(name);
        parameters.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  /** Returns {@code name=value} as curl encodes it with --data-urlencode. */
  static String encode(String data) {
    int equals = data.indexOf('=');
    String name = equals < 0 ? "" : data.substring(0, equals);
    String value = URLEncoder.encode(data.substring(equals + 1), StandardCharsets.UTF_8);
    return name.isEmpty() ? value : name + "=" + value;
  }

  private static String decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '+') {
        bytes.write(' ');
      } else if (raw[i] == '%'
          && i + 2 < raw.length
          && Character.digit(raw[i + 1], HEX) >= 0
          && Character.digit(raw[i + 2], HEX) >= 0) {
        bytes.write(Character.digit(raw[i + 1], HEX) * HEX + Character.digit(raw[i + 2], HEX));
        i += 2;
      } else {
        bytes.write(raw[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
