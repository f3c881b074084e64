package dev.mendgate.gateway.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was not used for longest; its synchronised views may be shared. */
public final class LastUsed<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1;

  private final int limit;

  private LastUsed(int limit) {
    super(16, 0.75f, true);
    this.limit = limit;
  }

  /** Makes a map of at most that many entries that is safe for concurrent use. */
  public static <K, V> Map<K, V> of(int limit) {
    return Collections.synchronizedMap(new LastUsed<>(limit));
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > limit;
  }
}
