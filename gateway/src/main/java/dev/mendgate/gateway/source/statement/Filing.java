package dev.mendgate.gateway.source.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides under which part of its text a wording is filed: one that few others share. */
final class Filing {
  /** Comparing a message with that many wordings takes less time than another look-up. */
  private static final int FEW = 4;

  private static final int NEVER = Integer.MAX_VALUE;

  private final Map<String, List<Wording>> byStart = new LinkedHashMap<>();
  private final Map<String, List<Wording>> byEnd = new LinkedHashMap<>();
  private final Map<Long, List<Wording>> byGram = new LinkedHashMap<>();
  private final List<Wording> others = new ArrayList<>();
  private final Map<String, Integer> starts = new HashMap<>();
  private final Map<String, Integer> ends = new HashMap<>();
  private final GramCounts grams = new GramCounts();

  Filing(List<Wording> wordings) {
    for (Wording wording : wordings) {
      starts.merge(wording.start(), 1, Integer::sum);
      ends.merge(wording.end(), 1, Integer::sum);
      wording.forEachGram(grams::add);
    }
    wordings.forEach(this::file);
  }

  private void file(Wording wording) {
    int start = count(starts, wording.start());
    int end = count(ends, wording.end());
    if (wording.isConstant() || start <= FEW) {
      byStart.computeIfAbsent(wording.start(), k -> new ArrayList<>(1)).add(wording);
    } else if (end <= FEW) {
      byEnd.computeIfAbsent(wording.end(), k -> new ArrayList<>(1)).add(wording);
    } else {
      fileByGram(wording, start, end);
    }
  }

  private void fileByGram(Wording wording, int start, int end) {
    RarestGram rarest = new RarestGram();
    wording.forEachGram(rarest::consider);
    if (rarest.count <= Math.min(start, end) && rarest.count < NEVER) {
      byGram.computeIfAbsent(rarest.gram, k -> new ArrayList<>(1)).add(wording);
    } else if (start <= end && start < NEVER) {
      byStart.computeIfAbsent(wording.start(), k -> new ArrayList<>(1)).add(wording);
    } else if (end < NEVER) {
      byEnd.computeIfAbsent(wording.end(), k -> new ArrayList<>(1)).add(wording);
    } else {
      others.add(wording);
    }
  }

  private static int count(Map<String, Integer> counts, String text) {
    return text.isEmpty() ? NEVER : counts.getOrDefault(text, NEVER);
  }

  /** Returns wordings by what they start with. */
  Map<String, List<Wording>> byStart() {
    return byStart;
  }

  /** Returns wordings by what they end with. */
  Map<String, List<Wording>> byEnd() {
    return byEnd;
  }

  /** Returns wordings by a gram that they have. */
  Map<Long, List<Wording>> byGram() {
    return byGram;
  }

  /** Returns those that have no more than some characters between arguments. */
  List<Wording> others() {
    return others;
  }

  private final class RarestGram {
    long gram;
    int count = NEVER;

    void consider(long next) {
      if (grams.of(next) < count) {
        count = grams.of(next);
        gram = next;
      }
    }
  }
}
