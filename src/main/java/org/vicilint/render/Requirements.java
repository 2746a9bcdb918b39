package org.vicilint.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vicilint.access.ModifyLeads;
import org.vicilint.catalog.Page;
import org.vicilint.catalog.Requirement;
import org.vicilint.finding.Confidence;
import org.vicilint.model.Flag;

/** The words for what functions and pages demand of an account. */
public final class Requirements {
  private Requirements() {}

  /** Level and flags that a requirement demands, or {@code nothing} when it demands none. */
  public static String needs(Requirement requirement, String nothing) {
    List<String> parts = new ArrayList<>();
    if (requirement.userLevel() > 0) {
      parts.add("level " + requirement.userLevel());
    }
    for (Flag flag : Flag.values()) {
      if ((requirement.flags() & flag.bit()) != 0) {
        parts.add(flag.column());
      }
    }
    if (requirement.modifyLeads() != 0) {
      parts.add("modify_leads " + ModifyLeads.list(requirement.modifyLeads()));
    }
    return parts.isEmpty() ? nothing : String.join(", ", parts);
  }

  /** The requirements that open a page, as alternatives. */
  public static String demand(Page page) {
    return page.opens().stream()
            .map(way -> needs(way.demand(), "no level or flag"))
            .collect(Collectors.joining(" or "))
        + (page.apiOnlyCloses() ? "; not with api_only_user" : "");
  }

  /** The confidence in decisions about pages, in the word that findings have. */
  public static String confidence(boolean certain) {
    return (certain ? Confidence.CERTAIN : Confidence.LIKELY).word();
  }
}
