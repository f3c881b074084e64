package dev.mendgate.gateway.pattern.mining;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what may be one value in a form: each word, each stretch without spaces, what follows an
 * equals sign, what stands in brackets or quotes.
 */
final class Spans {
  private final Form form;
  private final List<Span> found = new ArrayList<>();

  private Spans(Form form) {
    this.form = form;
  }

  static List<Span> of(Form form) {
    Spans spans = new Spans(form);
    spans.addWords();
    spans.addStretches();
    for (int i = 0; i + 1 < form.size(); i++) {
      if (form.isQuote(i)) {
        spans.addQuoted(i);
      } else if (form.is(i, '=')) {
        spans.addAssigned(i);
      } else if (isOpening(form, i)) {
        spans.addBracketed(i);
      }
    }
    return spans.found;
  }

  private void addWords() {
    for (int i = 0; i < form.size(); i++) {
      if (form.is(i, Form.WORD | Form.MASK)) {
        found.add(new Span(i, i + 1, true));
      }
    }
  }

  private void addStretches() {
    int start = 0;
    for (int i = 0; i <= form.size(); i++) {
      if (i == form.size() || form.isSpace(i)) {
        addStretch(start, i);
        start = i + 1;
      }
    }
  }

  private void addStretch(int from, int end) {
    int to = end;
    while (to > from && form.words[to - 1].length() == 1 && isStop(form.words[to - 1])) {
      to--;
    }
    if (to - from < 2) {
      return;
    }
    if (isBalanced(from, to)) {
      found.add(new Span(from, to, false));
    }
  }

  /** Returns whether brackets and quotes close, and no name is assigned to. */
  private boolean isBalanced(int from, int to) {
    int depth = 0;
    int quotes = 0;
    for (int i = from; i < to; i++) {
      if (form.is(i, '=')) {
        return false;
      }
      depth += isOpening(form, i) ? 1 : isClosing(i) ? -1 : 0;
      quotes += form.isQuote(i) ? 1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0 && quotes % 2 == 0;
  }

  private static boolean isStop(String word) {
    return ",;:.!?".contains(word);
  }

  private void addQuoted(int open) {
    boolean opens = open == 0 || form.is(open - 1, Form.DELIMITER) || !form.is(open, '\'');
    for (int i = open + 1; i < form.size() && opens; i++) {
      if (form.words[i].equals(form.words[open])) {
        addWide(open + 1, i);
        return;
      }
    }
  }

  private void addAssigned(int equals) {
    int depth = 0;
    int at = equals + 1;
    while (at < form.size()) {
      if (isOpening(form, at)) {
        depth++;
      } else if (isClosing(at)) {
        depth--;
      }
      boolean ends = form.isSpace(at) || form.is(at, ',') || form.is(at, ';');
      if (depth < 0 || (depth == 0 && ends)) {
        break;
      }
      at++;
    }
    if (depth <= 0 && at - equals > 2) {
      found.add(new Span(equals + 1, at, false));
    }
  }

  /**
   * Adds what brackets hold that hold no brackets themselves, and its part behind {@code name=}.
   */
  private void addBracketed(int open) {
    int at = open + 1;
    while (at < form.size() && !isOpening(form, at) && !isClosing(at)) {
      at++;
    }
    if (at == form.size() || !isClosing(at)) {
      return;
    }
    addWide(open + 1, at);
    if (open + 2 < at && form.is(open + 2, '=')) {
      addWide(open + 3, at);
    }
  }

  private void addWide(int from, int to) {
    if (to - from > 1) {
      found.add(new Span(from, to, false));
    }
  }

  private static boolean isOpening(Form form, int token) {
    return form.is(token, '(') || form.is(token, '[') || form.is(token, '{');
  }

  private boolean isClosing(int token) {
    return form.is(token, ')') || form.is(token, ']') || form.is(token, '}');
  }
}
