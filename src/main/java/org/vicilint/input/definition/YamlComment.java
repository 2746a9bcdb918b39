package org.vicilint.input.definition;

/**
 * Facts about one line of a YAML text that need no other line.
 *
 * @param indent how many blanks it begins with
 * @param hash where its comment begins, from 0; -1 when it has none
 * @param code what stands before the comment, without blanks around it
 */
record YamlComment(int indent, int hash, String code) {

  static YamlComment of(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    int hash = hash(line);
    return new YamlComment(indent, hash, (hash < 0 ? line : line.substring(0, hash)).strip());
  }

  /** The first hash that begins a comment. A quote counts only where a value can begin. */
  private static int hash(String line) {
    char quote = 0;
    char before = ':';
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        i += quote == '"' && c == '\\' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (c == '#' && (i == 0 || blank(line.charAt(i - 1)))) {
        return i;
      } else if ((c == '"' || c == '\'') && ":-[{,?".indexOf(before) >= 0) {
        quote = c;
      }
      before = blank(c) ? before : c;
    }
    return -1;
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t';
  }
}
