package dev.mendgate.gateway.source.statement.scan;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises calls of methods that may log or throw the texts they are given. */
final class Delegations {
  /** Classes outside the repository that check something and throw the text. */
  private static final Set<String> CHECKERS =
      Set.of("Preconditions", "Objects", "Validate", "Verify", "Assert", "Asserts", "Args");

  /** Exceptions that such methods are documented to throw, whichever of the classes it is. */
  private static final Map<String, String> THROWN =
      Map.of(
          "checkArgument", "java.lang.IllegalArgumentException",
          "checkState", "java.lang.IllegalStateException",
          "validState", "java.lang.IllegalStateException",
          "state", "java.lang.IllegalStateException",
          "checkNotNull", "java.lang.NullPointerException",
          "requireNonNull", "java.lang.NullPointerException");

  private static final Set<String> EVERYWHERE =
      Set.of(
          "String",
          "StringBuilder",
          "StringBuffer",
          "Object",
          "Integer",
          "Long",
          "Boolean",
          "System",
          "Math",
          "Thread",
          "Class",
          "Character",
          "Double");

  private final FileScope scope;
  private final Loggers loggers;

  Delegations(FileScope scope, Loggers loggers) {
    this.scope = scope;
    this.loggers = loggers;
  }

  /** Reads a call; null where it cannot be one of a method in the repository. */
  Sink.@Nullable Call read(MethodCallExpr call) {
    List<String> owners = owners(call);
    Sink checked = checked(call, owners);
    boolean thrown = Throws.thrower(call) != null;
    Sink otherwise =
        checked == null && thrown ? new Sink.Throw(List.of(), null, true, Dialect.ANY) : checked;
    return owners.isEmpty() && otherwise == null
        ? null
        : new Sink.Call(owners, call.getNameAsString(), otherwise);
  }

  /** Returns the index of the first argument that may be the text: what is checked stands first. */
  static int from(MethodCallExpr call, Sink.Call sink) {
    return sink.otherwise() != null && isChecker(sink.owners()) && call.getArguments().size() > 1
        ? 1
        : 0;
  }

  /** Returns whether the call is worth keeping whatever its text is. */
  boolean isKnown(MethodCallExpr call, Sink.Call sink) {
    return sink.otherwise() != null || scope.declares(call.getNameAsString(), call);
  }

  private List<String> owners(MethodCallExpr call) {
    Expression owner = call.getScope().orElse(null);
    if (owner == null) {
      return scope.owners(call.getNameAsString(), call);
    }
    if (owner.isThisExpr() || owner.isSuperExpr()) {
      return scope.enclosing(call);
    }
    String type = null;
    if (owner instanceof NameExpr name) {
      String declared = loggers.typeOf(name);
      type = declared == null ? name.getNameAsString() : declared;
    } else if (owner instanceof FieldAccessExpr field) {
      type = field.toString();
    }
    if (type == null
        || EVERYWHERE.contains(type)
        || !Character.isUpperCase(FileScope.simple(type).charAt(0))) {
      return List.of();
    }
    List<String> candidates = scope.candidates(type, call);
    return Throws.isOfJdk(candidates.get(0)) && candidates.size() == 1 && !isChecker(candidates)
        ? List.of()
        : candidates;
  }

  private static boolean isChecker(List<String> owners) {
    return owners.stream().anyMatch(owner -> CHECKERS.contains(FileScope.simple(owner)));
  }

  private static @Nullable Sink checked(MethodCallExpr call, List<String> owners) {
    String name = call.getNameAsString();
    for (String owner : owners) {
      String simple = FileScope.simple(owner);
      boolean objects = simple.equals("Objects");
      if (CHECKERS.contains(simple)
          && !isOfTests(owner)
          && (!objects || name.equals("requireNonNull"))
          && !name.startsWith("assert")
          && !name.equals("fail")) {
        return new Sink.Throw(List.of(), THROWN.get(name), true, Dialect.PRINTF);
      }
    }
    return null;
  }

  /** What tests assert is another text: expected and actual values are put behind it. */
  private static boolean isOfTests(String owner) {
    return owner.startsWith("org.junit.")
        || owner.startsWith("junit.")
        || owner.startsWith("org.testng.")
        || owner.startsWith("org.hamcrest.");
  }
}
