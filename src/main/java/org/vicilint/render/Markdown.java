package org.vicilint.render;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.model.Problem;
import org.vicilint.render.findings.LintText;
import org.vicilint.text.Printable;
import org.vicilint.text.Text;

/**
 * Pieces of a comment on a pull request, in the Markdown of GitHub and GitLab.
 *
 * <p>Forges refuse a comment that is too long, so parts that do not fit are only counted.
 */
public final class Markdown {
  /** The most characters of a comment; GitHub takes 65,536. */
  public static final int LIMIT = 60_000;

  /** The most characters of a name. */
  public static final int NAME = 200;

  /** The most characters of a sentence. */
  public static final int SENTENCE = 500;

  /** The most characters of a sentence that names calls: all those of a build find room. */
  public static final int CALLS = 8_000;

  private static final int PROBLEMS_LIMIT = 10_000;
  private static final int NOTES_LIMIT = 5_000;
  private static final String SPLIT = "<!-- -->";

  private Markdown() {}

  /** Returns the section of sources that could not be read. */
  public static String problems(List<Problem> problems) {
    List<String> lines = new ArrayList<>();
    for (Problem problem : problems) {
      String hint = problem.hint().isEmpty() ? "" : " (" + text(problem.hint(), SENTENCE) + ")";
      lines.add(
          "- "
              + code(problem.place().toString())
              + ": "
              + text(problem.reason(), SENTENCE)
              + hint
              + "\n");
    }
    return section("\n### What could not be read\n\n", lines, PROBLEMS_LIMIT, "problem");
  }

  /** Returns the section of notes. */
  public static String notes(List<String> notes) {
    List<String> lines = new ArrayList<>();
    for (String note : notes) {
      lines.add("- note: " + text(note, SENTENCE) + "\n");
    }
    return section("\n### Notes\n\n", lines, NOTES_LIMIT, "note");
  }

  /**
   * Returns the parts that fit, in order, and the number of those that do not; empty without parts.
   * A part that is too long by itself does not displace later ones.
   */
  public static String section(String head, List<String> parts, int limit, String noun) {
    return section(head, parts, parts.size(), limit, noun);
  }

  /**
   * Returns the parts that fit, if the list holds only the first parts.
   *
   * @param all the number of all parts
   */
  public static String section(String head, List<String> parts, long all, int limit, String noun) {
    if (parts.isEmpty()) {
      return "";
    }
    StringBuilder section = new StringBuilder(head);
    int shown = 0;
    for (String part : parts) {
      long left = all - shown - 1;
      int room = limit - (left == 0 ? 0 : notice(left, noun).length());
      if (section.length() + part.length() <= room) {
        section.append(part);
        shown++;
      }
    }
    if (shown < all) {
      section.append(notice(all - shown, noun));
    }
    return section.toString();
  }

  private static String notice(long left, String noun) {
    return "\n**%s left out: a comment has room for %d characters.**\n"
        .formatted(Text.plural(left, "more " + noun), LIMIT);
  }

  /** Returns the text as code, in which forges link no mentions and no references. */
  public static String code(String text) {
    return "<code>" + text(text, NAME) + "</code>";
  }

  /** A value as {@link LintText#value} has it. */
  public static String value(String value) {
    return "<code>" + escaped(Text.value(value)) + "</code>";
  }

  /** Returns running text, cut at the limit. */
  public static String text(String text, int limit) {
    String shown = Printable.words(text);
    if (shown.length() <= limit) {
      return escaped(shown);
    }
    int end = Character.isHighSurrogate(shown.charAt(limit - 1)) ? limit - 1 : limit;
    return escaped(shown.substring(0, end)) + "…";
  }

  /**
   * Printable text as entities where Markdown or HTML could take it for markup. Forges link
   * mentions, references and addresses after they have resolved entities, so these are split with
   * an empty comment too.
   */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      boolean link = "@#!~$%&".indexOf(c) >= 0 && next != ' ';
      link |= c == ':' && (next == '/' || Character.isLetter(next));
      link |= c == '.' && text.regionMatches(true, i - 3, "www", 0, 3);
      if (link || "&<>`*_[]|\\~@#!$".indexOf(c) >= 0) {
        out.append("&#").append((int) c).append(';');
      } else {
        out.append(c);
      }
      if (link) {
        out.append(SPLIT);
      }
    }
    return out.toString();
  }
}
