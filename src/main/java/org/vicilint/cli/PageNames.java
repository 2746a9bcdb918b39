package org.vicilint.cli;

import org.vicilint.catalog.Page;
import org.vicilint.catalog.Pages;
import org.vicilint.model.Call;
import org.vicilint.text.Printable;

/** Administration pages as a command line writes them: {@code page:admin_modify_lead.php}. */
final class PageNames {
  static final String PREFIX = "page:";
  private static final String ENDING = ".php";

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
                            Printable.of(name),
                            Opts.didYouMean(file(name), Pages.known().names()))));
  }

  /** Returns the page's file in an address: people copy addresses, and leave out the ending. */
  private static String file(String address) {
    String path = address.split("[?#]", 2)[0];
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.contains(".") ? name : name + ENDING;
  }

  /** Returns a hint for a function that does not exist, where a page is meant; or nothing. */
  static String hint(Call call) {
    String prefix = PREFIX.substring(0, PREFIX.length() - 1);
    boolean prefixed = call.function().equalsIgnoreCase(prefix) && call.operation() != null;
    String name = file(prefixed ? call.operation() : call.function());
    if (Pages.known().page(name).isPresent()) {
      return "; a page is asked for with " + PREFIX + name;
    }
    return prefixed ? "; a page is asked for with " + PREFIX + "NAME" : "";
  }
}
