package dev.mendgate.gateway.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mendgate.gateway.store.PageTokenException;
import java.util.Base64;
import java.util.List;

/**
 * Where a page begins: behind a group, in the order of the list.
 *
 * @param list filter of the list
 * @param lastSeen of the last group of the page before, in milliseconds since 1970
 * @param id of the last group of the page before
 */
record PageToken(String list, long lastSeen, String id) {
  String text() {
    String plain = lastSeen + "\n" + id + "\n" + list;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  /** Reads a token; the empty one begins before the first group. */
  static PageToken parse(String text, String list) {
    if (text.isEmpty()) {
      return new PageToken(list, Long.MAX_VALUE, "");
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
      List<String> parts = List.of(plain.split("\n", -1));
      if (parts.size() != 3 || !parts.get(2).equals(list)) {
        throw new PageTokenException();
      }
      return new PageToken(list, Long.parseLong(parts.get(0)), parts.get(1));
    } catch (IllegalArgumentException e) {
      throw new PageTokenException();
    }
  }
}
