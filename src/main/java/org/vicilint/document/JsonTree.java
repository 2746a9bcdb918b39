package org.vicilint.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.vicilint.source.Limits;
import org.vicilint.source.ProblemLog;

/**
 * Builds nodes from Jackson's tokens; an error ends the text, and what stands before it is kept.
 */
public final class JsonTree {
  private final JsonParser parser;
  private final ProblemLog log;
  private final Limits limits;
  private int nodes;
  private boolean begun;
  private boolean stopped;

  public JsonTree(JsonParser parser, ProblemLog log, Limits limits) {
    this.parser = parser;
    this.log = log;
    this.limits = limits;
  }

  /** Reads the one value that the text holds; null when there is none. */
  public Node read() throws IOException {
    JsonToken token = next();
    Node root = token == null ? null : node(token, 1);
    if (!stopped && next() != null) {
      problem("something stands behind the end of the JSON object", "write one object a file");
    }
    return root;
  }

  private Node node(JsonToken token, int depth) throws IOException {
    JsonLocation at = parser.currentTokenLocation();
    if (++nodes > limits.nodes()) {
      problem("the file holds too many values", "split the file");
      stopped = true;
    }
    return switch (token) {
      case START_OBJECT, START_ARRAY -> depth > limits.depth() ? tooDeep(at) : open(at, depth);
      case VALUE_NULL -> Node.nothing(at.getLineNr(), at.getColumnNr());
      default -> scalar(token != JsonToken.VALUE_STRING, at);
    };
  }

  private Node open(JsonLocation at, int depth) throws IOException {
    boolean mapping = parser.currentToken() == JsonToken.START_OBJECT;
    OpenNode open = new OpenNode(mapping, at.getLineNr(), at.getColumnNr());
    JsonToken token = next();
    while (token != null && !token.isStructEnd()) {
      if (mapping) {
        JsonLocation key = parser.currentTokenLocation();
        open.key(parser.currentName(), key.getLineNr(), key.getColumnNr(), log);
        token = next();
        if (token == null) {
          break;
        }
      }
      open.value(node(token, depth + 1));
      token = next();
    }
    return open.close(token != null);
  }

  private Node tooDeep(JsonLocation at) throws IOException {
    problem("lists or objects stand more than " + limits.depth() + " deep", "flatten them");
    for (int inside = 1; inside > 0 && !stopped; ) {
      JsonToken token = next();
      if (token != null && (token.isStructStart() || token.isStructEnd())) {
        inside += token.isStructStart() ? 1 : -1;
      }
    }
    return Node.nothing(at.getLineNr(), at.getColumnNr());
  }

  /** The next token; null at the end, or at an error, which is said. */
  private JsonToken next() throws IOException {
    if (stopped) {
      return null;
    }
    try {
      JsonToken token = parser.nextToken();
      stopped = token == null;
      begun = true;
      return token;
    } catch (JsonProcessingException e) {
      stop(e);
      return null;
    }
  }

  private void stop(JsonProcessingException e) {
    JsonErrors.report(e, parser, begun, log);
    stopped = true;
  }

  private void problem(String reason, String hint) {
    JsonLocation at = parser.currentTokenLocation();
    log.add(at.getLineNr(), at.getColumnNr(), reason, hint);
  }

  private Node scalar(boolean plain, JsonLocation at) throws IOException {
    try {
      return new Node.Scalar(parser.getText(), plain, at.getLineNr(), at.getColumnNr());
    } catch (JsonProcessingException e) {
      stop(e); // a text is decoded, and found too long, only now
      return Node.nothing(at.getLineNr(), at.getColumnNr());
    }
  }
}
