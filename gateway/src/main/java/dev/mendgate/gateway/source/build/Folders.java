package dev.mendgate.gateway.source.build;

import java.util.ArrayList;
import java.util.List;

/** Paths inside a commit. */
final class Folders {
  private Folders() {}

  /** Resolves a relative path; what leads out of the commit ends at its root. */
  static String resolve(String folder, String relative) {
    List<String> names = new ArrayList<>();
    for (String name : (folder + "/" + relative.strip().replace('\\', '/')).split("/")) {
      if (name.equals("..")) {
        if (!names.isEmpty()) {
          names.remove(names.size() - 1);
        }
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    return String.join("/", names);
  }

  /** Returns the folder of a file. */
  static String of(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
