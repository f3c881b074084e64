package dev.mendgate.gateway.source.ownership;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A pattern that picks files of a repository by their path, as one of the forges reads it. The two
 * read the same text differently: {@code docs} is everything in such folders to GitHub and one file
 * of that name to GitLab; {@code a/b.md} is one file to GitHub and such a file in any folder to
 * GitLab.
 */
final class PathPattern {
  private static final String FOLDERS = "**";

  /** Any number of folders, none included; told from others by identity. */
  private static final Glob ANY_FOLDERS = Glob.of(FOLDERS, Glob.Kind.PLAIN);

  private static final Glob ANYTHING = Glob.of("*", Glob.Kind.PLAIN);

  private final List<Glob> segments;
  private final boolean foldersToo;

  private PathPattern(List<Glob> segments, boolean foldersToo) {
    this.segments = List.copyOf(segments);
    this.foldersToo = foldersToo;
  }

  /**
   * Reads a pattern as <a
   * href="https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#codeowners-syntax">GitHub</a>
   * does: as a line of {@code .gitignore}, except that {@code folder/*} is about the files right in
   * the folder; empty where GitHub has no such patterns: {@code !}, {@code [ ]} without
   * backslashes, {@code \#} at the begin.
   */
  static Optional<PathPattern> github(String pattern) {
    if (pattern.startsWith("!") || pattern.startsWith("\\#") || hasBareBracket(pattern)) {
      return Optional.empty();
    }
    String inner = pattern.startsWith("/") ? pattern.substring(1) : pattern;
    if (inner.isEmpty() || inner.startsWith("/")) {
      return Optional.empty();
    }
    boolean folder = inner.endsWith("/");
    List<String> names = Arrays.asList(inner.split("/"));
    List<Glob> segments = new ArrayList<>();
    if (names.size() == 1 && !pattern.startsWith("/")) {
      segments.add(ANY_FOLDERS);
    }
    names.forEach(name -> segments.add(segment(name, Glob.Kind.PLAIN)));
    Glob last = segments.get(segments.size() - 1);
    if (folder || last == ANY_FOLDERS) {
      segments.add(ANY_FOLDERS);
      segments.add(ANYTHING);
    }
    return Optional.of(new PathPattern(segments, !last.isAnything()));
  }

  /**
   * Reads a pattern as <a
   * href="https://docs.gitlab.com/user/project/codeowners/reference/#path-matching">GitLab</a>
   * does, with Ruby's {@code File.fnmatch}: {@code **} means folders only where a slash follows.
   */
  static PathPattern gitlab(String pattern) {
    String rooted = pattern.startsWith("/") ? pattern.substring(1) : FOLDERS + "/" + pattern;
    String whole = rooted.isEmpty() || rooted.endsWith("/") ? rooted + FOLDERS + "/*" : rooted;
    String[] names = whole.split("/", -1);
    List<Glob> segments = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      boolean last = i == names.length - 1;
      segments.add(
          last ? Glob.of(names[i], Glob.Kind.CLASSES) : segment(names[i], Glob.Kind.CLASSES));
    }
    return new PathPattern(segments, false);
  }

  private static Glob segment(String name, Glob.Kind kind) {
    return name.equals(FOLDERS) ? ANY_FOLDERS : Glob.of(name, kind);
  }

  private static boolean hasBareBracket(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[' || c == ']') {
        return true;
      }
    }
    return false;
  }

  /**
   * Says whether a file is meant.
   *
   * @param path path in the repository, with {@code /}
   */
  boolean matches(String path) {
    List<String> names = Arrays.asList(path.split("/"));
    if (matches(names)) {
      return true;
    }
    for (int folder = 1; foldersToo && folder < names.size(); folder++) {
      if (matches(names.subList(0, folder))) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(List<String> names) {
    int segment = 0;
    int at = 0;
    int lastFolders = -1;
    int foldersFrom = 0;
    while (at < names.size()) {
      if (segment < segments.size() && segments.get(segment) == ANY_FOLDERS) {
        lastFolders = segment++;
        foldersFrom = at;
      } else if (segment < segments.size() && segments.get(segment).matches(names.get(at))) {
        segment++;
        at++;
      } else if (lastFolders >= 0) {
        segment = lastFolders + 1;
        at = ++foldersFrom;
      } else {
        return false;
      }
    }
    while (segment < segments.size() && segments.get(segment) == ANY_FOLDERS) {
      segment++;
    }
    return segment == segments.size();
  }
}
