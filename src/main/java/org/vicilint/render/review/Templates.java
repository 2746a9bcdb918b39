package org.vicilint.render.review;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.ext.beans.GenericObjectModel;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.Version;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicilint.text.Printable;

/**
 * The templates of the review: those that ship, and before them those in a user's folder that have
 * the same name.
 *
 * <p>Markup is escaped by the templates' output format. Besides, every text of the model is made
 * visible first ({@link Printable}), so that a name cannot turn the direction of writing or hide.
 */
public final class Templates {
  private static final Version VERSION = Configuration.VERSION_2_3_35;

  private static final String OUTSIDE =
      "it is, or includes, a link out of the folder of the templates";

  private static final Pattern END = Pattern.compile("(?i)</(?:script|style)");

  private final Configuration configuration = new Configuration(VERSION);

  private Templates(TemplateLoader loader) {
    configuration.setTemplateLoader(loader);
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setObjectWrapper(new VisibleText());
    configuration.setLocale(Locale.ROOT);
    configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
    configuration.setNumberFormat("computer");
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
  }

  /** The templates that ship. */
  public static Templates shipped() {
    return new Templates(shippedLoader());
  }

  /**
   * The templates that ship, with a user's own before them.
   *
   * @throws IOException when the folder cannot be read
   */
  public static Templates of(Path folder) throws IOException {
    return new Templates(
        new MultiTemplateLoader(
            new TemplateLoader[] {new FileTemplateLoader(folder.toFile()), shippedLoader()}));
  }

  private static TemplateLoader shippedLoader() {
    return new ClassTemplateLoader(Templates.class.getClassLoader(), "reports");
  }

  /** A file among the templates that is taken as it stands. */
  String plain(String name) throws IOException {
    StringWriter text = new StringWriter();
    try {
      template(name, false).process(Map.of(), text);
    } catch (TemplateException e) {
      throw new IllegalStateException("plain text has nothing that could fail", e);
    }
    // Browsers do this, too, before they compute the checksum that the policy names.
    String plain = text.toString().replaceAll("\\r\\n?", "\n");
    Matcher end = END.matcher(plain);
    if (end.find()) {
      throw new TemplateFault(
          name,
          (int) plain.substring(0, end.start()).lines().count(),
          0,
          end.group() + " would end it",
          null);
    }
    return plain;
  }

  /** A template that may be a user's; a fault while it is read is not one of the output. */
  private Template template(String name, boolean markup) throws TemplateFault {
    try {
      return configuration.getTemplate(name, Locale.ROOT, "UTF-8", markup);
    } catch (freemarker.core.ParseException e) {
      throw new TemplateFault(
          e.getTemplateName(), e.getLineNumber(), e.getColumnNumber(), e.getEditorMessage(), e);
    } catch (SecurityException e) {
      throw new TemplateFault(name, 0, 0, OUTSIDE, null);
    } catch (IOException e) {
      throw new TemplateFault(name, 0, 0, "it cannot be read", null);
    }
  }

  /**
   * Writes a template.
   *
   * @throws TemplateFault when the template, which may be a user's, is at fault
   */
  void process(String name, Map<String, Object> model, Writer out) throws IOException {
    try {
      template(name, true).process(model, out);
    } catch (StackOverflowError e) {
      throw new TemplateFault(name, 0, 0, "it calls or includes itself without end", null);
    } catch (SecurityException e) {
      throw new TemplateFault(name, 0, 0, OUTSIDE, null);
    } catch (TemplateException e) {
      // It names the template only where the fault is in one.
      String at = e.getTemplateSourceName() == null ? name : e.getTemplateSourceName();
      throw new TemplateFault(
          at,
          e.getLineNumber() == null ? 0 : e.getLineNumber(),
          e.getColumnNumber() == null ? 0 : e.getColumnNumber(),
          e.getMessageWithoutStackTop(),
          e);
    }
  }

  /** Text that holds only what can be seen, and line breaks, and is not to be escaped again. */
  record Block(String text) {}

  /** Shows every text of the model as {@link Printable} does. */
  private static final class VisibleText extends DefaultObjectWrapper {
    VisibleText() {
      super(VERSION);
    }

    @Override
    public TemplateModel wrap(Object object) throws TemplateModelException {
      if (object instanceof String text) {
        return new SimpleScalar(Printable.of(text));
      }
      return object instanceof Block block ? new SimpleScalar(block.text()) : super.wrap(object);
    }

    /** Places, dates and the like are printed as what they say of themselves. */
    @Override
    protected TemplateModel handleUnknownType(Object object) throws TemplateModelException {
      return new GenericObjectModel(object, this) {
        @Override
        public String getAsString() {
          return Printable.of(super.getAsString());
        }
      };
    }
  }
}
