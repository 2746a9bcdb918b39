package org.vicilint.input.definition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicilint.document.Values;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.Waiver;
import org.vicilint.source.ProblemLog;

/**
 * A comment that waives a rule: {@code # vicilint: waive RULE until YYYY-MM-DD -- owner: reason}.
 * Behind the rule {@code function NAME} and {@code flag NAME} may stand, and more than once.
 *
 * @param text what follows the hash
 * @param place where the hash is
 */
record WaiverComment(String text, SourceLocation place) {
  private static final String FORM =
      "write # vicilint: waive RULE until YYYY-MM-DD -- owner: reason";
  private static final Pattern OURS = Pattern.compile("#*\\s*vicilint(\\s*:|\\s+waive\\b)(.*)");
  private static final Pattern WAIVE =
      Pattern.compile(
          "\\s*waive\\s+(?<rule>\\S+)(?<only>(?:\\s+(?:function|flag)\\s+\\S+)*)"
              + "(?:\\s+until\\s+(?<date>\\S+))?\\s+--\\s+(?<owner>\\S.*?):\\s+(?<reason>\\S.*)");
  private static final Pattern ONLY = Pattern.compile("(function|flag)\\s+(\\S+)");

  /** Whether the comment speaks to vicilint. */
  boolean ours() {
    return OURS.matcher(text).matches();
  }

  /** The waiver of a finding on this account; null, and a problem, when it is none. */
  Waiver waiver(String user, ProblemLog log) {
    Matcher ours = OURS.matcher(text);
    Matcher m = ours.matches() && ours.group(1).endsWith(":") ? WAIVE.matcher(ours.group(2)) : null;
    if (m == null || !m.matches()) {
      return problem("this comment does not waive anything", FORM, log);
    }
    if (!WaiverReader.RULE.matcher(m.group("rule")).matches()) {
      return problem("this is not the id of a rule", FORM, log);
    }
    LocalDate date = m.group("date") == null ? null : Values.date(m.group("date"));
    if (m.group("date") != null && date == null) {
      return problem("what stands behind until is not a date", "write it as YYYY-MM-DD", log);
    }
    List<String> functions = new ArrayList<>();
    List<String> flags = new ArrayList<>();
    Matcher only = ONLY.matcher(m.group("only"));
    while (only.find()) {
      boolean flag = only.group(1).equals("flag");
      String hint =
          flag ? WaiverReader.wrongFlag(only.group(2)) : WaiverReader.wrongFunction(only.group(2));
      if (hint != null) {
        return problem("this is not the name of a " + (flag ? "column" : "function"), hint, log);
      }
      (flag ? flags : functions).add(only.group(2));
    }
    return new Waiver(
        m.group("rule"),
        List.of(user),
        functions,
        flags,
        m.group("reason"),
        m.group("owner"),
        date,
        place);
  }

  Waiver problem(String reason, String hint, ProblemLog log) {
    log.add(place.line(), place.column(), reason, hint);
    return null;
  }
}
