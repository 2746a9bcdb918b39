package org.vicilint.render.catalog;

import java.io.PrintWriter;
import java.util.Map;
import org.vicilint.profile.Origin;
import org.vicilint.profile.Profile;
import org.vicilint.render.Style;
import org.vicilint.text.Printable;

/** A profile for people: every value, with where it comes from. */
public final class ProfileText {
  private final PrintWriter out;
  private final Style style;

  public ProfileText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Prints one line a value. */
  public void print(Profile profile) {
    out.println(style.bold("profile " + Printable.of(profile.name())));
    for (Map.Entry<String, Origin> value : profile.origins().entrySet()) {
      Origin origin = value.getValue();
      out.println(
          "  %-46s %-28s %s"
              .formatted(
                  value.getKey(),
                  Printable.of(origin.value()),
                  style.dim(Printable.of(origin.place().toString()))));
    }
  }
}
