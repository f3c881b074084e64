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

  /** What there is to a node: places in {@link #nodes}. */
  private static final int DEPTH = 0;

  private static final int EDGE = 1;
  private static final int CHILDREN = 2;
  private static final int FIELDS = 3;

  private final boolean backwards;

  /**
   * For each node: how many characters lead to it; where in {@link #edges} the last edge starts;
   * its first child, the last one being before that of the next node.
   */
  private final int[] nodes;

  /** For each node: the first character of the edge to it. */
  private final char[] leads;

  private final char[] edges;
  private final Wording[][] filed;

  /**
   * @param wordings by keys that are not empty
   * @param backwards whether the keys are what messages end with
   */
  LiteralTrie(Map<String, List<Wording>> wordings, boolean backwards) {
    this.backwards = backwards;
    TreeMap<String, Wording[]> sorted = new TreeMap<>();
    wordings.forEach(
        (text, same) ->
            sorted.put(backwards ? reversed(text) : text, same.toArray(Wording[]::new)));
    Builder builder = new Builder(sorted);
    builder.build();
    nodes = Arrays.copyOf(builder.nodes, (builder.count + 1) * FIELDS);
    leads = Arrays.copyOf(builder.leads, builder.count);
    filed = Arrays.copyOf(builder.filed, builder.count);
    edges = new char[builder.edges.length()];
    builder.edges.getChars(0, edges.length, edges, 0);
  }

  /** Not as {@code StringBuilder} does, which keeps surrogates in order. */
  private static String reversed(String text) {
    char[] reversed = new char[text.length()];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = text.charAt(reversed.length - 1 - i);
    }
    return new String(reversed);
  }

  /** Returns the wordings that are filed under the text that leads to the node. */
  Wording[] at(int node) {
    return filed[node];
  }

  /** Returns the next node on the message's way; -1 where it leaves the trie. */
  int next(int node, String text) {
    int at = node * FIELDS;
    int from = nodes[at + DEPTH];
    if (from >= text.length()) {
      return -1;
    }
    int first = nodes[at + CHILDREN];
    int last = nodes[at + FIELDS + CHILDREN];
    int child = Arrays.binarySearch(leads, first, last, charAt(text, from));
    return child >= 0 && follows(child, from, text) ? child : -1;
  }

  private boolean follows(int node, int from, String text) {
    int to = nodes[node * FIELDS + DEPTH];
    if (to > text.length()) {
      return false;
    }
    int edge = nodes[node * FIELDS + EDGE];
    int at = from + 1;
    while (at < to && edges[edge + at - from] == charAt(text, at)) {
      at++;
    }
    return at == to;
  }

  private char charAt(String text, int at) {
    return text.charAt(backwards ? text.length() - 1 - at : at);
  }

  /** Divides the sorted keys, node after node, by the first character in which they differ. */
  private static final class Builder {
    final int[] nodes;
    final char[] leads;
    final Wording[][] filed;
    final StringBuilder edges = new StringBuilder();
    int count = 1;
    private final String[] keys;
    private final Wording[][] wordings;

    /** For each node: the keys that go through it. */
    private final int[] from;

    private final int[] to;

    Builder(TreeMap<String, Wording[]> sorted) {
      keys = sorted.keySet().toArray(String[]::new);
      wordings = sorted.values().toArray(Wording[][]::new);
      int most = 2 * keys.length + 2;
      nodes = new int[most * FIELDS];
      leads = new char[most];
      filed = new Wording[most][];
      from = new int[most];
      to = new int[most];
    }

    void build() {
      to[ROOT] = keys.length;
      for (int node = 0; node < count; node++) {
        int above = nodes[node * FIELDS + DEPTH];
        int depth = node == ROOT ? 0 : agreement(node, above);
        nodes[node * FIELDS + DEPTH] = depth;
        nodes[node * FIELDS + EDGE] = edges.length();
        nodes[node * FIELDS + CHILDREN] = count;
        filed[node] = NONE;
        int next = from[node];
        if (next < to[node]) {
          edges.append(keys[next], above, depth);
          if (keys[next].length() == depth) {
            filed[node] = wordings[next++];
          }
        }
        divide(next, to[node], depth);
      }
      nodes[count * FIELDS + CHILDREN] = count;
    }

    private int agreement(int node, int above) {
      String first = keys[from[node]];
      String last = keys[to[node] - 1];
      int at = above;
      while (at < first.length() && at < last.length() && first.charAt(at) == last.charAt(at)) {
        at++;
      }
      return at;
    }

    private void divide(int first, int end, int depth) {
      int next = first;
      while (next < end) {
        char lead = keys[next].charAt(depth);
        from[count] = next;
        while (next < end && keys[next].charAt(depth) == lead) {
          next++;
        }
        to[count] = next;
        leads[count] = lead;
        nodes[count * FIELDS + DEPTH] = depth;
        count++;
      }
    }
  }
}
