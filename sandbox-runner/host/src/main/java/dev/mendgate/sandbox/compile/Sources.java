package dev.mendgate.sandbox.compile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/** What to compile. */
public sealed interface Sources {
  /** Sources on disk. */
  record OnDisk(List<Path> files) implements Sources {
    public OnDisk {
      files = List.copyOf(files);
    }
  }

  /**
   * Sources in memory.
   *
   * @param texts by path in the tree, with {@code /}
   */
  record InMemory(Map<String, String> texts) implements Sources {
    public InMemory {
      texts = Map.copyOf(texts);
    }
  }

  /** Returns them as javac takes them. */
  default Iterable<? extends JavaFileObject> objects(StandardJavaFileManager manager) {
    if (this instanceof OnDisk onDisk) {
      return manager.getJavaFileObjectsFromPaths(onDisk.files());
    }
    return ((InMemory) this)
        .texts().entrySet().stream().map(e -> new SourceText(e.getKey(), e.getValue())).toList();
  }
}
