package org.vicilint.sql;

import java.util.Locale;
import java.util.Set;

/**
 * The functions that MariaDB and MySQL have built in, none of which changes a table. A function
 * that is stored or loaded does not stand in for one of them where it is called by the bare name.
 */
final class Builtins {
  private static final Set<String> FUNCTIONS =
      words(
          """
          abs acos adddate addtime aes_decrypt aes_encrypt any_value ascii asin atan atan2 avg
          benchmark bin bin_to_uuid bit_and bit_count bit_length bit_or bit_xor cast ceil
          ceiling char char_length character_length charset coalesce coercibility collation
          column_add column_check column_create column_delete column_exists column_get
          column_json column_list compress concat concat_ws connection_id conv convert
          convert_tz cos cot count crc32 crc32c cume_dist curdate current_date current_time
          current_timestamp current_user curtime database date date_add date_format date_sub
          datediff day dayname dayofmonth dayofweek dayofyear decode default degrees dense_rank
          elt encode encrypt exp export_set extract extractvalue field find_in_set first_value
          floor format format_bytes found_rows from_base64 from_days from_unixtime get_format
          get_lock greatest group_concat hex hour if ifnull inet6_aton inet6_ntoa inet_aton
          inet_ntoa insert instr interval is_free_lock is_ipv4 is_ipv4_compat is_ipv4_mapped
          is_ipv6 is_used_lock is_uuid isnull json_array json_array_append json_array_insert
          json_arrayagg json_compact json_contains json_contains_path json_depth json_detailed
          json_equals json_exists json_extract json_insert json_keys json_length json_loose
          json_merge json_merge_patch json_merge_preserve json_normalize json_object
          json_objectagg json_overlaps json_pretty json_query json_quote json_remove
          json_replace json_schema_valid json_search json_set json_storage_size json_table
          json_type json_unquote json_valid json_value lag last_day last_insert_id last_value
          lastval lcase lead least left length ln load_file localtime localtimestamp locate log
          log10 log2 lower lpad ltrim make_set makedate maketime max md5 median microsecond mid
          min minute mod month monthname name_const nextval now nth_value ntile nullif nvl nvl2
          oct octet_length ord password percent_rank period_add period_diff pi position pow
          power quarter quote radians rand random_bytes rank regexp_instr regexp_like
          regexp_replace regexp_substr release_all_locks release_lock repeat replace reverse
          right round row_count row_number rownum rpad rtrim schema schemas sec_to_time second
          session_user setval sha sha1 sha2 sign sin sleep soundex space sqrt std stddev
          stddev_pop stddev_samp str_to_date strcmp subdate substr substring substring_index
          subtime sum sysdate system_user tan time time_format time_to_sec timediff timestamp
          timestampadd timestampdiff to_base64 to_days to_seconds trim truncate ucase uncompress
          uncompressed_length unhex unix_timestamp updatexml upper user utc_date utc_time
          utc_timestamp uuid uuid_short uuid_to_bin value values var_pop var_samp variance
          version week weekday weekofyear weight_string year yearweek
          """);

  /** Words that may stand before a bracket and are no functions. */
  private static final Set<String> KEY_WORDS =
      words(
          """
          against all and any as asc begin between bigint binary bit by call case character
          check columns cross datetime dec decimal delete desc distinct div do double dual else
          elseif end enum except exists fields fixed float for force from full group groups
          having ignore in index inner int integer intersect into is join key keys lateral like
          limit lines match mediumint natural nchar not numeric nvarchar of offset on or order
          over partition primary range real recursive references regexp return returns rlike row
          rows select separator set signed smallint some straight_join table text then tinyint
          to union unique unsigned until update use using values varbinary varchar when where
          while window with xor
          """);

  private Builtins() {}

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  /** Whether a word before a bracket calls nothing but what the server itself has. */
  static boolean has(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return FUNCTIONS.contains(lower) || KEY_WORDS.contains(lower);
  }
}
