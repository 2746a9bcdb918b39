package org.vicilint.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Catalogs with functions that no VICIdial has. */
public final class Twins {
  private Twins() {}

  /**
   * The catalog with one more function, which demands what another one does. VICIdial has no two
   * functions that its log cuts to one name; a build to come may.
   */
  public static Catalog with(String function, String twin) {
    Catalog catalog = Catalog.load();
    Function like = catalog.function(function).orElseThrow();
    ApiCatalog api = catalog.api(like.api());
    List<Function> functions = new ArrayList<>(api.functions());
    functions.add(
        new Function(
            like.api(),
            twin,
            like.summary(),
            like.category(),
            like.effect(),
            like.needsLogin(),
            like.notAllowed(),
            like.history(),
            like.operations()));
    functions.sort(Comparator.comparing(Function::name));
    ApiCatalog more =
        new ApiCatalog(
            api.api(),
            api.builds(),
            api.confirmed(),
            api.revised(),
            api.login(),
            api.noGroup(),
            api.noFunction(),
            api.ipRefused(),
            api.switchedOff(),
            functions);
    return like.api() == Api.AGENT
        ? new Catalog(catalog.api(Api.NON_AGENT), more)
        : new Catalog(more, catalog.api(Api.AGENT));
  }
}
