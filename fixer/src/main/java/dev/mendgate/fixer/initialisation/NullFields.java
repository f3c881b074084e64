package dev.mendgate.fixer.initialisation;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.analysis.NullSuspects;
import dev.mendgate.fixer.analysis.Suspect;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.field.Scopes;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the fields that were null when the failure happened. */
final class NullFields {
  private NullFields() {}

  /**
   * A field that was null.
   *
   * @param file file that declares it, which is another than the site's where a getter gave it out
   * @param read expression that read it
   * @param dereference what failed on the value
   * @param weight from 0 to 1: how well the field agrees with the failure
   */
  record NullField(
      Field field, ParsedFile file, Expression read, Node dereference, double weight) {}

  /** Returns the fields that agree best with the failure at a site; none of a lesser weight. */
  static List<NullField> at(RuleContext context) {
    List<Suspect> suspects = NullSuspects.find(context);
    double best = suspects.stream().mapToDouble(Suspect::weight).max().orElse(0);
    List<NullField> fields = new ArrayList<>();
    for (Suspect suspect : suspects) {
      if (suspect.weight() < best) {
        continue;
      }
      origin(suspect, context)
          .filter(
              found ->
                  fields.stream()
                      .noneMatch(other -> other.field().variable() == found.field().variable()))
          .ifPresent(fields::add);
    }
    return List.copyOf(fields);
  }

  private static Optional<NullField> origin(Suspect suspect, RuleContext context) {
    Expression subject = suspect.dereference().subject();
    Node use = suspect.dereference().node();
    Optional<NullField> direct =
        Field.of(subject)
            .map(field -> new NullField(field, context.file(), subject, use, suspect.weight()));
    if (direct.isPresent()) {
      return direct;
    }
    Optional<NullField> inherited = inherited(suspect, context);
    if (inherited.isPresent()) {
      return inherited;
    }
    return subject instanceof MethodCallExpr call
        ? throughGetter(call, suspect, context)
        : throughLocal(subject, suspect, context);
  }

  /** A field of a superclass in another file, to which this file assigns nothing. */
  private static Optional<NullField> inherited(Suspect suspect, RuleContext context) {
    return suspect.dereference().subject() instanceof NameExpr name
            && !isAssigned(name.getNameAsString(), context)
        ? ExpressionTypes.of(context)
            .variable(name)
            .map(Declarations.Variable::node)
            .flatMap(Field::at)
            .flatMap(
                field ->
                    file(field, context)
                        .map(
                            file ->
                                new NullField(
                                    field,
                                    file,
                                    name,
                                    suspect.dereference().node(),
                                    suspect.weight())))
        : Optional.empty();
  }

  private static boolean isAssigned(String name, RuleContext context) {
    return context
        .unit()
        .findFirst(
            AssignExpr.class,
            assign -> assign.getTarget().toString().replace("this.", "").equals(name))
        .isPresent();
  }

  private static Optional<ParsedFile> file(Field field, RuleContext context) {
    return field
        .declaration()
        .findAncestor(TypeDeclaration.class)
        .flatMap(type -> ((TypeDeclaration<?>) type).getFullyQualifiedName())
        .flatMap(context.sources()::declaring)
        .filter(file -> file.unit() == field.declaration().findCompilationUnit().orElse(null));
  }

  private static Optional<NullField> throughLocal(
      Expression subject, Suspect suspect, RuleContext context) {
    return subject instanceof NameExpr name
        ? Scopes.declaration(name.getNameAsString(), name)
            .filter(VariableDeclarator.class::isInstance)
            .flatMap(local -> ((VariableDeclarator) local).getInitializer())
            .flatMap(value -> readBy(value, suspect, context))
        : Optional.empty();
  }

  private static Optional<NullField> readBy(
      Expression value, Suspect suspect, RuleContext context) {
    return Field.of(value)
        .map(
            field ->
                new NullField(
                    field, context.file(), value, suspect.dereference().node(), suspect.weight()));
  }

  /** A method that does nothing but return a field gives the field's null on. */
  private static Optional<NullField> throughGetter(
      MethodCallExpr call, Suspect suspect, RuleContext context) {
    List<ExpressionTypes.Callee> callees = ExpressionTypes.of(context).callees(call);
    return callees.size() == 1
        ? returned(callees.get(0))
            .flatMap(
                value ->
                    Field.of(value)
                        .map(
                            field ->
                                new NullField(
                                    field,
                                    callees.get(0).file(),
                                    value,
                                    suspect.dereference().node(),
                                    suspect.weight())))
        : Optional.empty();
  }

  private static Optional<Expression> returned(ExpressionTypes.Callee callee) {
    return callee
        .method()
        .getBody()
        .filter(body -> body.getStatements().size() == 1)
        .map(body -> body.getStatement(0))
        .filter(ReturnStmt.class::isInstance)
        .flatMap(statement -> ((ReturnStmt) statement).getExpression());
  }
}
