package dev.mendgate.gateway.source.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Gradle script, read as text and never run: what its usual forms tell, in Groovy and in Kotlin.
 */
final class GradleScript {
  private static final String TEXT = "['\"]([^'\"\\n]+)['\"]";
  private static final Pattern COMMENT =
      Pattern.compile("(?s)/\\*.*?\\*/|(?m)(?<![:'\"\\w])//[^\\n]*");
  private static final Pattern INCLUDE = Pattern.compile("\\binclude\\s*+\\(?\\s*+(?=['\"])");
  private static final Pattern NEXT = Pattern.compile(TEXT + "\\s*+,?\\s*+");
  private static final Pattern FOLDER =
      Pattern.compile(
          "\\bproject\\s*+\\(\\s*+"
              + TEXT
              + "\\s*+\\)\\s*+\\.projectDir\\s*+=\\s*+(?:new\\s+)?[fF]ile\\s*+\\(\\s*+(?:\\w+\\s*+,\\s*+)?"
              + TEXT);
  private static final Pattern RENAMED =
      Pattern.compile("\\bproject\\s*+\\(\\s*+" + TEXT + "\\s*+\\)\\s*+\\.name\\s*+=\\s*+" + TEXT);
  private static final Pattern ROOT_NAME =
      Pattern.compile("\\brootProject\\.name\\s*+=\\s*+" + TEXT);
  private static final Pattern ARCHIVE =
      Pattern.compile(
          "\\b(?:archivesBaseName|archivesName|archiveBaseName)(?:\\s*+=|\\.set\\s*+\\()\\s*+"
              + TEXT);
  private static final Pattern PROJECT =
      Pattern.compile("\\bproject\\s*+\\(\\s*+(?:path\\s*+[:=]\\s*+)?['\"](:[^'\"\\n]+)['\"]");
  private static final Pattern BLOCK =
      Pattern.compile("\\bproject\\s*+\\(\\s*+" + TEXT + "\\s*+\\)\\s*+\\{");
  private static final Pattern RELOCATE =
      Pattern.compile("\\brelocate\\s*+\\(?\\s*+" + TEXT + "\\s*+,\\s*+" + TEXT + "\\s*+\\)?");
  private static final Pattern KEPT = Pattern.compile("\\b(include|exclude)\\s*+\\(?\\s*+" + TEXT);
  private static final Pattern VARIABLE =
      Pattern.compile("\\b([A-Za-z_]\\w*)\\s*+(?::\\s*+String\\s*+)?=\\s*+" + TEXT);
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{(?:\\w+\\.)*(\\w+)}|\\$([A-Za-z_]\\w*)");

  private final String path;
  private final String text;

  GradleScript(String path, String text) {
    this.path = path;
    this.text = COMMENT.matcher(text).replaceAll(" ");
  }

  String path() {
    return path;
  }

  /** Returns the folders of included projects by project path, which begins with a colon. */
  Map<String, String> included() {
    Map<String, String> folders = new LinkedHashMap<>();
    Matcher include = INCLUDE.matcher(text);
    while (include.find()) {
      Matcher one = NEXT.matcher(text).region(include.end(), text.length());
      while (one.lookingAt()) {
        String project = absolute(one.group(1));
        folders.put(
            project, Folders.resolve(Folders.of(path), project.substring(1).replace(':', '/')));
        one.region(one.end(), text.length());
      }
    }
    Matcher folder = FOLDER.matcher(text);
    while (folder.find()) {
      folders.put(absolute(folder.group(1)), Folders.resolve(Folders.of(path), folder.group(2)));
    }
    return folders;
  }

  /** Returns names that differ from the last part of the project's path. */
  Map<String, String> renamed() {
    Map<String, String> names = new LinkedHashMap<>();
    Matcher renamed = RENAMED.matcher(text);
    while (renamed.find()) {
      names.put(absolute(renamed.group(1)), renamed.group(2));
    }
    Matcher root = ROOT_NAME.matcher(text);
    if (root.find()) {
      names.put(":", root.group(1));
    }
    return names;
  }

  /** Returns the parts of a script that configure other projects, by project path. */
  Map<String, GradleScript> blocks() {
    Map<String, GradleScript> blocks = new LinkedHashMap<>();
    Matcher block = BLOCK.matcher(text);
    int from = 0;
    while (block.find(from)) {
      int end = endOfBlock(block.end());
      blocks.put(
          absolute(block.group(1)), new GradleScript(path, text.substring(block.end(), end)));
      from = end;
    }
    return blocks;
  }

  /** Returns the same without what configures other projects. */
  GradleScript own() {
    StringBuilder own = new StringBuilder();
    Matcher block = BLOCK.matcher(text);
    int from = 0;
    while (block.find(from)) {
      own.append(text, from, block.start());
      from = endOfBlock(block.end());
    }
    return new GradleScript(path, own.append(text.substring(from)).toString());
  }

  Set<String> archiveNames() {
    Set<String> names = new LinkedHashSet<>();
    Matcher archive = ARCHIVE.matcher(text);
    while (archive.find()) {
      names.add(archive.group(1).replaceFirst("[-_]?\\$.*", ""));
    }
    return names;
  }

  /** Returns the project paths it depends on. */
  Set<String> projects() {
    Set<String> projects = new LinkedHashSet<>();
    Matcher project = PROJECT.matcher(text);
    while (project.find()) {
      projects.add(project.group(1));
    }
    return projects;
  }

  /** Returns the relocations of Shadow's plugin; one with an unknown variable is left out. */
  List<Relocation> relocations() {
    Map<String, String> variables = variables();
    List<Relocation> found = new ArrayList<>();
    Matcher relocate = RELOCATE.matcher(text);
    while (relocate.find()) {
      Relocation plain =
          Relocation.of(
              interpolate(relocate.group(1), variables),
              interpolate(relocate.group(2), variables),
              path);
      String closure = closureAt(relocate.end());
      Relocation one =
          new Relocation(
              plain.original(),
              plain.shaded(),
              patterns(closure, "include"),
              patterns(closure, "exclude"),
              path);
      if (one.valid() && (one.original() + one.shaded()).indexOf('$') < 0) {
        found.add(one);
      }
    }
    return found;
  }

  private String closureAt(int end) {
    int open = end;
    while (open < text.length() && Character.isWhitespace(text.charAt(open))) {
      open++;
    }
    return open < text.length() && text.charAt(open) == '{'
        ? text.substring(open + 1, endOfBlock(open + 1))
        : "";
  }

  private static List<String> patterns(String closure, String kind) {
    List<String> patterns = new ArrayList<>();
    Matcher kept = KEPT.matcher(closure);
    while (kept.find()) {
      if (kept.group(1).equals(kind)) {
        patterns.add(kept.group(2));
      }
    }
    return patterns;
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    Matcher variable = VARIABLE.matcher(text);
    while (variable.find()) {
      variables.putIfAbsent(variable.group(1), variable.group(2));
    }
    return variables;
  }

  private static String interpolate(String value, Map<String, String> variables) {
    return PLACEHOLDER
        .matcher(value)
        .replaceAll(
            found -> {
              String name = found.group(1) == null ? found.group(2) : found.group(1);
              return Matcher.quoteReplacement(variables.getOrDefault(name, found.group()));
            });
  }

  /** Returns the index of the brace that closes a block, or the end of the text. */
  private int endOfBlock(int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return text.length();
  }

  private static String absolute(String project) {
    return project.startsWith(":") ? project : ":" + project.replace('/', ':');
  }
}
