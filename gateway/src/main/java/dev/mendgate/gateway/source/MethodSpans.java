package dev.mendgate.gateway.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a frame's method spans a line: the test that a file is the one that ran. */
final class MethodSpans {
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

  private final Optional<CompilationUnit> unit;

  private MethodSpans(Optional<CompilationUnit> unit) {
    this.unit = unit;
  }

  /** Parses a file; one that does not parse spans nothing. */
  static MethodSpans of(String text) {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
            .setAttributeComments(false);
    try {
      return new MethodSpans(new JavaParser(configuration).parse(text).getResult());
    } catch (StackOverflowError e) {
      // Nesting this deep is not written by people; the frame keeps its line, unchecked.
      return new MethodSpans(Optional.empty());
    }
  }

  /** Says whether the method of the class spans the line, from 1. */
  boolean spans(BinaryName type, String method, int line) {
    String name = sourceName(method);
    return types(type).stream()
        .filter(t -> contains(t, line))
        .anyMatch(t -> isWholeType(name) || !methods(t, name, line).isEmpty());
  }

  /** Returns the first line of the only method of that name; empty where there are several. */
  OptionalInt onlyLineOf(BinaryName type, String method) {
    List<Integer> lines =
        types(type).stream()
            .flatMap(t -> methods(t, sourceName(method), -1).stream())
            .map(MethodSpans::nameLine)
            .distinct()
            .toList();
    return lines.size() == 1 ? OptionalInt.of(lines.get(0)) : OptionalInt.empty();
  }

  private List<TypeDeclaration<?>> types(BinaryName type) {
    String name = type.innermostNamed();
    return unit.stream()
        .flatMap(u -> u.findAll(TypeDeclaration.class).stream())
        .<TypeDeclaration<?>>map(t -> (TypeDeclaration<?>) t)
        .filter(t -> t.getNameAsString().equals(name) || t.getNameAsString().equals(type.simple()))
        .toList();
  }

  private static List<MethodDeclaration> methods(TypeDeclaration<?> type, String name, int line) {
    return type.findAll(
        MethodDeclaration.class,
        m -> m.getNameAsString().equals(name) && (line < 0 || contains(m, line)));
  }

  /** Undoes the compiler's naming of lambda bodies. */
  private static String sourceName(String method) {
    Matcher lambda = LAMBDA.matcher(method);
    return lambda.matches() ? lambda.group(1) : method;
  }

  /** Initialisers and what the compiler adds may stand at any line of the type. */
  private static boolean isWholeType(String name) {
    return name.startsWith("<")
        || name.contains("$")
        || name.equals("new")
        || name.equals("static")
        || name.equals("null");
  }

  private static int nameLine(MethodDeclaration method) {
    return ((CallableDeclaration<?>) method).getName().getBegin().orElseThrow().line;
  }

  private static boolean contains(Node node, int line) {
    return node.getRange().map(r -> r.begin.line <= line && line <= r.end.line).orElse(false);
  }
}
