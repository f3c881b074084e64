package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import java.util.List;
import java.util.Set;

/**
 * A method or constructor a test can call to get to the crash site.
 *
 * @param owner the type that declares it
 * @param callable what to call
 * @param implicated names of its parameters and of fields from which values flow to the place that
 *     failed
 * @param distance calls between it and the crash site, 0 where it holds the site itself; those that
 *     the trace does not show come after all that it shows
 */
record Target(
    Declared owner, CallableDeclaration<?> callable, Set<String> implicated, int distance) {
  private static final int OFF_TRACE = 1000;

  Target {
    implicated = Set.copyOf(implicated);
  }

  /** Returns a caller that the trace does not show. */
  Target calledBy(Declared type, CallableDeclaration<?> caller, Set<String> names) {
    int level = distance < OFF_TRACE ? OFF_TRACE + distance : distance + 1;
    return new Target(type, caller, names, level);
  }

  boolean inTrace() {
    return distance < OFF_TRACE;
  }

  String name() {
    return callable.getNameAsString();
  }

  List<Parameter> parameters() {
    return callable.getParameters();
  }

  boolean isConstructor() {
    return callable instanceof ConstructorDeclaration;
  }

  boolean isStatic() {
    return callable instanceof MethodDeclaration method && method.isStatic();
  }

  boolean isVarArgs() {
    return !parameters().isEmpty() && parameters().get(parameters().size() - 1).isVarArgs();
  }

  /** Returns whether a null argument needs a cast to choose between overloads. */
  boolean overloaded() {
    long same =
        owner.type().getMembers().stream()
            .filter(member -> member instanceof CallableDeclaration<?>)
            .filter(member -> sameArity((CallableDeclaration<?>) member))
            .count();
    return same > 1;
  }

  private boolean sameArity(CallableDeclaration<?> other) {
    return other.getNameAsString().equals(name())
        && (other.getParameters().size() == parameters().size()
            || isVarArgs()
            || other.getParameters().stream().anyMatch(Parameter::isVarArgs));
  }

  /** Returns whether the parameter may carry the value that failed; all may where none is known. */
  boolean implicates(Parameter parameter) {
    boolean unknown =
        parameters().stream().noneMatch(p -> implicated.contains(p.getNameAsString()));
    return unknown || implicated.contains(parameter.getNameAsString());
  }

  boolean accessible() {
    return owner.visibleFrom(owner.packageName()) && !isPrivate(callable) && !abstractType();
  }

  private boolean abstractType() {
    return isConstructor() && owner.isAbstract();
  }

  private boolean isPrivate(CallableDeclaration<?> declaration) {
    boolean enumConstructor = isConstructor() && owner.type().isEnumDeclaration();
    return declaration.isPrivate() || enumConstructor;
  }

  boolean isPublic() {
    return (callable.isPublic() || owner.isInterface()) && owner.type().isPublic();
  }
}
