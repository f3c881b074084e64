package dev.mendgate.gateway.source.frame;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a Java file declares, found without parsing it: a repository has thousands of files, and a
 * trace needs a handful.
 *
 * @param packageName empty for the unnamed package
 * @param types simple names of the top-level types, in order
 */
record FileHeader(String packageName, Set<String> types) {
  private static final Set<String> KINDS = Set.of("class", "interface", "enum", "record");

  /** Reads the header of a file's text; broken text gives what could be told. */
  static FileHeader of(String text) {
    JavaTokens tokens = new JavaTokens(text);
    StringBuilder packageName = new StringBuilder();
    Set<String> types = new LinkedHashSet<>();
    int depth = 0;
    String previous = "";
    boolean inPackage = false;
    for (String token = tokens.next(); !token.isEmpty(); token = tokens.next()) {
      if (inPackage) {
        inPackage = !token.equals(";");
        packageName.append(inPackage ? token : "");
      } else if (depth == 0 && token.equals("package") && types.isEmpty()) {
        inPackage = packageName.length() == 0;
      } else if (depth == 0 && KINDS.contains(previous) && isName(token)) {
        types.add(token);
      } else {
        depth += change(token);
      }
      previous = token;
    }
    return new FileHeader(packageName.toString(), types);
  }

  private static int change(String token) {
    return switch (token) {
      case "{", "(" -> 1;
      case "}", ")" -> -1;
      default -> 0;
    };
  }

  private static boolean isName(String token) {
    return Character.isJavaIdentifierStart(token.charAt(0));
  }
}
