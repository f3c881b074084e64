package dev.mendgate.gateway.pattern.mining;

/**
 * What surrounds each span of a form. Two spans have the same key if and only if what is before and
 * behind them is the same, apart from values; the rest of what is asked here follows from that.
 */
final class Context {
  private static final long VALUE_HASH = Hashing.of("\0value");

  private static final long WORD_HASH = Hashing.of("\0word");

  private final Form form;
  private final long[] before;
  private final long[] behind;
  private final int[] constants;
  private final int firstWord;

  Context(Form form) {
    this.form = form;
    int size = form.size();
    before = new long[size + 1];
    behind = new long[size + 1];
    constants = new int[size + 1];
    before[0] = Hashing.START;
    behind[size] = Hashing.START;
    int first = size;
    for (int i = 0; i < size; i++) {
      before[i + 1] = Hashing.add(before[i], token(i));
      constants[i + 1] = constants[i] + (form.is(i, Form.WORD) && !isValue(i) ? 1 : 0);
      first = first == size && form.is(i, Form.WORD | Form.MASK) ? i : first;
    }
    for (int i = size - 1; i >= 0; i--) {
      behind[i] = Hashing.add(behind[i + 1], token(i));
    }
    firstWord = first;
  }

  private boolean isValue(int i) {
    return form.is(i, Form.MASK | Form.VALUE);
  }

  private long token(int i) {
    return isValue(i) ? VALUE_HASH : form.hash[i];
  }

  long key(Span span) {
    return Hashing.finish(Hashing.add(Hashing.finish(before[span.from()]), behind[span.to()]));
  }

  /** Returns whether words stay that tell the message from others. */
  boolean hasConstants(Span span) {
    return constants[form.size()] - constants[span.to()] + constants[span.from()] > 0;
  }

  /** Returns whether no word or value is before the span. */
  boolean isFirst(Span span) {
    return firstWord >= span.from();
  }

  boolean isEnclosed(Span span) {
    if (span.from() == 0 || span.to() == form.size()) {
      return false;
    }
    String around = form.words[span.from() - 1] + form.words[span.to()];
    return switch (around) {
      case "()", "[]", "{}", "\"\"", "''", "``" -> true;
      default -> false;
    };
  }

  /** Returns whether the span is the word behind a value, where its unit would be. */
  boolean isUnitPlace(Span span) {
    int from = span.from();
    return from > 1 && form.isSpace(from - 1) && isValue(from - 2);
  }

  /**
   * Returns a hash of the word before the span and what is between; 0 where a value comes first.
   */
  long lead(Span span) {
    long running = Hashing.START;
    for (int i = span.from() - 1; i >= 0 && !isValue(i); i--) {
      running = Hashing.add(running, form.hash[i]);
      if (form.is(i, Form.WORD)) {
        return Hashing.finish(running);
      }
    }
    return 0;
  }

  /** Returns a hash of the span's tokens, or of its structure. */
  long value(Span span) {
    long running = Hashing.START;
    for (int i = span.from(); i < span.to(); i++) {
      boolean word = !span.whole() && form.is(i, Form.WORD);
      running = Hashing.add(running, word ? WORD_HASH : form.hash[i]);
    }
    return Hashing.finish(running);
  }
}
