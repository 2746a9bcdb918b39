package org.vicilint.testkit;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vicilint.input.EstateReader;
import org.vicilint.input.InputFormat;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.source.Limits;

/** Short ways for tests to read a text, and to say what came of it. */
public final class Reading {
  private Reading() {}

  public static Estate of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Estate of(byte[] bytes) {
    return of(null, bytes);
  }

  public static Estate of(InputFormat format, byte[] bytes) {
    InputStream in = new ByteArrayInputStream(bytes);
    return new EstateReader(format, Limits.DEFAULT).read(List.of("-"), in);
  }

  public static Estate paths(Object... paths) {
    List<String> names = java.util.Arrays.stream(paths).map(Object::toString).toList();
    return new EstateReader(null, Limits.DEFAULT).read(names, InputStream.nullInputStream());
  }

  /** {@code place reason}, one a problem; the places are those of standard input. */
  public static List<String> problems(Estate estate) {
    return estate.problems().stream().map(p -> p.place() + " " + p.reason()).toList();
  }

  public static List<String> problems(String text) {
    return problems(of(text));
  }

  public static List<String> users(Estate estate) {
    return estate.accounts().stream().map(Account::user).toList();
  }

  public static List<String> users(String text) {
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
