package org.vicilint.render.request;

import java.io.IOException;
import org.vicilint.diagnosis.Diagnosis;

/** Takes diagnoses one by one, so that a log of any length can be read. */
public interface DiagnosisWriter {

  /**
   * Writes one.
   *
   * @param line the line of the input, from 1
   */
  void write(long line, Diagnosis diagnosis) throws IOException;

  /** Ends the output; the stream behind it stays open. */
  void close() throws IOException;
}
