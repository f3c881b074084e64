package dev.mendgate.gateway.source.statement;

import dev.mendgate.gateway.source.statement.scan.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts of a tree's resource bundles, by the folder they are in and their key. */
final class Bundles {
  private static final int MAX_FOLDERS = 16;

  /** Bundles by each end of the path of their folder: roots of sources are not known. */
  private final Map<String, List<Map<String, Message>>> byFolder = new HashMap<>();

  private final Map<String, Message> byKey = new HashMap<>();

  /**
   * Adds a bundle.
   *
   * @param texts by {@code #key}
   */
  void add(String path, Map<String, Message> texts) {
    String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    for (int i = 0; i < MAX_FOLDERS && !folder.isEmpty(); i++) {
      byFolder.computeIfAbsent(folder, f -> new ArrayList<>(1)).add(texts);
      int slash = folder.indexOf('/');
      folder = slash < 0 ? "" : folder.substring(slash + 1);
    }
    texts.forEach(
        (key, text) -> {
          Message other = byKey.putIfAbsent(key, text);
          if (other != null && !other.equals(text)) {
            byKey.put(key, Message.HOLE);
          }
        });
  }

  /** Returns whether {@link #text} is to be asked for a constant. */
  static boolean isKey(String name) {
    return name.contains("/#");
  }

  /**
   * Returns a text; null where no bundle has it.
   *
   * @param name {@code folder/#key}, or {@code /#key} for a key that says the same wherever it is
   */
  @Nullable Message text(String name) {
    int slash = name.indexOf("/#");
    String key = name.substring(slash + 1);
    if (slash == 0) {
      Message only = key.contains(".") ? byKey.get(key) : null;
      return only == Message.HOLE ? null : only;
    }
    for (Map<String, Message> bundle : byFolder.getOrDefault(name.substring(0, slash), List.of())) {
      Message text = bundle.get(key);
      if (text != null) {
        return text;
      }
    }
    return null;
  }
}
