package dev.mendgate.fixer.rules.collection;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.type.Type;
import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Calls;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.analysis.ExpressionTypes.Callee;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.field.Assignments;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.field.Scopes;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Follows a collection back to the expressions that may have given it. */
final class Givers {
  private static final int DEPTH = 3;

  private final RuleContext context;
  private final int frame;
  private final List<Giver> found = new ArrayList<>();

  private Givers(RuleContext context) {
    this.context = context;
    this.frame = context.failure().frames().indexOf(context.site().frame());
  }

  /** Returns the givers, most likely first; empty where the code tells nothing. */
  static List<Giver> of(Expression collection, RuleContext context) {
    Givers givers = new Givers(context);
    givers.follow(collection, context.file(), givers.frame, DEPTH);
    return List.copyOf(givers.found);
  }

  private void follow(Expression expression, ParsedFile file, int at, int depth) {
    Expression plain = Refused.plain(expression);
    if (depth == 0) {
      return;
    }
    Optional<Field> field = Field.of(plain);
    if (field.isPresent()) {
      ofField(field.get(), file);
    } else if (plain instanceof NameExpr name) {
      Scopes.declaration(name.getNameAsString(), name)
          .ifPresent(declared -> ofVariable(declared, name, file, at, depth));
    } else if (plain instanceof MethodCallExpr call) {
      callees(call, file).forEach(callee -> returned(callee, depth));
    }
  }

  private void ofVariable(Node declared, NameExpr name, ParsedFile file, int at, int depth) {
    if (declared instanceof Parameter parameter) {
      argument(parameter, at).ifPresent(passed -> ofArgument(passed, parameter, depth));
    } else if (declared instanceof VariableDeclarator local) {
      values(local, name).forEach(value -> ofLocal(value, local, file, at, depth));
    }
  }

  private void ofLocal(
      Expression value, VariableDeclarator local, ParsedFile file, int at, int depth) {
    if (Copy.isFixed(value)) {
      add(file, value, local.getType(), 0.85, "`%s` refuses changes.".formatted(value));
      return;
    }
    int before = found.size();
    follow(value, file, at, depth - 1);
    boolean traced = found.size() > before;
    if (value instanceof MethodCallExpr && !isChanged(value)) {
      String why =
          "What `%s` gives refuses changes. With the patch the method changes a copy of its own; what others see of the original stays as it is.";
      add(file, value, local.getType(), traced ? 0.7 : 0.6, why.formatted(value));
    }
  }

  /** A view of a map is changed for the map's sake; a copy would make nothing of it. */
  private static boolean isChanged(Expression value) {
    return value instanceof MethodCallExpr call
        && call.getArguments().isEmpty()
        && List.of("keySet", "values", "entrySet").contains(call.getNameAsString());
  }

  private void ofField(Field field, ParsedFile file) {
    List<Expression> values =
        Stream.concat(
                field.variable().getInitializer().stream(),
                Assignments.of(field).all().stream().map(AssignExpr::getValue))
            .filter(value -> Copy.isFixed(value) || isParameter(value))
            .toList();
    if (values.isEmpty()) {
      return;
    }
    boolean fixed = values.stream().allMatch(Copy::isFixed);
    boolean given = values.stream().noneMatch(Copy::isFixed);
    String why =
        fixed
            ? "`%s` is set to a collection that refuses changes."
            : "`%s` keeps a collection that somebody else made and that may refuse changes. With the patch the object has one of its own: what it changes, the caller no longer sees, and the other way round.";
    String written = why.formatted(field.name());
    if (known(values.get(0))) {
      return;
    }
    found.add(new Giver(file, values, field.type(), fixed ? 0.85 : given ? 0.76 : 0.8, written));
  }

  private static boolean isParameter(Expression value) {
    return value instanceof NameExpr name
        && Scopes.declaration(name.getNameAsString(), name)
            .filter(Parameter.class::isInstance)
            .isPresent();
  }

  private void returned(Callee callee, int depth) {
    MethodDeclaration method = callee.method();
    for (ReturnStmt exit : method.findAll(ReturnStmt.class)) {
      Optional<Expression> value = exit.getExpression();
      if (value.filter(Copy::isFixed).isPresent()) {
        String why = "`%s` returns a collection that refuses changes, and its caller changes it.";
        add(
            callee.file(),
            value.get(),
            method.getType(),
            0.62,
            why.formatted(method.getNameAsString()));
      } else {
        value.ifPresent(given -> follow(given, callee.file(), -1, depth - 1));
      }
    }
  }

  /**
   * An argument of the call that handed the collection in.
   *
   * @param frame index of the frame that holds the call
   */
  private record Passed(Expression value, ParsedFile file, int frame) {}

  private Optional<Passed> argument(Parameter parameter, int at) {
    List<Frame> frames = context.failure().frames();
    if (at < 0
        || at + 1 >= frames.size()
        || !(parameter.getParentNode().orElse(null) instanceof CallableDeclaration<?> callee)) {
      return Optional.empty();
    }
    int position = callee.getParameters().indexOf(parameter);
    Frame caller = frames.get(at + 1);
    Optional<ParsedFile> file = context.sources().declaring(caller.className());
    boolean usable =
        file.isPresent() && caller.line() > 0 && caller.line() <= file.get().lines().count();
    if (!usable) {
      return Optional.empty();
    }
    CrashSite site = new CrashSite(file.get().path(), caller.line(), caller, 0);
    return Calls.to(frames.get(at), SiteCode.at(site, file.get())).stream()
        .filter(call -> call.arguments().size() == callee.getParameters().size())
        .findFirst()
        .map(call -> new Passed(call.arguments().get(position), file.get(), at + 1));
  }

  private void ofArgument(Passed passed, Parameter parameter, int depth) {
    Expression value = passed.value();
    if (Copy.isFixed(value)) {
      String why = "`%s` refuses changes, and the method it is passed to changes it.";
      add(passed.file(), value, parameter.getType(), 0.7, why.formatted(value));
    } else {
      follow(value, passed.file(), passed.frame(), depth - 1);
    }
  }

  private Stream<Callee> callees(MethodCallExpr call, ParsedFile file) {
    return new ExpressionTypes(file, new Types(context.sources())).callees(call).stream().limit(2);
  }

  /** Returns what a local may hold before a use: its start value and all that is assigned to it. */
  private static Stream<Expression> values(VariableDeclarator local, NameExpr use) {
    Stream<Expression> assigned =
        use.findAncestor(CallableDeclaration.class).stream()
            .flatMap(method -> ((Node) method).findAll(AssignExpr.class).stream())
            .filter(assign -> assign.getTarget().toString().equals(local.getNameAsString()))
            .map(AssignExpr::getValue);
    return Stream.concat(local.getInitializer().stream(), assigned)
        .filter(value -> !(value instanceof ObjectCreationExpr));
  }

  private void add(ParsedFile file, Expression value, Type type, double confidence, String why) {
    if (!known(value)) {
      found.add(new Giver(file, List.of(value), type, confidence, why));
    }
  }

  private boolean known(Expression value) {
    return found.stream()
        .anyMatch(giver -> giver.values().stream().anyMatch(other -> other == value));
  }
}
