package org.vicilint.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Runs the git command so that a repository decides nothing: only commands that read objects are
 * used, which run no hook and no filter, and no transport is allowed, so that a partial clone does
 * not reach for the network.
 */
final class Git {
  private static final String COMMAND = "git";

  /** Set where git runs a hook: they would point it to another repository than the path's. */
  private static final List<String> NOT_PASSED_ON =
      List.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_INDEX_FILE",
          "GIT_COMMON_DIR",
          "GIT_PREFIX",
          "GIT_NAMESPACE");

  private static final Map<String, String> SETTINGS =
      Map.of(
          "LC_ALL", "C",
          "GIT_OPTIONAL_LOCKS", "0",
          "GIT_TERMINAL_PROMPT", "0",
          "GIT_NO_LAZY_FETCH", "1",
          "GIT_ALLOW_PROTOCOL", "none",
          "GIT_LITERAL_PATHSPECS", "1");

  private static final List<String> OPTIONS =
      List.of("--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null");

  private final String command;
  private final Path folder;

  /**
   * @param folder where git runs
   */
  Git(Path folder) {
    this(COMMAND, folder);
  }

  Git(String command, Path folder) {
    this.command = command;
    this.folder = folder;
  }

  /**
   * Result of a run.
   *
   * @param status the exit status
   * @param out what it printed
   * @param err its standard error
   */
  record Answer(int status, byte[] out, String err) {

    /** The only line that was printed. */
    String line() {
      return new String(out, StandardCharsets.UTF_8).strip();
    }

    /** The first line of what it said of errors. */
    String reason() {
      return err.isBlank() ? "status " + status : err.strip().lines().findFirst().orElse("");
    }
  }

  /** Runs a command to its end. */
  Answer run(String... arguments) throws GitException {
    try {
      Process process = started(builder(arguments));
      process.getOutputStream().close();
      CompletableFuture<byte[]> err = CompletableFuture.supplyAsync(() -> all(process));
      byte[] out = process.getInputStream().readAllBytes();
      String said = new String(err.join(), StandardCharsets.UTF_8);
      return new Answer(process.waitFor(), out, said);
    } catch (IOException e) {
      throw new GitException(false, "git stopped while it was read");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GitException(false, "interrupted while git ran");
    }
  }

  /** Starts a command that is talked to; what it says of errors is not kept. */
  Process start(String... arguments) throws GitException {
    return started(builder(arguments).redirectError(ProcessBuilder.Redirect.DISCARD));
  }

  private ProcessBuilder builder(String... arguments) {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(OPTIONS);
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    NOT_PASSED_ON.forEach(builder.environment()::remove);
    builder.environment().putAll(SETTINGS);
    return builder;
  }

  private static Process started(ProcessBuilder builder) throws GitException {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new GitException(
          false, "--git needs the git command, and it cannot be run: install git, or check PATH");
    }
  }

  private static byte[] all(Process process) {
    try {
      return process.getErrorStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
