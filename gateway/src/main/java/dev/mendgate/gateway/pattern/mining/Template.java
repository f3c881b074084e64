package dev.mendgate.gateway.pattern.mining;

import dev.mendgate.gateway.pattern.LogPattern;
import dev.mendgate.gateway.pattern.ShortHash;
import org.jspecify.annotations.Nullable;

/** A form that lines had, and what it became part of. */
final class Template {
  final Form form;
  final long identity;

  /** Index of the template that covers this form, its own where none does. */
  int replacement;

  /** Tells the templates seen lately from others. */
  long lastUsed;

  private @Nullable LogPattern pattern;

  Template(Form form, int replacement) {
    this.form = form;
    this.identity = form.identity();
    this.replacement = replacement;
  }

  LogPattern pattern() {
    LogPattern known = pattern;
    if (known == null) {
      String text = form.text();
      known = new LogPattern(text, ShortHash.of(text));
      pattern = known;
    }
    return known;
  }
}
