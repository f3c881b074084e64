package dev.mendgate.fixer.concurrency;

import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.field.DeclaredType;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.field.Portable;
import dev.mendgate.fixer.source.ParsedFile;
import dev.mendgate.fixer.source.SourceAge;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Gives each thread its own of a format or calendar that bears only one. */
@AutoService(Rule.class)
public final class ThreadUnsafeFormat implements Rule {
  private static final Set<String> FORMATS =
      Set.of(
          "DateFormat",
          "SimpleDateFormat",
          "NumberFormat",
          "DecimalFormat",
          "ChoiceFormat",
          "MessageFormat");
  private static final Set<String> CALENDARS = Set.of("Calendar", "GregorianCalendar");
  // What one thread alone never gets from them: a text they can't read is a ParseException.
  private static final Set<String> FAILURES =
      Set.of(
          "NumberFormatException",
          "ArrayIndexOutOfBoundsException",
          "StringIndexOutOfBoundsException",
          "NegativeArraySizeException");

  @Override
  public String name() {
    return "thread-unsafe-format";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    boolean torn = FAILURES.contains(context.failure().simpleType()) && isInside(context);
    boolean told = context.failure().exceptionType().isEmpty();
    return context.site().depth() == 0 && (torn || told)
        ? used(context)
            .flatMap(
                field ->
                    fix(
                        field,
                        context.file(),
                        torn ? 0.9 : 0.5,
                        torn ? "It fails in this way only when threads use it at once. " : "")
                        .stream())
            .limit(1)
            .toList()
        : List.of();
  }

  /** Finds static formats and calendars of a file that methods use without a lock. */
  public List<Weakness> in(ParsedFile file) {
    return file.unit().findAll(FieldDeclaration.class).stream()
        .flatMap(declaration -> declaration.getVariables().stream())
        .flatMap(variable -> Field.at(variable).stream())
        .filter(Field::isStatic)
        .filter(field -> calls(field).anyMatch(call -> isUnlocked(call)))
        .flatMap(
            field ->
                fix(field, file, 0.8, "").map(fix -> new Weakness(field.variable(), fix)).stream())
        .toList();
  }

  private static boolean isInside(RuleContext context) {
    List<Frame> frames = context.failure().frames();
    int index = frames.indexOf(context.site().frame());
    return index > 0
        && frames
            .get(index - 1)
            .className()
            .matches("java\\.text\\.\\w*Format|java\\.util\\.\\w*Calendar")
        && frames.subList(0, index).stream()
            .allMatch(frame -> frame.className().matches("(java|jdk|sun)\\..*"));
  }

  private static Stream<Field> used(RuleContext context) {
    return SiteCode.at(context.site(), context.file()).nodes(MethodCallExpr.class).stream()
        .flatMap(call -> call.getScope().stream())
        .flatMap(scope -> Field.of(scope).stream());
  }

  private Optional<CandidateFix> fix(
      Field field, ParsedFile file, double confidence, String evidence) {
    String type = DeclaredType.simpleName(field.type());
    boolean format = FORMATS.contains(type);
    if (!format && !CALENDARS.contains(type)) {
      return Optional.empty();
    }
    Optional<NodeEdits> own = perThread(field, file);
    if (own.isPresent()) {
      return own.map(edits -> fix(field, type, evidence, confidence, true, edits));
    }
    return format && calls(field).anyMatch(call -> isUnlocked(call))
        ? Optional.of(fix(field, type, evidence, confidence * 0.95, false, copies(field, file)))
        : Optional.empty();
  }

  private CandidateFix fix(
      Field field, String type, String evidence, double confidence, boolean own, NodeEdits edits) {
    String how =
        own
            ? "With the patch each thread has one of its own, made when it first asks."
            : "With the patch each call works on a copy, which leaves what the field holds alone.";
    return new CandidateFix(
        name(),
        own
            ? "Give each thread its own " + field.name()
            : "Use a copy of " + field.name() + " in each call",
        "`%s` is a %s that threads share, and a %s keeps what it works on in itself: two at once get each other's values or fail. %s%s"
            .formatted(field.name(), type, type, evidence, how),
        Risk.LOW,
        confidence,
        null,
        List.of(edits.toFileEdit()));
  }

  /** Returns the edits to a {@code ThreadLocal}; empty where others name the field or set it up. */
  private static Optional<NodeEdits> perThread(Field field, ParsedFile file) {
    Optional<Expression> value = field.variable().getInitializer();
    boolean possible =
        value.isPresent()
            && field.isPrivate()
            && field.isStatic()
            && field.declaration().getVariables().size() == 1
            && field.type().asClassOrInterfaceType().getTypeArguments().isEmpty()
            && SourceAge.of(file).hasLambda()
            && isSelfContained(value.get())
            && field.references().stream().allMatch(ThreadUnsafeFormat::isPlainUse);
    if (!possible) {
      return Optional.empty();
    }
    NodeEdits edits = new NodeEdits(file);
    String type = file.textOf(field.type());
    edits.replace(field.type(), "ThreadLocal<" + type + ">");
    edits.replace(value.get(), "ThreadLocal.withInitial(() -> " + file.textOf(value.get()) + ")");
    field.references().forEach(use -> edits.replace(file.end(use), file.end(use), ".get()"));
    return Optional.of(edits);
  }

  private static boolean isSelfContained(Expression value) {
    return Portable.fromAnywhere(value)
        || (value instanceof MethodCallExpr call
            && call.getNameAsString().matches("get\\w*Instance")
            && call.findAll(NameExpr.class).stream().allMatch(name -> Field.of(name).isEmpty()));
  }

  private static boolean isPlainUse(Expression use) {
    return use.findAncestor(InitializerDeclaration.class).isEmpty()
        && use.findAncestor(MethodDeclaration.class).isPresent()
        && !(use.getParentNode().orElse(null) instanceof AssignExpr)
        && use.findAncestor(SynchronizedStmt.class).isEmpty();
  }

  private static NodeEdits copies(Field field, ParsedFile file) {
    NodeEdits edits = new NodeEdits(file);
    String type = file.textOf(field.type());
    calls(field)
        .filter(ThreadUnsafeFormat::isUnlocked)
        .map(call -> call.getScope().orElseThrow())
        .forEach(
            scope -> edits.replace(scope, "((%s) %s.clone())".formatted(type, file.textOf(scope))));
    return edits;
  }

  /** Returns the calls that work with the format; those that set it up are none. */
  private static Stream<MethodCallExpr> calls(Field field) {
    return field.references().stream()
        .flatMap(use -> use.getParentNode().stream())
        .filter(MethodCallExpr.class::isInstance)
        .map(MethodCallExpr.class::cast)
        .filter(call -> call.getScope().filter(field::isNamedBy).isPresent())
        .filter(call -> !call.getNameAsString().equals("clone"));
  }

  private static boolean isUnlocked(MethodCallExpr call) {
    return call.findAncestor(SynchronizedStmt.class).isEmpty()
        && call.getNameAsString().matches("parse\\w*|format\\w*|get\\w*|set\\w*|add|roll")
        && call.findAncestor(InitializerDeclaration.class).isEmpty()
        && call.findAncestor(TypeDeclaration.class).isPresent()
        && call.findAncestor(MethodDeclaration.class)
            .filter(method -> !method.isSynchronized())
            .isPresent();
  }
}
