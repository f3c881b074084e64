package dev.mendgate.gateway.source.build;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A package that a build moves into another when it packs an archive, as the Maven shade plugin and
 * Gradle's Shadow do: the source knows the one name, stack traces the other.
 *
 * @param original package or class prefix in the source, such as {@code org.foo}
 * @param shaded what stands in its place in the archive
 * @param includes wildcard patterns of original names that alone are moved; empty for all
 * @param excludes wildcard patterns of original names that stay
 * @param source who says so: a path in the commit, or an option
 */
public record Relocation(
    String original, String shaded, List<String> includes, List<String> excludes, String source) {
  private static final Pattern NAME =
      Pattern.compile("[\\p{javaJavaIdentifierPart}]+(\\.[\\p{javaJavaIdentifierPart}]+)*");

  public Relocation {
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
  }

  /** Relocates everything of a prefix; a dot at its end does not matter. */
  public static Relocation of(String original, String shaded, String source) {
    return new Relocation(trim(original), trim(shaded), List.of(), List.of(), source);
  }

  /**
   * Reads {@code FROM=TO}: what a trace calls FROM, the source calls TO.
   *
   * @throws IllegalArgumentException where the text is none; its message says what is wrong
   */
  public static Relocation parse(String rule, String source) {
    int equals = rule.indexOf('=');
    String shaded = equals < 0 ? "" : trim(rule.substring(0, equals).strip());
    String original = equals < 0 ? "" : trim(rule.substring(equals + 1).strip());
    if (!isName(shaded) || !isName(original)) {
      throw new IllegalArgumentException(
          "'"
              + rule.strip()
              + "' is no shading rule; write FROM=TO, the package in traces first, such as"
              + " com.acme.shaded.org.foo=org.foo");
    }
    return new Relocation(original, shaded, List.of(), List.of(), source);
  }

  /** Returns the name that a class had before it was relocated; empty where it was not. */
  public Optional<String> undo(String className) {
    if (original.equals(shaded) || !covers(shaded, className)) {
      return Optional.empty();
    }
    String name = original + className.substring(shaded.length());
    boolean included = includes.isEmpty() || includes.stream().anyMatch(p -> matches(p, name));
    boolean excluded = excludes.stream().anyMatch(p -> matches(p, name));
    return included && !excluded ? Optional.of(name) : Optional.empty();
  }

  /** Says whether both ends are names that classes can have. */
  boolean valid() {
    return isName(original) && isName(shaded);
  }

  private static boolean covers(String prefix, String className) {
    return className.startsWith(prefix)
        && (className.length() == prefix.length()
            || className.charAt(prefix.length()) == '.'
            || className.charAt(prefix.length()) == '$');
  }

  /** Matches {@code org.foo.*} and {@code org/foo/**} alike, as the shade plugin does. */
  private static boolean matches(String wildcard, String className) {
    String dotted = wildcard.replace('/', '.');
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < dotted.length(); i++) {
      char c = dotted.charAt(i);
      boolean twice = c == '*' && dotted.startsWith("**", i);
      if (c != '*') {
        regex.append(Pattern.quote(String.valueOf(c)));
      } else {
        regex.append(twice || i == dotted.length() - 1 ? ".*" : "[^.]*");
      }
      i += twice ? 1 : 0;
    }
    return className.matches(regex.toString());
  }

  private static String trim(String prefix) {
    return prefix.endsWith(".") ? prefix.substring(0, prefix.length() - 1) : prefix;
  }

  private static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
