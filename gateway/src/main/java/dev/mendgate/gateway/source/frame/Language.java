package dev.mendgate.gateway.source.frame;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A language of the JVM that is not repaired, and how its classes can be told from Java's. */
enum Language {
  GROOVY(
      "Groovy",
      List.of("groovy", "gvy", "gy", "gsh", "gradle"),
      ".*\\$_+\\w*_(?:closure|lambda)\\d+.*|.*\\$__clinit__\\w*\\d+|Script\\d+",
      "doCall|\\$getStaticMetaClass|this\\$dist\\$.*|super\\$\\d+\\$.*"),
  SCALA(
      "Scala",
      List.of("scala", "sc"),
      ".*\\$|.*\\$\\$anonfun\\$.*|.*\\$anon\\$\\d+.*|.*\\$\\$anon.*|.*\\$delayedInit\\$body",
      "\\$anonfun\\$.*|.*\\$mc[A-Z]+\\$sp|.*\\$extension\\d*|delayedEndpoint\\$.*"),
  CLOJURE(
      "Clojure",
      List.of("clj", "cljc"),
      "[a-z_][\\w_]*\\$(?:fn|eval|reify|loading|iter|.*)__\\d+.*|[a-z]\\w*__init",
      "invokeStatic|doInvoke|invokePrim"),
  KOTLIN(
      "Kotlin",
      List.of("kt", "kts"),
      ".*\\$(?:DefaultImpls|WhenMappings|Companion)(?:\\$.*)?|.*Kt(?:__\\w+)?(?:\\$.*)?"
          + "|.*\\$\\$(?:inlined|special|serializer).*|.*\\$sam\\$.*|.*\\$[a-z]\\w*\\$\\d+.*"
          + "|.*\\$[a-z]\\w*\\$[a-z]\\w*\\$\\d+.*",
      ".*\\$default|invokeSuspend|.*-impl|.*-[0-9A-Za-z_-]{7}(?:\\$.*)?|.*\\$lambda[$-]\\d+"),
  JSP("JSP", List.of("jsp", "jspx", "tag"), "[\\w$]+_(?:jsp|jspx|tag)(?:\\$.*)?", "_jspService"),
  ASPECTJ("AspectJ", List.of("aj"), "(?!)", "ajc\\$.*"),
  JAVASCRIPT("JavaScript", List.of("js", "mjs"), "(?!)", "(?!)"),
  PYTHON("Python", List.of("py"), ".+\\$py(?:\\$.*)?", "(?!)"),
  RUBY("Ruby", List.of("rb"), "(?!)", "(?!)");

  private final String label;
  private final List<String> endings;
  private final Pattern type;
  private final Pattern method;

  Language(String label, List<String> endings, String type, String method) {
    this.label = label;
    this.endings = endings;
    this.type = Pattern.compile(type);
    this.method = Pattern.compile(method);
  }

  /** Returns the language's own name. */
  String label() {
    return label;
  }

  /** Returns the endings of its files, without the dot. */
  List<String> endings() {
    return endings;
  }

  /** Returns the language that a source file is written in; empty for Java and unknown ones. */
  static Optional<Language> ofFile(@Nullable String file) {
    if (file == null || file.indexOf('.') < 0) {
      return Optional.empty();
    }
    if (file.matches(".+_(?:jspx?|tag)\\.java")) {
      return Optional.of(JSP);
    }
    String ending = file.substring(file.lastIndexOf('.') + 1);
    return List.of(values()).stream().filter(l -> l.endings.contains(ending)).findFirst();
  }

  /** Returns the language whose compiler names classes and methods so. */
  static Optional<Language> ofShape(BinaryName type, String method) {
    return List.of(values()).stream()
        .filter(l -> l.type.matcher(type.simple()).matches() || l.method.matcher(method).matches())
        .findFirst();
  }
}
