package org.vicilint.model;

import java.util.Locale;
import java.util.Set;

/**
 * One row of {@code vicidial_user_groups}.
 *
 * @param userGroup its name
 * @param allowedCampaigns VICIdial's text, as {@code OUTBND -}; empty when not given
 * @param adminViewableGroups VICIdial's text; empty (no restriction) when not given
 * @param apiIpList the list of addresses from which the group may use the API; empty for any
 * @param adminIpList the same for administration pages
 * @param place where it stands
 * @param lacking the columns of these that the table does not have, and about which nothing is said
 *     elsewhere; none in a definition, where what is not said is meant
 */
public record UserGroup(
    String userGroup,
    String allowedCampaigns,
    String adminViewableGroups,
    String apiIpList,
    String adminIpList,
    SourceLocation place,
    Set<String> lacking) {
  /** The column with the campaigns whose lists its members reach. */
  public static final String CAMPAIGNS = "allowed_campaigns";

  /** The column with the groups that its members see. */
  public static final String VIEWABLE = "admin_viewable_groups";

  public UserGroup {
    lacking = Set.copyOf(lacking);
  }

  /** A group that names no IP list for pages. */
  public UserGroup(
      String userGroup,
      String allowedCampaigns,
      String adminViewableGroups,
      String apiIpList,
      SourceLocation place) {
    this(userGroup, allowedCampaigns, adminViewableGroups, apiIpList, "", place, Set.of());
  }

  /** Whether leads and lists of every campaign are in its scope ({@code -ALL} in any case). */
  public boolean allCampaigns() {
    return allowedCampaigns.toUpperCase(Locale.ROOT).contains("-ALL");
  }

  /** Whether its members may use the API from any address: a name of one letter is no list. */
  public boolean anyAddress() {
    return apiIpList.length() <= 1;
  }

  /** Whether the group allows any address on administration pages. */
  public boolean anyAddressOfPages() {
    return adminIpList.length() <= 1;
  }
}
