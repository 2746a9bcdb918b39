package org.vicilint.code;

import java.util.ArrayList;
import java.util.List;

/**
 * Calls of an API in the text of a program, a page or a document. It parses no particular language:
 * texts and the names of their parts follow from the syntax that all of them share.
 *
 * @param queries addresses and queries, in their order
 * @param groups parameters that are collected under their names, in their order
 */
public record Program(List<QueryTemplate> queries, List<Group> groups) {

  /** Takes a text apart; comments count like everything else. */
  public static Program of(String text) {
    List<QueryTemplate> queries = new ArrayList<>();
    List<Group> groups = new ArrayList<>();
    read(Hole.without(text), 0, 0, queries, groups);
    queries.sort(java.util.Comparator.comparingInt(QueryTemplate::start));
    groups.sort(java.util.Comparator.comparingInt(Group::start));
    return new Program(List.copyOf(queries), List.copyOf(groups));
  }

  private static void read(
      String text, int offset, int depth, List<QueryTemplate> queries, List<Group> groups) {
    Lexer lexer = Lexer.of(text, 0, text.length());
    Expressions expressions = new Expressions(text, lexer.tokens());
    for (QueryTemplate each : QueryTemplates.of(lexer.tokens(), expressions)) {
      queries.add(
          new QueryTemplate(
              each.text(), each.variable(), offset + each.start(), offset + each.end()));
    }
    for (Group each : Pairs.of(lexer.tokens(), expressions)) {
      groups.add(new Group(each.values(), each.more(), offset + each.start()));
    }
    if (depth < 3) {
      for (int[] comment : lexer.comments()) {
        read(body(text, comment), offset + comment[0], depth + 1, queries, groups);
      }
    }
  }

  /** A comment without the signs that begin its lines. */
  private static String body(String text, int[] comment) {
    return java.util.regex.Pattern.compile("(?m)^[ \\t]*(?://+|#+|\\*(?!/))")
        .matcher(text.substring(comment[0], comment[1]))
        .replaceAll(m -> " ".repeat(m.group().length()));
  }
}
