package org.vicilint.definition;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.vicilint.access.FunctionList;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Change;
import org.vicilint.model.Declaration;
import org.vicilint.model.Flag;
import org.vicilint.text.PasswordMask;
import org.vicilint.text.Printable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Accounts as a definition file, and changes of one as a diff of such a file. VICIdial's defaults
 * are left out, as are the state of logins, the phone's and every secret, which a definition does
 * not hold. Texts are quoted where YAML, of whatever version, would make something else of them;
 * where one is not plainly visible, the file is written in ASCII.
 */
public final class DefinitionYaml {
  private static final String LIST = "api_allowed_functions";
  private static final int WIDTH = 100;
  private static final Account FRESH = Account.builder("fresh").build();
  private static final Resolver RESOLVER = new Resolver();

  private DefinitionYaml() {}

  /** A definition file with these accounts. */
  public static String of(List<Account> accounts) {
    List<Map<String, Object>> items = accounts.stream().map(DefinitionYaml::keys).toList();
    return document(Map.of("accounts", items), WIDTH);
  }

  /** A definition file with this account. */
  public static String of(Account account) {
    return of(List.of(account));
  }

  /**
   * The lines of a definition that the changes take away ({@code -}) and add ({@code +}), below the
   * account's name; a change that a person has to choose stands there as a comment. Every line
   * ends.
   */
  public static String diff(Account account, List<Change> changes) {
    StringBuilder diff = new StringBuilder();
    diff.append("   - ").append(line("user", account.user()));
    for (Change change : changes) {
      if (!change.exact()) {
        diff.append("     # %s: %s\n".formatted(change.column(), Printable.of(change.to())));
        continue;
      }
      if (account.places().mentions(change.column())) {
        diff.append("-    ").append(line(change.column(), change.from()));
      }
      diff.append("+    ").append(line(change.column(), change.to()));
    }
    return diff.toString();
  }

  /** A key with a column's value, as a line of a definition. */
  public static String line(String column, String value) {
    return document(Map.of(column, value(column, value)), Integer.MAX_VALUE);
  }

  private static Map<String, Object> keys(Account account) {
    Map<String, Object> keys = new LinkedHashMap<>();
    Declaration declared = account.declaration();
    keys.put("user", account.user());
    text(keys, "full_name", account.fullName());
    text(keys, "kind", declared.kind() == null ? "" : declared.kind().word());
    text(keys, "owner", declared.owner());
    text(keys, "purpose", declared.purpose());
    if (!declared.usedBy().isEmpty()) {
      keys.put("used_by", declared.usedBy());
    }
    declared
        .need()
        .ifPresent(calls -> keys.put("functions", calls.stream().map(Call::toString).toList()));
    keys.put("user_level", account.value("user_level"));
    text(keys, "user_group", account.userGroup());
    List<String> columns = new ArrayList<>(List.of("active"));
    List<Flag> first =
        List.of(Flag.API_ONLY_USER, Flag.VDC_AGENT_API_ACCESS, Flag.API_LIST_RESTRICT);
    first.forEach(flag -> columns.add(flag.column()));
    columns.add(LIST);
    columns.add("modify_leads");
    Arrays.stream(Flag.values())
        .filter(flag -> !first.contains(flag))
        .forEach(flag -> columns.add(flag.column()));
    for (String column : columns) {
      if (!account.value(column).equals(FRESH.value(column))) {
        keys.put(column, value(column, account.value(column)));
      }
    }
    return keys;
  }

  private static void text(Map<String, Object> keys, String key, String value) {
    if (value != null && !value.isEmpty()) {
      keys.put(key, value);
    }
  }

  /** Returns the list of functions as a list, where that restores the same text. */
  private static Object value(String column, String value) {
    List<String> words = FunctionList.words(value);
    String again = words.isEmpty() ? "" : " " + String.join(" ", words) + " ";
    return column.equals(LIST) && again.equals(value) ? words : value;
  }

  private static String document(Map<String, ?> content, int width) {
    DumperOptions options = new DumperOptions();
    options.setIndent(4);
    options.setIndicatorIndent(2);
    // A wrapped list could begin a line with a name that CI servers take for a command.
    options.setWidth(commands(content) ? Integer.MAX_VALUE : width);
    options.setSplitLines(false);
    options.setAllowUnicode(visible(content));
    options.setLineBreak(DumperOptions.LineBreak.UNIX);
    StringWriter out = new StringWriter();
    Emitter emitter = new Emitter(out, options);
    try {
      emitter.emit(new StreamStartEvent(null, null));
      emitter.emit(new DocumentStartEvent(null, null, false, null, null));
      emit(emitter, content);
      emitter.emit(new DocumentEndEvent(null, null, false));
      emitter.emit(new StreamEndEvent(null, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory
    }
    return Printable.COMMAND.matcher(out.toString()).replaceAll(found -> escaped(found.group()));
  }

  /** A scalar that holds a command is always in double quotes. */
  private static String escaped(String command) {
    return Matcher.quoteReplacement("#\\x23" + command.substring(2));
  }

  private static boolean commands(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(DefinitionYaml::commands);
    }
    if (value instanceof List<?> list) {
      return list.stream().anyMatch(DefinitionYaml::commands);
    }
    return Printable.holdsCommand(value.toString());
  }

  private static boolean visible(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().allMatch(DefinitionYaml::visible);
    }
    if (value instanceof List<?> list) {
      return list.stream().allMatch(DefinitionYaml::visible);
    }
    return value.toString().codePoints().allMatch(c -> c == '\\' || Printable.visible(c));
  }

  private static void emit(Emitter emitter, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      emitter.emit(new MappingStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String key = entry.getKey().toString();
        emitter.emit(scalar(key, false));
        if (entry.getValue() instanceof String text) {
          emitter.emit(scalar(text, numeric(key)));
        } else {
          emit(emitter, entry.getValue());
        }
      }
      emitter.emit(new MappingEndEvent(null, null));
    } else if (value instanceof List<?> list) {
      boolean words = list.stream().noneMatch(Map.class::isInstance);
      FlowStyle style = words ? FlowStyle.FLOW : FlowStyle.BLOCK;
      emitter.emit(new SequenceStartEvent(null, null, true, null, null, style));
      for (Object item : list) {
        emit(emitter, item);
      }
      emitter.emit(new SequenceEndEvent(null, null));
    } else {
      emitter.emit(scalar(value.toString(), false));
    }
  }

  private static boolean numeric(String column) {
    return column.equals("user_level")
        || column.equals("modify_leads")
        || Flag.of(column).isPresent();
  }

  private static Event scalar(String raw, boolean number) {
    String text = PasswordMask.of(raw);
    // With an underscore behind a letter no version of YAML knows another meaning.
    boolean name = text.indexOf('_') > 0 && text.charAt(0) >= 'a' && text.charAt(0) <= 'z';
    boolean plain = number || name || RESOLVER.resolve(NodeId.scalar, text, true).equals(Tag.STR);
    plain &= !Printable.COMMAND.matcher(text).find();
    return new ScalarEvent(
        null,
        null,
        new ImplicitTuple(plain, true),
        text,
        null,
        null,
        plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
  }
}
