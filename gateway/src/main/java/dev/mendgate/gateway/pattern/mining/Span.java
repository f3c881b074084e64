package dev.mendgate.gateway.pattern.mining;

/**
 * Tokens of a form that may be one value: from the first, up to and without the last.
 *
 * @param whole whether values of several tokens differ by each of them; if not, by their structure
 *     alone, for what varies within one structure are single words
 */
record Span(int from, int to, boolean whole) {
  int width() {
    return to - from;
  }
}
