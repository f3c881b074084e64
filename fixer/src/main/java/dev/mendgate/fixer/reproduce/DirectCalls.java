package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Attempts that build a receiver and arguments from nothing and call the target. */
final class DirectCalls {
  private static final int MOST_RECEIVERS = 5;
  private static final int MOST_FIRST_STEPS = 4;

  private final Values values;
  private final Clues clues;

  DirectCalls(Values values, Clues clues) {
    this.values = values;
    this.clues = clues;
  }

  /** Returns attempts, likely ones first. */
  List<Attempt> of(Target target, int most) {
    if (target.owner().type() instanceof AnnotationDeclaration) {
      return List.of();
    }
    List<List<Value>> arguments = arguments(target, most);
    if (target.isConstructor()) {
      return arguments.stream().map(a -> construct(target, a)).flatMap(List::stream).toList();
    }
    if (target.isStatic()) {
      String scope = target.owner().name().mark();
      return arguments.stream()
          .map(a -> Attempt.call(target, label(a), List.of(call(scope, target, a) + ";")))
          .toList();
    }
    return onInstances(target, arguments, most);
  }

  private List<Attempt> construct(Target target, List<Value> arguments) {
    if (target.owner().inner()) {
      return List.of();
    }
    String code = "new " + target.owner().name().mark() + "(" + list(target, arguments) + ");";
    return List.of(Attempt.call(target, label(arguments), List.of(code)));
  }

  private List<Attempt> onInstances(Target target, List<List<Value>> arguments, int most) {
    List<Value> receivers =
        values.instances().of(target.owner(), target.implicated(), false, 0).stream()
            .limit(MOST_RECEIVERS)
            .toList();
    List<List<Attempt>> byReceiver = new ArrayList<>();
    for (Value receiver : receivers) {
      List<Attempt> plain = new ArrayList<>();
      for (List<Value> argument : arguments) {
        plain.add(onInstance(target, receiver, argument, List.of(), 1));
      }
      byReceiver.add(plain);
    }
    List<List<Attempt>> sequences = new ArrayList<>();
    for (Value receiver : receivers.stream().limit(3).toList()) {
      sequences.add(sequences(target, receiver, arguments));
    }
    List<Attempt> plain = Combos.interleave(byReceiver, most);
    return Combos.twoToOne(plain, Combos.interleave(sequences, most));
  }

  /** Returns calls after one other call on the receiver, and the same call repeated. */
  private List<Attempt> sequences(Target target, Value receiver, List<List<Value>> arguments) {
    List<Attempt> found = new ArrayList<>();
    for (MethodDeclaration step : firstSteps(target)) {
      Target first = new Target(target.owner(), step, Set.of(), 0);
      List<List<Value>> given = arguments(first, 2);
      for (List<Value> values : given) {
        String call = call("%s", first, values) + ";";
        for (List<Value> argument : arguments.subList(0, Math.min(2, arguments.size()))) {
          found.add(onInstance(target, receiver, argument, List.of(call), 1));
        }
      }
    }
    boolean stateful = target.owner().type().getFields().stream().anyMatch(f -> !f.isStatic());
    for (List<Value> argument :
        arguments.subList(0, stateful ? Math.min(2, arguments.size()) : 0)) {
      found.add(onInstance(target, receiver, argument, List.of(), 2));
      found.add(onInstance(target, receiver, argument, List.of(), 3));
    }
    return found;
  }

  /** Returns methods that touch a field the failure may come from, few parameters first. */
  private static List<MethodDeclaration> firstSteps(Target target) {
    Set<String> fields = new java.util.HashSet<>();
    target
        .owner()
        .type()
        .getFields()
        .forEach(f -> f.getVariables().forEach(v -> fields.add(v.getNameAsString())));
    Set<String> reads = Flow.names(target.callable());
    fields.removeIf(field -> !target.implicated().contains(field) && !reads.contains(field));
    return target.owner().type().getMethods().stream()
        .filter(m -> !m.isPrivate() && !m.isStatic() && !m.isAbstract() && m != target.callable())
        .filter(m -> m.getTypeParameters().isEmpty() && m.getParameters().size() <= 2)
        .filter(m -> Flow.names(m).stream().anyMatch(fields::contains))
        .filter(
            m -> m.getType().isVoidType() || !m.getNameAsString().matches("(get|is|has|to)[A-Z].*"))
        .sorted(Comparator.comparingInt(m -> m.getParameters().size()))
        .limit(MOST_FIRST_STEPS)
        .toList();
  }

  private Attempt onInstance(
      Target target, Value receiver, List<Value> arguments, List<String> before, int times) {
    String type = target.owner().name().mark();
    String name = variable(target);
    List<String> statements = new ArrayList<>();
    statements.add(type + " " + name + " = " + receiver.code() + ";");
    before.forEach(step -> statements.add(step.replace("%s", name)));
    for (int i = 0; i < times; i++) {
      statements.add(call(name, target, arguments) + ";");
    }
    String label = arguments.isEmpty() ? "" : label(arguments);
    return Attempt.call(target, times > 1 ? label + "Repeated" : label, statements);
  }

  static String variable(Target target) {
    String simple = target.owner().name().simple();
    String name = JavaText.decapitalised(simple);
    return javax.lang.model.SourceVersion.isKeyword(name) || name.equals(simple)
        ? "the" + simple
        : name;
  }

  private String call(String scope, Target target, List<Value> arguments) {
    return scope + "." + target.name() + "(" + list(target, arguments) + ")";
  }

  private String list(Target target, List<Value> arguments) {
    List<String> written = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Parameter parameter = target.parameters().get(i);
      boolean ambiguous = target.overloaded() || parameter.isVarArgs();
      String cast = "(" + values.text().erased(Instances.type(parameter), target.callable()) + ") ";
      Value value = arguments.get(i);
      written.add(value.isNull() && ambiguous ? cast + "null" : value.code());
    }
    return String.join(", ", written);
  }

  /** Returns a name for the arguments: those that are special, else nothing. */
  private static String label(List<Value> arguments) {
    List<String> labels = arguments.stream().map(Value::label).distinct().limit(2).toList();
    return labels.isEmpty() ? "" : "With" + String.join("And", labels);
  }

  /** Returns argument lists: one suspect hostile at a time, and all of them together. */
  List<List<Value>> arguments(Target target, int most) {
    List<Parameter> parameters = target.parameters();
    if (parameters.isEmpty()) {
      return List.of(List.of());
    }
    List<Parameter> suspects = parameters.stream().filter(target::implicates).toList();
    List<Parameter> named = suspects.stream().filter(this::isNamedNull).toList();
    if (!named.isEmpty()) {
      List<List<Value>> surely = combos(target, named, most);
      return Combos.joined(surely, combos(target, suspects, most)).stream().limit(most).toList();
    }
    List<List<List<Value>>> scenarios = new ArrayList<>();
    if (clues.isBounds()) {
      scenarios.add(combos(target, suspects, most));
    }
    for (Parameter suspect : suspects) {
      scenarios.add(combos(target, List.of(suspect), most));
    }
    scenarios.add(combos(target, suspects, most));
    return Combos.interleave(scenarios, most);
  }

  /** Returns whether the message says that this parameter, or something in it, was null. */
  private boolean isNamedNull(Parameter parameter) {
    String name = Pattern.quote(parameter.getNameAsString());
    return clues.nullNames().stream().anyMatch(text -> text.matches(name + "\\b.*"));
  }

  private List<List<Value>> combos(Target target, List<Parameter> hostile, int most) {
    List<List<Value>> choices = new ArrayList<>();
    for (Parameter parameter : target.parameters()) {
      choices.add(
          values.of(Instances.type(parameter), target.callable(), hostile.contains(parameter), 0));
    }
    return Combos.cheapest(choices, most);
  }
}
