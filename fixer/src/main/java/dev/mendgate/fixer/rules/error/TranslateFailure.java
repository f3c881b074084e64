package dev.mendgate.fixer.rules.error;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.Statement;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Effect;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.ForeignCall;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.Imports;
import dev.mendgate.fixer.edit.Imports.TypeUse;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells the caller of bad input by the exception the method promises, not by the JDK's. */
@AutoService(Rule.class)
public final class TranslateFailure implements Rule {
  private static final int MAX_DEPTH = 2;
  private static final int MAX_FIXES = 2;
  private static final double OUTER = 0.8;
  private static final double CODE = 0.8;

  @Override
  public String name() {
    return "translate-failure";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    if (context.site().depth() > MAX_DEPTH || !Failures.isAboutValue(context)) {
      return List.of();
    }
    SiteCode code = SiteCode.at(context.site(), context.file());
    Set<String> failing = Failures.kinds(context.failure().exceptionType());
    return code.nodes().stream()
        .flatMap(node -> Enclosing.listed(node).stream())
        .filter(statement -> begins(statement, context))
        .findFirst()
        .filter(statement -> !TryCatch.isCaught(statement, failing))
        .map(statement -> fixes(context, statement, failing))
        .orElse(List.of());
  }

  private static boolean begins(Statement statement, RuleContext context) {
    int line = context.site().line();
    return statement
        .getRange()
        .filter(at -> at.begin.line <= line && line <= at.end.line)
        .isPresent();
  }

  private List<CandidateFix> fixes(RuleContext context, Statement statement, Set<String> failing) {
    Optional<CallableDeclaration<?>> method = Enclosing.callable(statement);
    Optional<TryCatch> wrapping = TryCatch.around(context.file(), statement);
    if (method.isEmpty() || wrapping.isEmpty()) {
      return List.of();
    }
    boolean innermost = ForeignCall.isInnermost(context);
    boolean assume = innermost && assumesArgument(context, method.get());
    List<CandidateFix> fixes = new ArrayList<>();
    for (Promise promise : Promise.of(context.file(), method.get(), failing, assume)) {
      Creation.of(promise.type(), context.file(), context)
          .map(creation -> fix(context, wrapping.get(), method.get(), promise, creation))
          .ifPresent(fixes::add);
    }
    return fixes.stream().limit(MAX_FIXES).toList();
  }

  /** Without a promise, an argument is to blame only where the JDK's exception cannot say so. */
  private static boolean assumesArgument(RuleContext context, CallableDeclaration<?> method) {
    return !method.getParameters().isEmpty()
        && (context.failure().simpleType().equals("ArrayStoreException")
            || context.failure().simpleType().equals("NegativeArraySizeException")
            || context.failure().simpleType().equals("ArrayIndexOutOfBoundsException")
            || context.failure().simpleType().equals("ClassCastException"));
  }

  private CandidateFix fix(
      RuleContext context,
      TryCatch wrapping,
      CallableDeclaration<?> method,
      Promise promise,
      Creation creation) {
    ParsedFile file = context.file();
    TypeUse caught = Imports.use(context.failure().exceptionType(), file, context.sources());
    String parameter = wrapping.parameter();
    String message = "\"" + what(method) + ": \" + " + parameter + ".getMessage()";
    List<TextEdit> edits = new ArrayList<>(caught.edits());
    edits.add(
        wrapping.with(
            caught.name(),
            parameter,
            List.of(creation.thrown(promise.type(), message, parameter))));
    String thrown = qualified(promise.type(), context);
    return new CandidateFix(
        name(),
        "Throw %s from %s instead of %s"
            .formatted(promise.type(), method.getNameAsString(), context.failure().simpleType()),
        ("At %s:%d a value fails that came in from outside, and its %s passes through `%s` as it is. From now"
                + " on callers get a %s with that one as its cause, because %s; those who caught the former"
                + " exception must catch this one.")
            .formatted(
                file.path(),
                context.site().line(),
                context.failure().simpleType(),
                method.getNameAsString(),
                promise.type(),
                promise.why()),
        Risk.LOW,
        promise.confidence() * (ForeignCall.isInnermost(context) ? 1 : OUTER) * likeliness(context),
        thrown,
        Effect.THROWS,
        List.of(new FileEdit(file.path(), file.text(), edits)));
  }

  /** An index or a cast is more often wrong in the code than the input is. */
  private static double likeliness(RuleContext context) {
    boolean own = ForeignCall.frame(context).isEmpty();
    String failed = context.failure().simpleType();
    return failed.contains("Index") || (own && failed.equals("ClassCastException")) ? CODE : 1;
  }

  static String qualified(String type, RuleContext context) {
    Types types = new Types(context.sources());
    return types
        .declared(type, context.file())
        .flatMap(found -> found.type().getFullyQualifiedName())
        .or(() -> types.platformClass(type, context.file()).map(Class::getName))
        .orElse(type);
  }

  /** Returns what failed, in the words of the code. */
  private static String what(CallableDeclaration<?> method) {
    String name = method.getNameAsString();
    return method instanceof MethodDeclaration ? name + " failed" : "Cannot create " + name;
  }
}
