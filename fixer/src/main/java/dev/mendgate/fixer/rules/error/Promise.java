package dev.mendgate.fixer.rules.error;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.type.ReferenceType;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exception that a method says it throws.
 *
 * @param type source name of the exception
 * @param why the ground it is chosen on
 */
record Promise(String type, double confidence, String why) {
  private static final Pattern TAG = Pattern.compile("@(?:throws|exception)\\s+([\\w.]+)");
  private static final Set<String> UNFIT =
      Set.of(
          "NullPointerException",
          "Exception",
          "Throwable",
          "RuntimeException",
          "Error",
          "InterruptedException",
          "CloneNotSupportedException",
          "ClassNotFoundException",
          "UnsupportedOperationException",
          "FileNotFoundException",
          "UnsupportedEncodingException");

  private static final double DECLARED = 0.62;
  private static final double DOCUMENTED = 0.66;
  private static final double THROWN = 0.5;
  private static final double ASSUMED = 0.42;

  // A value that does not fit is the state of nothing.
  private static final double STATE = 0.85;

  /** Returns what a method promises to throw, surest first, without these kinds themselves. */
  static List<Promise> of(
      ParsedFile file, CallableDeclaration<?> method, Set<String> failing, boolean assume) {
    Map<String, Promise> found = new LinkedHashMap<>();
    documentation(file, method)
        .ifPresent(
            text -> {
              Matcher tag = TAG.matcher(text);
              while (tag.find()) {
                add(found, tag.group(1), DOCUMENTED, "its documentation says that it throws that");
              }
            });
    for (ReferenceType type : method.getThrownExceptions()) {
      add(found, type.asString(), DECLARED, "its head declares it");
    }
    for (ThrowStmt statement : method.findAll(ThrowStmt.class)) {
      if (statement.getExpression() instanceof ObjectCreationExpr creation) {
        add(found, creation.getTypeAsString(), THROWN, "it throws that elsewhere");
      }
    }
    if (found.isEmpty() && assume) {
      add(found, "IllegalArgumentException", ASSUMED, "what was passed in does not fit");
    }
    return found.values().stream()
        .filter(promise -> !failing.contains(simple(promise.type())))
        .sorted((one, other) -> Double.compare(other.confidence(), one.confidence()))
        .toList();
  }

  private static void add(Map<String, Promise> found, String type, double confidence, String why) {
    if (!UNFIT.contains(simple(type))) {
      double factor = simple(type).equals("IllegalStateException") ? STATE : 1;
      found.putIfAbsent(simple(type), new Promise(type, confidence * factor, why));
    }
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** Returns the documentation comment right before a method. */
  private static Optional<String> documentation(ParsedFile file, CallableDeclaration<?> method) {
    String before = file.text().substring(0, file.start(method)).stripTrailing();
    int start = before.lastIndexOf("/**");
    boolean adjacent =
        before.endsWith("*/") && start >= 0 && before.indexOf("*/", start) == before.length() - 2;
    return adjacent ? Optional.of(before.substring(start)) : Optional.empty();
  }
}
