package dev.mendgate.fixer.rules.recursion;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.analysis.Types.Declared;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Calls the one that was meant, where a method calls itself with what it was given. */
@AutoService(Rule.class)
public final class CallDelegate implements Rule {
  private static final double FIELD = 0.75;
  private static final double SUPER = 0.72;
  private static final double OVERLOAD = 0.6;
  private static final double GETTER = 0.85;

  @Override
  public String name() {
    return "call-delegate";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return Cycle.method(context).stream()
        .flatMap(
            method ->
                Cycle.selfCalls(method).stream()
                    .filter(call -> repeats(call, method))
                    .flatMap(call -> others(context, method, call)))
        .toList();
  }

  private static boolean repeats(MethodCallExpr call, MethodDeclaration method) {
    for (int i = 0; i < call.getArguments().size(); i++) {
      if (!Cycle.isPassedOn(call.getArgument(i), method.getParameter(i))) {
        return false;
      }
    }
    return true;
  }

  private Stream<CandidateFix> others(
      RuleContext context, MethodDeclaration method, MethodCallExpr call) {
    return Types.around(method).stream()
        .flatMap(
            type ->
                Stream.of(
                        property(context, method, call, type),
                        fields(context, method, call, type),
                        parent(context, method, call, type),
                        overloads(context, method, call, type))
                    .flatMap(found -> found));
  }

  /** {@code getName() { return getName(); }} means the field. */
  private Stream<CandidateFix> property(
      RuleContext context, MethodDeclaration method, MethodCallExpr call, TypeDeclaration<?> type) {
    String name = method.getNameAsString().replaceFirst("^(get|is)(?=[A-Z])", "");
    String field = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    if (!method.getParameters().isEmpty()) {
      return Stream.empty();
    }
    return variables(type)
        .filter(found -> found.getNameAsString().equals(field))
        .filter(found -> found.getType().equals(method.getType()))
        .map(found -> fix(context, method, call, found.getNameAsString(), "the field", GETTER));
  }

  private static Stream<VariableDeclarator> variables(TypeDeclaration<?> type) {
    return type.getMembers().stream()
        .filter(FieldDeclaration.class::isInstance)
        .flatMap(member -> ((FieldDeclaration) member).getVariables().stream());
  }

  /** A field of a supertype that declares the same method: the class wraps it. */
  private Stream<CandidateFix> fields(
      RuleContext context, MethodDeclaration method, MethodCallExpr call, TypeDeclaration<?> type) {
    Types types = new Types(context.sources());
    List<String> supers =
        types.withSupertypes(new Declared(context.file(), type)).stream()
            .map(found -> found.type().getNameAsString())
            .toList();
    Stream<String> parents = parents(type).map(ClassOrInterfaceType::getNameAsString);
    List<String> kinds = Stream.concat(supers.stream(), parents).distinct().toList();
    return variables(type)
        .filter(field -> kinds.contains(Types.erase(field.getTypeAsString())))
        .filter(field -> declares(field.getTypeAsString(), method, context))
        .limit(2)
        .map(
            field ->
                fix(
                    context,
                    method,
                    call,
                    field.getNameAsString() + "." + bare(context.file(), call),
                    "the object it wraps",
                    FIELD));
  }

  private Stream<CandidateFix> parent(
      RuleContext context, MethodDeclaration method, MethodCallExpr call, TypeDeclaration<?> type) {
    if (method.isStatic()
        || !(type instanceof ClassOrInterfaceDeclaration declaration)
        || declaration.isInterface()) {
      return Stream.empty();
    }
    boolean inherited =
        declaration.getExtendedTypes().isEmpty()
            ? method.getNameAsString().matches("toString|hashCode|equals")
            : declaration.getExtendedTypes().stream()
                .anyMatch(up -> declares(up.getNameWithScope(), method, context));
    return inherited
        ? Stream.of(
            fix(
                context,
                method,
                call,
                "super." + bare(context.file(), call),
                "the method it overrides",
                SUPER))
        : Stream.empty();
  }

  /** An overload that takes a parameter as another type: reached by a cast to that type. */
  private Stream<CandidateFix> overloads(
      RuleContext context, MethodDeclaration method, MethodCallExpr call, TypeDeclaration<?> type) {
    return type.getMethodsByName(method.getNameAsString()).stream()
        .filter(other -> other != method)
        .filter(other -> other.getParameters().size() == method.getParameters().size())
        .filter(other -> other.getType().equals(method.getType()))
        .filter(other -> differences(method, other) == 1)
        .limit(2)
        .map(other -> overload(context, method, call, other));
  }

  private static long differences(MethodDeclaration one, MethodDeclaration other) {
    long count = 0;
    for (int i = 0; i < one.getParameters().size(); i++) {
      count += sameType(one, other, i) ? 0 : 1;
    }
    return count;
  }

  private static boolean sameType(MethodDeclaration one, MethodDeclaration other, int i) {
    return Types.erase(one.getParameter(i).getTypeAsString())
        .equals(Types.erase(other.getParameter(i).getTypeAsString()));
  }

  private CandidateFix overload(
      RuleContext context, MethodDeclaration method, MethodCallExpr call, MethodDeclaration other) {
    NodeEdits edits = new NodeEdits(context.file());
    for (int i = 0; i < method.getParameters().size(); i++) {
      if (!sameType(method, other, i)) {
        String type = other.getParameter(i).getTypeAsString();
        edits.replace(
            call.getArgument(i), "(" + type + ") " + context.file().textOf(call.getArgument(i)));
      }
    }
    return fix(context, method, edits, "its overload for other types", OVERLOAD);
  }

  private static Stream<ClassOrInterfaceType> parents(TypeDeclaration<?> type) {
    return type instanceof ClassOrInterfaceDeclaration declaration
        ? Stream.concat(
            declaration.getExtendedTypes().stream(), declaration.getImplementedTypes().stream())
        : Stream.empty();
  }

  private static boolean declares(String type, MethodDeclaration method, RuleContext context) {
    Types types = new Types(context.sources());
    int given = method.getParameters().size();
    boolean inTree =
        types.declared(type, context.file()).stream()
            .flatMap(found -> types.withSupertypes(found).stream())
            .flatMap(found -> found.type().getMethodsByName(method.getNameAsString()).stream())
            .anyMatch(found -> found != method && found.getParameters().size() == given);
    return inTree
        || types.platformClass(type, context.file()).stream()
            .flatMap(found -> Arrays.stream(found.getMethods()))
            .anyMatch(
                found ->
                    found.getName().equals(method.getNameAsString())
                        && found.getParameterCount() == given);
  }

  private static String bare(ParsedFile file, MethodCallExpr call) {
    return file.text().substring(file.start(call.getName()), file.end(call));
  }

  private CandidateFix fix(
      RuleContext context,
      MethodDeclaration method,
      MethodCallExpr call,
      String other,
      String what,
      double confidence) {
    return fix(
        context, method, new NodeEdits(context.file()).replace(call, other), what, confidence);
  }

  private CandidateFix fix(
      RuleContext context,
      MethodDeclaration method,
      NodeEdits edits,
      String what,
      double confidence) {
    return new CandidateFix(
        name(),
        "Let %s ask %s instead of itself".formatted(method.getNameAsString(), what),
        ("At %s:%d `%s` calls itself with the very arguments it was given, so it can never end. From now on it"
                + " asks %s; every call that gets there failed before.")
            .formatted(
                context.file().path(), context.site().line(), method.getNameAsString(), what),
        Risk.MEDIUM,
        confidence,
        null,
        Effect.REPAIRS,
        List.of(edits.toFileEdit()));
  }
}
