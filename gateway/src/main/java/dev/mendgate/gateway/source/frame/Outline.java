package dev.mendgate.gateway.source.frame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The types, methods and lambdas of one Java file with their lines: enough to check a frame. */
final class Outline {
  private static final Pattern LAMBDA =
      Pattern.compile("lambda\\$(?:(.+?)(?:\\$[0-9a-f]{1,8})?\\$)?\\d+");
  private static final Pattern WOVEN = Pattern.compile("(.+)_aroundBody\\d+");

  private final int lineCount;
  private final List<TypeSpan> types;
  private final boolean whole;

  /**
   * @param types the top-level types
   * @param whole whether all of the file could be parsed
   */
  Outline(int lineCount, List<TypeSpan> types, boolean whole) {
    this.lineCount = lineCount;
    this.types = List.copyOf(types);
    this.whole = whole;
  }

  /** Whether a line is where a frame says it is. */
  enum Fit {
    INSIDE,
    OUTSIDE,
    /** The file is not Java that could be parsed. */
    UNKNOWN
  }

  /** Lines from one to another, both inclusive. */
  record Lines(int first, int last) {
    boolean has(int line) {
      return first <= line && line <= last;
    }

    boolean hasInside(int line) {
      return first < line && line < last;
    }
  }

  /** A call by the simple name of what is called; {@code new T} stands as {@code T}. */
  record Call(String name, int line) {}

  /** What bytecode a part of a type becomes. */
  enum Part {
    METHOD,
    STATIC_METHOD,
    CONSTRUCTOR,
    INSTANCE_INITIALISER,
    STATIC_INITIALISER
  }

  /**
   * A method, constructor, field or initialiser.
   *
   * @param name empty but for methods
   * @param at line of its name
   * @param lambdas lambdas and method references in it, other types' left out
   */
  record Member(
      Part part, String name, Lines lines, int at, List<Lines> lambdas, List<Call> calls) {
    boolean isStaticMethod(String method) {
      return part == Part.STATIC_METHOD && name.equals(method);
    }
  }

  int lineCount() {
    return lineCount;
  }

  /** Says whether the class is declared here. */
  boolean declares(BinaryName type) {
    return !named(type).isEmpty();
  }

  /** Says whether the method of the class may have code at the line, from 1. */
  Fit fit(BinaryName type, String method, int line) {
    List<TypeSpan> named = named(type);
    if (type.mayBeSynthetic() && method.equals("<clinit>")) {
      // The compiler keeps tables for switches over enums in a class of its own.
      named = named(type.enclosing());
      return verdict(named.stream().anyMatch(t -> t.switchesAt(line)));
    }
    boolean inside =
        !members(named, method, line).isEmpty()
            || named.stream().anyMatch(t -> t.isOfCompiler(method, line));
    return verdict(inside);
  }

  /** Returns the members a frame may mean that does not tell its line, in order. */
  List<Member> members(BinaryName type, String method) {
    return members(named(type), method, -1);
  }

  private Fit verdict(boolean inside) {
    return inside ? Fit.INSIDE : whole ? Fit.OUTSIDE : Fit.UNKNOWN;
  }

  private List<Member> members(List<TypeSpan> named, String method, int line) {
    Matcher lambda = LAMBDA.matcher(method);
    Matcher woven = WOVEN.matcher(method);
    boolean inLambda = lambda.matches();
    String written = woven.matches() ? woven.group(1) : method;
    @Nullable String name = inLambda ? lambda.group(1) : written;
    List<Member> found = new ArrayList<>();
    for (TypeSpan type : named) {
      for (Member member : type.members()) {
        boolean meant = inLambda ? holdsLambda(member, name) : isCalled(member, written);
        if (meant && (line < 0 || covers(member, inLambda, line) && !type.isOthers(line))) {
          found.add(member);
        }
      }
    }
    found.sort(Comparator.comparingInt(Member::at));
    return found;
  }

  private static boolean covers(Member member, boolean inLambda, int line) {
    return inLambda
        ? member.lambdas().stream().anyMatch(l -> l.has(line))
        : member.lines().has(line);
  }

  private static boolean isCalled(Member member, String name) {
    return switch (member.part()) {
      case METHOD, STATIC_METHOD -> member.name().equals(name);
      case CONSTRUCTOR, INSTANCE_INITIALISER -> name.equals("<init>");
      case STATIC_INITIALISER -> name.equals("<clinit>");
    };
  }

  /** Undoes the naming of lambdas' bodies; older compilers forget the method of a nested one. */
  private static boolean holdsLambda(Member member, @Nullable String name) {
    if (member.lambdas().isEmpty()) {
      return false;
    }
    if (name == null || name.equals("null")) {
      return true;
    }
    return switch (member.part()) {
      case METHOD, STATIC_METHOD -> member.name().equals(name);
      case CONSTRUCTOR, INSTANCE_INITIALISER -> name.equals("new");
      case STATIC_INITIALISER -> name.equals("static");
    };
  }

  private List<TypeSpan> named(BinaryName type) {
    List<TypeSpan> found = new ArrayList<>();
    collect(types, type.simple(), found);
    return found;
  }

  private static void collect(List<TypeSpan> among, String rest, List<TypeSpan> found) {
    for (TypeSpan type : among) {
      int matched = type.matched(rest);
      if (matched > 0 && matched == rest.length()) {
        found.add(type);
      } else if (matched > 0 && rest.charAt(matched) == '$') {
        collect(type.nested(), rest.substring(matched + 1), found);
      }
    }
  }
}
