package org.vicilint.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Settings of the whole server: the columns of {@code system_settings} that a login looks at, and
 * the IP lists.
 *
 * @param values by column; a column that no source gives is absent, and not known
 * @param place where they stand
 * @param ipLists the addresses that programs may call from
 */
public record SystemSettings(Map<String, String> values, SourceLocation place, IpLists ipLists) {
  /** 1 opens the Agent API for all accounts; otherwise it answers none. */
  public static final String AGENT_API = "vdc_agent_api_active";

  /** Above 0 the IP lists of groups are looked at; otherwise none is. */
  public static final String IP_LISTS = "allow_ip_lists";

  /**
   * Setting for other alphabets: at 1, fewer characters are deleted from user and password before
   * they are compared.
   */
  public static final String NON_LATIN = "use_non_latin";

  /** Above 0 a login compares {@code pass_hash}, and no longer {@code pass}. */
  public static final String HASHES = "pass_hash_enabled";

  /** The columns that are looked at. */
  public static final List<String> COLUMNS = List.of(NON_LATIN, AGENT_API, IP_LISTS, HASHES);

  /** Values assumed for unknown settings: nothing is held against an account. */
  private static final Map<String, String> TAKEN =
      Map.of(
          NON_LATIN, "use_non_latin is taken to be 0",
          AGENT_API, "the Agent API is taken to be on",
          IP_LISTS, "IP lists are taken to be looked at, and to let programs in",
          HASHES, "a hash is taken to count where an account has no other password");

  /** Nothing is known. */
  public static final SystemSettings UNKNOWN =
      new SystemSettings(Map.of(), SourceLocation.of(""), IpLists.UNKNOWN);

  public SystemSettings {
    values = Map.copyOf(values);
  }

  /** The value of a column; empty when it is not known. */
  public Optional<String> value(String column) {
    return Optional.ofNullable(values.get(column));
  }

  /**
   * Describes the assumption made while these settings are not known.
   *
   * @param columns some of {@link #COLUMNS}
   */
  public static String withoutKnowing(Collection<String> columns) {
    return columns.stream().map(TAKEN::get).collect(Collectors.joining("; "));
  }

  /** Whether the Agent API is known to be switched off. */
  public boolean agentApiOff() {
    return value(AGENT_API).filter(value -> !value.equals("1")).isPresent();
  }

  /** Whether the server is known to look at no IP list. */
  public boolean ipListsOff() {
    return value(IP_LISTS).filter(value -> value.equals("0")).isPresent();
  }

  /** Whether the server is known to look at IP lists. */
  public boolean ipListsOn() {
    return value(IP_LISTS).filter(value -> !value.equals("0")).isPresent();
  }

  /** Whether the server is known to keep other characters than the catalog says. */
  public boolean nonLatin() {
    return value(NON_LATIN).filter(value -> value.equals("1")).isPresent();
  }

  /** Whether a login compares {@code pass_hash} instead of {@code pass}; empty when not known. */
  public Optional<Boolean> hashes() {
    return value(HASHES).map(value -> !value.equals("0"));
  }

  /** Whether the group's list is known to keep out all its members, wherever they call from. */
  public boolean shuts(UserGroup group) {
    return ipListsOn() && !group.anyAddress() && ipLists.empty(group.apiIpList());
  }
}
