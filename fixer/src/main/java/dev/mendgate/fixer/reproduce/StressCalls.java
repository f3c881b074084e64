package dev.mendgate.fixer.reproduce;

import static java.lang.reflect.Modifier.isPublic;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.Reproducer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Attempts that use a shared collection from several threads at once: rounds on fresh instances, a
 * common start, keys of each thread's own, and a comparison with the same calls made in sequence.
 */
final class StressCalls {
  private static final int MOST = 2;
  private static final int SHARED_KEYS = 8;
  private static final int CALLS_PER_READ = 64;
  private static final Pattern COLLECTION_FRAME =
      Pattern.compile(
          "java\\.util\\.(?:\\w*(?:Map|List|Set|Deque|Queue|Collection)|Collections)(?:\\$.*)?");

  private static final Pattern THREAD =
      Pattern.compile("java\\.lang\\.(?:Virtual)?Thread|java\\.util\\.TimerThread");

  private final Failure failure;
  private final Values values;
  private final int level;

  StressCalls(Failure failure, Values values, int level) {
    this.failure = failure;
    this.values = values;
    this.level = level;
  }

  /** Returns whether the failure arose inside a collection, or found one changed under it. */
  static boolean suspects(Failure failure, Frame site) {
    for (Frame frame : failure.frames()) {
      if (frame.equals(site)) {
        break;
      }
      if (COLLECTION_FRAME.matcher(frame.className()).matches()) {
        return true;
      }
    }
    return failure.simpleType().equals("ConcurrentModificationException");
  }

  /**
   * Returns whether the method that failed found no entry in a map which it changes itself, or
   * which it used in a thread that the program had started.
   */
  static boolean suspects(Failure failure, CrashSite site, Target target) {
    if (!failure.simpleType().equals("NullPointerException") || target.distance() != 0) {
      return false;
    }
    boolean threads =
        failure.frames().stream().anyMatch(frame -> THREAD.matcher(frame.className()).matches());
    return SharedField.of(target.owner()).stream()
        .filter(field -> field.isLookedUp(target.callable(), site.line()))
        .anyMatch(field -> threads || field.writers().stream().anyMatch(target.callable()::equals));
  }

  /** Returns attempts on the collections that the target's code uses. */
  List<Attempt> of(Target target) {
    if (level < 8
        || target.isConstructor()
        || !target.owner().visibleFrom(target.owner().packageName())) {
      return List.of();
    }
    List<Attempt> found = new ArrayList<>();
    for (SharedField field : SharedField.of(target.owner())) {
      if (target.implicated().contains(field.name())
          || Flow.names(target.callable()).contains(field.name())) {
        attempts(target, field, found);
      }
    }
    return found.stream().limit(MOST).toList();
  }

  private void attempts(Target target, SharedField field, List<Attempt> to) {
    Optional<Value> receiver =
        values.instances().of(field.owner(), target.implicated(), false, 0).stream().findFirst();
    if (receiver.isEmpty() && !field.isStatic()) {
      return;
    }
    MethodDeclaration writer =
        field.writers().stream()
            .filter(w -> w == target.callable())
            .findFirst()
            .orElse(field.writers().get(0));
    boolean reads = target.callable() != writer && target.callable() instanceof MethodDeclaration;
    List<CallableDeclaration<?>> calls = new ArrayList<>(List.of(writer));
    if (reads && (!field.isStatic() || target.isStatic())) {
      calls.add(target.callable());
    }
    String scope = field.isStatic() ? field.owner().name().mark() : subject(target);
    for (boolean ownKeys : new boolean[] {true, false}) {
      Optional<String> observed =
          field.observables().stream()
              .map(method -> observe(scope, method, writer, ownKeys))
              .flatMap(Optional::stream)
              .findFirst();
      if (ownKeys || (observed.isPresent() && !field.isStatic())) {
        to.add(attempt(target, field, receiver, calls, scope, observed, ownKeys));
      }
    }
  }

  private static String subject(Target target) {
    String name = DirectCalls.variable(target);
    return StressText.VARIABLES.contains(name) ? "subject" : name;
  }

  /** Returns a call that reads a number; by key only where threads share the keys. */
  private Optional<String> observe(
      String scope, MethodDeclaration method, MethodDeclaration writer, boolean ownKeys) {
    if (method.getParameters().isEmpty()) {
      return Optional.of(scope + "." + method.getNameAsString() + "()");
    }
    Optional<Parameter> key = writer.getParameters().stream().filter(this::isKey).findFirst();
    Parameter own = method.getParameter(0);
    boolean sameType = key.filter(k -> k.getType().equals(own.getType())).isPresent();
    return ownKeys || !sameType
        ? Optional.empty()
        : Optional.of(scope + "." + method.getNameAsString() + "(" + oneSharedKey(own) + ")");
  }

  private Attempt attempt(
      Target target,
      SharedField field,
      Optional<Value> receiver,
      List<CallableDeclaration<?>> calls,
      String scope,
      Optional<String> observed,
      boolean ownKeys) {
    String type = field.owner().name().mark();
    StringBuilder body = new StringBuilder(called(scope, calls.get(0), field, ownKeys));
    if (calls.size() > 1) {
      String read = called(scope, calls.get(1), field, ownKeys);
      body.append("if (i % ")
          .append(CALLS_PER_READ)
          .append(" == 0) {\n")
          .append(read.indent(2))
          .append("}\n");
    }
    String parameter = field.isStatic() ? "int round" : type + " " + scope;
    String use =
        ("private static void use(" + parameter + ", int thread, int calls) throws Exception {\n")
            + "  for (int i = 0; i < calls; i++) {\n"
            + body.toString().indent(4)
            + "  }\n}";
    boolean small = calls.size() > 1 || field.isStatic();
    StressText text =
        new StressText(
            field.isStatic()
                ? Optional.empty()
                : Optional.of(type + " %s = " + receiver.orElseThrow().code() + ";"),
            field.isStatic() ? "round" : scope,
            observed,
            exception(),
            small ? 4_000 : 32_000);
    String label = "FromManyThreads" + (ownKeys ? "" : "WithSharedKeys");
    return new Attempt(
        target,
        label,
        List.of(text.body()),
        List.of(use),
        Optional.empty(),
        Reproducer.Kind.STRESS);
  }

  /** Returns the failure's type where a test can name it for sure. */
  private String exception() {
    TypeName type = TypeName.of(failure.exceptionType());
    boolean nameable = TypeResolver.jdk(type).filter(c -> isPublic(c.getModifiers())).isPresent();
    return nameable ? type.mark() : TypeName.mark("java.lang.Throwable");
  }

  private String called(
      String scope, CallableDeclaration<?> callable, SharedField field, boolean ownKeys) {
    String arguments = arguments(callable, ownKeys, field.isStatic());
    return scope + "." + callable.getNameAsString() + "(" + arguments + ");\n";
  }

  private String arguments(CallableDeclaration<?> callable, boolean ownKeys, boolean isStatic) {
    List<String> written = new ArrayList<>();
    boolean keyed = false;
    for (Parameter parameter : callable.getParameters()) {
      if (!keyed && isKey(parameter)) {
        written.add(key(parameter, ownKeys, isStatic));
        keyed = true;
      } else {
        written.add(values.harmless(Instances.type(parameter), callable, 0).code());
      }
    }
    return String.join(", ", written);
  }

  private boolean isKey(Parameter parameter) {
    String type = parameter.getType().asString();
    return !parameter.isVarArgs() && (isNumber(type) || isText(parameter));
  }

  private static boolean isNumber(String type) {
    return type.matches("int|long|Integer|Long");
  }

  private boolean isText(Parameter parameter) {
    return values
        .text()
        .name(parameter.getType(), parameter)
        .filter(name -> name.packageName().equals("java.lang"))
        .filter(name -> name.simple().matches("String|CharSequence|Object|Comparable"))
        .isPresent();
  }

  private static String key(Parameter parameter, boolean own, boolean isStatic) {
    String type = parameter.getType().asString();
    if (!isNumber(type)) {
      String who = isStatic ? "round + \"-\" + thread" : "thread";
      return own ? "\"key-\" + " + who + " + \"-\" + i" : "\"key-\" + i % " + SHARED_KEYS;
    }
    String who = isStatic ? "(round * 4 + thread)" : "thread";
    String number = own ? who + " * 100_000 + i" : "i % " + SHARED_KEYS;
    return isLong(type) ? "(long) (" + number + ")" : number;
  }

  private static String oneSharedKey(Parameter parameter) {
    String type = parameter.getType().asString();
    return isLong(type) ? "0L" : isNumber(type) ? "0" : "\"key-0\"";
  }

  private static boolean isLong(String type) {
    return type.matches("long|Long");
  }
}
