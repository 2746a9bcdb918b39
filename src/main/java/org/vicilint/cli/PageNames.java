package org.vicilint.cli;

import org.vicilint.catalog.Page;
import org.vicilint.catalog.Pages;
import org.vicilint.report.Printable;

/** Administration pages as a command line writes them: {@code page:admin_modify_lead.php}. */
final class PageNames {
  static final String PREFIX = "page:";

  private PageNames() {}

  /** Whether a page is meant, and no function. */
  static boolean meant(String text) {
    return text.startsWith(PREFIX);
  }

  /** The page of this name, with the prefix or without. */
  static Page of(String text) throws UsageException {
    String name = meant(text) ? text.substring(PREFIX.length()) : text;
    return Pages.known()
        .page(name)
        .orElseThrow(
            () ->
                new UsageException(
                    "no page '%s' is known%s; 'vicilint catalog --pages' lists them"
                        .formatted(
                            Printable.of(name), Opts.didYouMean(name, Pages.known().names()))));
  }

  /** What to say of a function that does not exist, but is the name of a page; or nothing. */
  static String hint(String function) {
    return function.endsWith(".php") && Pages.known().page(function).isPresent()
        ? "; a page is asked for with " + PREFIX + function
        : "";
  }
}
