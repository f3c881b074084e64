package dev.mendgate.gateway.source.frame;

import dev.mendgate.gateway.source.build.BuildModule;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a frame says of the archive, folder or module that its class was loaded from. */
record ArchiveName(String origin) {
  private static final Pattern ARCHIVE = Pattern.compile("(.+)\\.(?:jar|war|ear|rar|aar)");
  private static final Pattern VERSION = Pattern.compile("[-_]v?\\d.*|-SNAPSHOT.*");
  private static final Set<String> MAIN = Set.of("classes", "main");
  private static final Set<String> TEST = Set.of("test-classes", "test", "testClasses");

  static ArchiveName of(@Nullable String origin) {
    return new ArchiveName(origin == null ? "" : origin);
  }

  /** Says whether it names one archive, which one module builds. */
  boolean isArchive() {
    return ARCHIVE.matcher(origin).matches();
  }

  /** Returns 3 where it is the module's own name, 2 or 1 where it ends like it, else 0. */
  int likeness(BuildModule module) {
    if (origin.isEmpty() || MAIN.contains(origin) || TEST.contains(origin)) {
      return 0;
    }
    String stem = ARCHIVE.matcher(origin).replaceFirst("$1");
    String javaModule = stem.replaceFirst("@.*", "");
    if (module.javaModules().contains(javaModule)) {
      return 3;
    }
    int best = 0;
    for (String name : module.names()) {
      best = Math.max(best, name.startsWith(":") ? likePath(stem, name) : like(stem, name));
    }
    return best;
  }

  /** Returns 1 where a folder of classes is of the kind, -1 where it is of the other kind. */
  int ofTests(boolean test) {
    boolean main = MAIN.contains(origin);
    return !main && !TEST.contains(origin) ? 0 : main == test ? -1 : 1;
  }

  private static int like(String stem, String name) {
    boolean own = stem.equals(name) || isVersioned(stem, name);
    boolean automatic = stem.replaceFirst("@.*", "").equals(name.replaceAll("[^A-Za-z0-9]", "."));
    return own || automatic ? 3 : endsLike(stem, name) ? 1 : 0;
  }

  private static int likePath(String stem, String project) {
    String name = project.substring(1).replace(':', '-');
    return name.isEmpty()
        ? 0
        : stem.equals(name) || isVersioned(stem, name) ? 3 : endsLike(stem, name) ? 2 : 0;
  }

  private static boolean isVersioned(String stem, String name) {
    return stem.startsWith(name) && VERSION.matcher(stem.substring(name.length())).matches();
  }

  private static boolean endsLike(String stem, String name) {
    String unversioned = stem.replaceFirst("[-_]v?\\d.*$", "");
    return unversioned.endsWith("-" + name);
  }
}
