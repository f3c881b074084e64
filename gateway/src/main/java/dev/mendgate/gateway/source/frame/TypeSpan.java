package dev.mendgate.gateway.source.frame;

import dev.mendgate.gateway.source.frame.Outline.Lines;
import dev.mendgate.gateway.source.frame.Outline.Member;
import java.util.List;
import java.util.Set;

/**
 * A type.
 *
 * @param kind how the compiler names it
 * @param header from its keyword to where its body opens: where the compiler puts what it adds, if
 *     not at the first of its annotations
 * @param added methods that the compiler may add, {@link #ANY} for bridges
 * @param switches lines of switches in it, other types' left out
 */
record TypeSpan(
    Kind kind,
    String name,
    Lines lines,
    Lines header,
    Set<String> added,
    Set<Integer> switches,
    List<Member> members,
    List<TypeSpan> nested) {
  /** Stands for methods of any name. */
  static final String ANY = "*";

  /** How a type's part of a binary name is made. */
  enum Kind {
    /** {@code Name} */
    NAMED,
    /** {@code 1Name} */
    LOCAL,
    /** {@code 1}; the body of an enum's constant, too */
    ANONYMOUS
  }

  /** Returns how much of the name is this type's; 0 where it is another's. */
  int matched(String binaryName) {
    int digits = 0;
    while (digits < binaryName.length() && Character.isDigit(binaryName.charAt(digits))) {
      digits++;
    }
    return switch (kind) {
      case NAMED -> binaryName.startsWith(name) ? name.length() : 0;
      case LOCAL -> digits > 0 && binaryName.startsWith(name, digits) ? digits + name.length() : 0;
      case ANONYMOUS -> digits;
    };
  }

  /** Says whether the line is where the compiler puts a method that it adds. */
  boolean isOfCompiler(String method, int line) {
    boolean constructor = method.equals("<init>");
    if (!header.has(line) && (constructor || line != lines.first())) {
      return false;
    }
    if (constructor || method.equals("<clinit>")) {
      return added.contains(method);
    }
    boolean own = members.stream().anyMatch(m -> m.isStaticMethod(method));
    return added.contains(method) || added.contains(ANY) && !own || method.contains("$");
  }

  boolean switchesAt(int line) {
    return switches.contains(line) || nested.stream().anyMatch(type -> type.switchesAt(line));
  }

  /** Says whether the line lies within a member of a type that is declared in this one. */
  boolean isOthers(int line) {
    return nested.stream()
        .anyMatch(
            type ->
                type.isOthers(line)
                    || type.members().stream().anyMatch(m -> m.lines().hasInside(line)));
  }
}
