package org.vicilint.render.review;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.finding.Finding;

/** Where the findings stand on the page of the review; those that it does not show, nowhere. */
final class Links {
  private final Map<Finding, String> ids = new IdentityHashMap<>();

  Links(List<ReviewFinding> shown) {
    shown.forEach(each -> ids.put(each.finding(), each.id()));
  }

  /**
   * A mention of a finding.
   *
   * @param id its address on the page; null when it is not shown
   */
  public record Link(String rule, String status, boolean open, String id) {}

  List<Link> of(List<Finding> findings) {
    return findings.stream()
        .map(f -> new Link(f.rule(), f.status().word(), f.open(), ids.get(f)))
        .toList();
  }
}
