package org.vicilint.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The yes-or-no columns of {@code vicidial_users} that open or close something beyond the account's
 * own agent screen. {@code modify_leads} is not among them: it has seven values.
 *
 * <p>Source: {@code columns.csv} of build 250720-1841; a test holds the names and defaults to it.
 */
public enum Flag {
  ACCESS_RECORDINGS,
  ADD_TIMECLOCK_LOG,
  ADMIN_CF_SHOW_HIDDEN,
  ALTER_AGENT_INTERFACE_OPTIONS,
  API_LIST_RESTRICT(Effect.RESTRICTS),
  API_ONLY_USER(Effect.RESTRICTS),
  AST_ADMIN_ACCESS,
  AST_DELETE_PHONES,
  CALLCARD_ADMIN,
  CAMPAIGN_DETAIL,
  CHANGE_AGENT_CAMPAIGN,
  CUSTOM_FIELDS_MODIFY,
  DELETE_CALL_TIMES,
  DELETE_CAMPAIGNS,
  DELETE_FILTERS,
  DELETE_FROM_DNC,
  DELETE_INBOUND_DIDS,
  DELETE_INGROUPS,
  DELETE_LISTS,
  DELETE_REMOTE_AGENTS,
  DELETE_SCRIPTS,
  DELETE_TIMECLOCK_LOG,
  DELETE_USER_GROUPS,
  DELETE_USERS,
  DOWNLOAD_INVALID_FILES,
  DOWNLOAD_LISTS,
  EXPORT_REPORTS,
  IGNORE_GROUP_ON_SEARCH,
  IGNORE_IP_LIST,
  LOAD_LEADS,
  MANAGER_SHIFT_ENFORCEMENT_OVERRIDE,
  MODIFY_AUDIOSTORE,
  MODIFY_AUTO_REPORTS,
  MODIFY_CALL_TIMES,
  MODIFY_CAMPAIGNS,
  MODIFY_CARRIERS,
  MODIFY_COLORS,
  MODIFY_CONTACTS,
  MODIFY_CUSTOM_DIALPLANS,
  MODIFY_EMAIL_ACCOUNTS,
  MODIFY_FILTERS,
  MODIFY_INBOUND_DIDS,
  MODIFY_INGROUPS,
  MODIFY_IP_LISTS,
  MODIFY_LABELS,
  MODIFY_LANGUAGES,
  MODIFY_LISTS,
  MODIFY_MOH,
  MODIFY_PHONES,
  MODIFY_REMOTEAGENTS,
  MODIFY_SAME_USER_LEVEL(Effect.ON_BY_DEFAULT),
  MODIFY_SCRIPTS,
  MODIFY_SERVERS,
  MODIFY_SHIFTS,
  MODIFY_STATUSES,
  MODIFY_TIMECLOCK_LOG,
  MODIFY_TTS,
  MODIFY_USERGROUPS,
  MODIFY_USERS,
  MODIFY_VOICEMAIL,
  PAUSE_CODE_APPROVAL,
  QC_ENABLED,
  VDC_AGENT_API_ACCESS,
  VIEW_REPORTS;

  private enum Effect {
    /** Setting it takes something away. */
    RESTRICTS,
    /** VICIdial sets it for a new account; it only matters beside modify_users. */
    ON_BY_DEFAULT,
    /** Setting it opens something. */
    OPENS
  }

  private static final Flag[] ALL = values();
  private static final Map<String, Flag> BY_COLUMN =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Flag::column, f -> f));

  private final Effect effect;
  private final String column;

  Flag() {
    this(Effect.OPENS);
  }

  Flag(Effect effect) {
    this.effect = effect;
    this.column = name().toLowerCase(Locale.ROOT).intern();
  }

  /** The flag of this column; empty when the column is not a flag. */
  public static Optional<Flag> of(String column) {
    return Optional.ofNullable(BY_COLUMN.get(column));
  }

  /**
   * The flag of a bit.
   *
   * @param bit the number of the bit, from 0
   */
  public static Flag ofBit(int bit) {
    return ALL[bit];
  }

  /** The flags that a new account has, as bits. */
  public static long defaults() {
    return MODIFY_SAME_USER_LEVEL.bit();
  }

  /** VICIdial's name of the column. */
  public String column() {
    return column;
  }

  /** Returns its bit in {@link Account#flags()}. */
  public long bit() {
    return 1L << ordinal();
  }

  /** Whether setting it, and nothing else, lets an account do more. */
  public boolean opens() {
    return effect == Effect.OPENS;
  }
}
