package dev.mendgate.gateway.source.statement;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Wordings by the text they start with, or end with: a trie whose edges are as long as keys agree,
 * in plain arrays, level by level. A message is walked from its start, or from its end backwards.
 * Immutable: safe for concurrent use.
 */
final class LiteralTrie {
  static final int ROOT = 0;
  private static final Wording[] NONE = {};

  private final boolean backwards;
  private final String[] keys;
  private final Wording[][] filed;

  /** For each node: a key that goes through it. */
  private final int[] key;

  /** For each node: how many characters lead to it. */
  private final int[] depth;

  /** For each node: its first child; its last one is the one before that of the next node. */
  private final int[] children;

  /** For each node: the first character on the edge to it. */
  private final char[] lead;

  /**
   * @param wordings by keys that are not empty
   * @param backwards whether the keys are what messages end with
   */
  LiteralTrie(Map<String, List<Wording>> wordings, boolean backwards) {
    this.backwards = backwards;
    TreeMap<String, Wording[]> sorted = new TreeMap<>();
    wordings.forEach(
        (text, same) -> sorted.put(inReadingOrder(text), same.toArray(Wording[]::new)));
    keys = sorted.keySet().toArray(String[]::new);
    filed = sorted.values().toArray(Wording[][]::new);
    int most = 2 * keys.length + 2;
    key = new int[most];
    depth = new int[most];
    children = new int[most];
    lead = new char[most];
    build();
  }

  private String inReadingOrder(String text) {
    // Not reverse(), which keeps pairs of surrogates in order: a message is walked by char.
    StringBuilder reversed = new StringBuilder(text.length());
    for (int i = text.length() - 1; i >= 0 && backwards; i--) {
      reversed.append(text.charAt(i));
    }
    return backwards ? reversed.toString() : text;
  }

  /** Divides the sorted keys, node after node, by the first character in which they differ. */
  private void build() {
    int[] end = new int[key.length];
    end[ROOT] = keys.length;
    int nodes = keys.length == 0 ? 0 : 1;
    for (int node = 0; node < nodes; node++) {
      int from = key[node];
      depth[node] = node == ROOT ? 0 : agreement(keys[from], keys[end[node] - 1], depth[node]);
      children[node] = nodes;
      int next = keys[from].length() == depth[node] ? from + 1 : from;
      while (next < end[node]) {
        key[nodes] = next;
        depth[nodes] = depth[node];
        lead[nodes] = keys[next].charAt(depth[node]);
        while (next < end[node] && keys[next].charAt(depth[node]) == lead[nodes]) {
          next++;
        }
        end[nodes++] = next;
      }
    }
    children[nodes] = nodes;
  }

  private static int agreement(String first, String last, int from) {
    int at = from;
    while (at < first.length() && at < last.length() && first.charAt(at) == last.charAt(at)) {
      at++;
    }
    return at;
  }

  /** Returns the wordings that are filed under the text that leads to the node. */
  Wording[] at(int node) {
    int filedHere = key[node];
    boolean ends = filedHere < keys.length && keys[filedHere].length() == depth[node];
    return ends ? filed[filedHere] : NONE;
  }

  /** Returns the next node on the message's way; -1 where it leaves the trie. */
  int next(int node, String text) {
    int from = depth[node];
    if (from >= text.length()) {
      return -1;
    }
    int child = Arrays.binarySearch(lead, children[node], children[node + 1], charAt(text, from));
    return child >= 0 && follows(child, from + 1, text) ? child : -1;
  }

  private boolean follows(int node, int from, String text) {
    int to = depth[node];
    String way = keys[key[node]];
    if (!backwards) {
      return text.regionMatches(from, way, from, to - from);
    }
    int at = from;
    while (at < to && at < text.length() && way.charAt(at) == charAt(text, at)) {
      at++;
    }
    return at == to;
  }

  private char charAt(String text, int at) {
    return text.charAt(backwards ? text.length() - 1 - at : at);
  }
}
