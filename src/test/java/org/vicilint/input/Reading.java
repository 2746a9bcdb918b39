package org.vicilint.input;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.source.Limits;

/** Short ways for tests to read a text, and to say what came of it. */
public final class Reading {
  private Reading() {}

  static Estate of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static Estate of(byte[] bytes) {
    return of(null, bytes);
  }

  static Estate of(InputFormat format, byte[] bytes) {
    InputStream in = new ByteArrayInputStream(bytes);
    return new EstateReader(format, Limits.DEFAULT).read(List.of("-"), in);
  }

  static Estate paths(Object... paths) {
    List<String> names = java.util.Arrays.stream(paths).map(Object::toString).toList();
    return new EstateReader(null, Limits.DEFAULT).read(names, InputStream.nullInputStream());
  }

  /** {@code place reason}, one a problem; the places are those of standard input. */
  static List<String> problems(Estate estate) {
    return estate.problems().stream().map(p -> p.place() + " " + p.reason()).toList();
  }

  static List<String> problems(String text) {
    return problems(of(text));
  }

  static List<String> users(Estate estate) {
    return estate.accounts().stream().map(Account::user).toList();
  }

  static List<String> users(String text) {
    return users(of(text));
  }

  public static Account only(String text) {
    Estate estate = of(text);
    if (estate.accounts().size() != 1 || !estate.problems().isEmpty()) {
      throw new AssertionError("not one account without problems: " + estate);
    }
    return estate.accounts().get(0);
  }
}
