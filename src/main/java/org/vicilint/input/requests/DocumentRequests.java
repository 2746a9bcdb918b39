package org.vicilint.input.requests;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vicilint.document.Keys;
import org.vicilint.document.Node;
import org.vicilint.source.ProblemLog;

/**
 * A list of requests in YAML or JSON: mappings with the parameters as keys, {@code caller} and
 * {@code function} among them, or with {@code params}. The list may stand under {@code requests}.
 */
final class DocumentRequests {
  private final RequestList requests;
  private final ProblemLog log;

  DocumentRequests(RequestList requests, ProblemLog log) {
    this.requests = requests;
    this.log = log;
  }

  void read(Node document) {
    if (Node.isNull(document)) {
      return;
    }
    if (document instanceof Node.Items items) {
      items.items().forEach(item -> request(item, Map.of()));
    } else if (document instanceof Node.Entries top
        && top.get("requests") instanceof Node.Items l) {
      Map<String, String> common = new LinkedHashMap<>();
      for (Node.Entry entry : top.entries()) {
        if (!entry.key().equals("requests")) {
          value(entry, common);
        }
      }
      l.items().forEach(item -> request(item, common));
    } else if (document instanceof Node.Entries entries && !entries.entries().isEmpty()) {
      request(entries, Map.of());
    } else {
      problem(document, "this is not a list of requests");
    }
  }

  private void request(Node item, Map<String, String> common) {
    requests.begin();
    if (!(item instanceof Node.Entries entries) || !entries.complete()) {
      problem(item, "this is not a request");
      return;
    }
    Map<String, String> values = new LinkedHashMap<>(common);
    boolean good = true;
    for (Node.Entry entry : entries.entries()) {
      if (entry.key().equals("params") && entry.value() instanceof Node.Entries params) {
        for (Node.Entry param : params.entries()) {
          good &= value(param, values);
        }
      } else if (entry.key().equals("params") && !Node.isNull(entry.value())) {
        problem(entry.value(), "params is not a mapping");
        good = false;
      } else {
        good &= value(entry, values);
      }
    }
    if (good) {
      requests.entry(values, item.line(), item.column());
    }
  }

  private boolean value(Node.Entry entry, Map<String, String> values) {
    if (!(entry.value() instanceof Node.Scalar scalar)) {
      problem(entry.value(), Keys.quote(entry.key()) + " takes a single value");
      return false;
    }
    if (!scalar.isNull()) {
      values.put(entry.key(), scalar.text());
    }
    return true;
  }

  private void problem(Node at, String reason) {
    log.add(
        at.line(),
        at.column(),
        reason,
        "write a list of mappings, with the API's parameters as keys: - agent_user: 1001");
  }
}
