package org.vicilint.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The conformance vectors: what real servers answered. */
public final class Vectors {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Vectors() {}

  /** The lines of a vector file, parsed. */
  public static List<JsonNode> read(String name) {
    List<JsonNode> lines = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Vectors.class.getResourceAsStream("/conformance/" + name + ".jsonl.gz")),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(JSON.readTree(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** The accounts of vectors, as an export of vicidial_users in JSON. */
  public static String accounts(List<JsonNode> vectors) {
    return JSON.createArrayNode()
        .addAll(vectors.stream().map(vector -> vector.get("account")).toList())
        .toString();
  }

  /** The groups that existed on the servers asked. */
  public static String groups() {
    return "user_group\tgroup_name\tallowed_campaigns\nADMIN\tAdmins\t -ALL-CAMPAIGNS- - -\n";
  }

  /** A line of JSON. */
  public static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
