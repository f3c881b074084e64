package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Calls;
import dev.mendgate.fixer.analysis.Conditions;
import dev.mendgate.fixer.analysis.Enclosing;
import dev.mendgate.fixer.analysis.ExpressionTypes;
import dev.mendgate.fixer.analysis.IndexUse;
import dev.mendgate.fixer.analysis.Repeatable;
import dev.mendgate.fixer.analysis.SiteCode;
import dev.mendgate.fixer.analysis.Types;
import dev.mendgate.fixer.rules.bounds.FailedAccess;
import dev.mendgate.fixer.rules.bounds.FailedAccess.Side;
import dev.mendgate.fixer.rules.bounds.SizeNames;
import dev.mendgate.fixer.rules.bounds.SizeQuestions;
import dev.mendgate.fixer.rules.bounds.SizeQuestions.Kind;
import dev.mendgate.fixer.rules.bounds.SizeQuestions.Question;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in the caller's words when an accessor of the project that it calls will fail. */
final class LiftedBounds {
  private static final int MAX = 3;

  private final RuleContext context;
  private final RuleContext inner;

  private LiftedBounds(RuleContext context, RuleContext inner) {
    this.context = context;
    this.inner = inner;
  }

  /** Returns hazards of calls that entered the innermost project frame; none at that frame. */
  static List<Hazard> find(RuleContext context) {
    List<Frame> frames = context.failure().frames();
    int index = frames.indexOf(context.site().frame());
    if (index <= 0 || !FailedAccess.isBounds(context.failure())) {
      return List.of();
    }
    Frame frame = frames.get(index - 1);
    Optional<ParsedFile> file = context.sources().declaring(frame.className());
    if (file.isEmpty()) {
      return List.of();
    }
    CrashSite site =
        new CrashSite(
            file.get().path(), frame.line(), frame, Math.max(0, context.site().depth() - 1));
    LiftedBounds lift =
        new LiftedBounds(
            context, new RuleContext(context.failure(), site, file.get(), context.sources()));
    SiteCode code = SiteCode.at(context.site(), context.file());
    return Calls.to(frame, code).stream()
        .map(Calls.Call::node)
        .filter(MethodCallExpr.class::isInstance)
        .map(MethodCallExpr.class::cast)
        .filter(call -> call.getScope().map(Repeatable::is).orElse(true))
        .flatMap(call -> lift.at(call).stream())
        .filter(hazard -> !hazard.conditions().holdAt(hazard.use()))
        .limit(MAX)
        .toList();
  }

  private List<Hazard> at(MethodCallExpr call) {
    List<Hazard> hazards = new ArrayList<>();
    for (FailedAccess access : FailedAccess.find(inner)) {
      Optional<CallableDeclaration<?>> method = Enclosing.callable(access.use().node());
      if (method.isPresent() && method.get().getParameters().size() == call.getArguments().size()) {
        hazards.addAll(lifted(call, access, method.get()));
      }
    }
    return hazards;
  }

  private List<Hazard> lifted(
      MethodCallExpr call, FailedAccess access, CallableDeclaration<?> method) {
    IndexUse use = access.use();
    Expression index = use.index();
    Optional<Expression> given = argument(index, method, call);
    boolean first = access.side() == Side.EMPTY || index.toString().equals("0");
    if (access.side() == Side.NEGATIVE) {
      return given
          .map(
              value ->
                  hazard(call, value, List.of(value), text(value) + " >= 0", text(value) + " < 0"))
          .map(List::of)
          .orElse(List.of());
    }
    Optional<Expression> container =
        use.container() == null ? Optional.empty() : argument(use.container(), method, call);
    if (container.isPresent()) {
      String size = use.sizeOf(text(container.get()));
      return inBounds(call, container.get(), first ? null : given.orElse(null), size, first, use);
    }
    return use.container() == null ? List.of() : asked(call, access, given, first);
  }

  private List<Hazard> inBounds(
      MethodCallExpr call,
      Expression container,
      @Nullable Expression index,
      String size,
      boolean first,
      IndexUse use) {
    if (index != null) {
      String safe = use.inclusive() ? " <= " : " < ";
      String unsafe = use.inclusive() ? " > " : " >= ";
      return List.of(
          hazard(
              call,
              index,
              List.of(index, container),
              text(index) + safe + size,
              text(index) + unsafe + size));
    }
    return first
        ? List.of(hazard(call, container, List.of(container), size + " > 0", size + " == 0"))
        : List.of();
  }

  private List<Hazard> asked(
      MethodCallExpr call, FailedAccess access, Optional<Expression> given, boolean first) {
    Expression read = access.use().container();
    Optional<Types.Declared> owner = owner(call);
    if (read == null || owner.isEmpty()) {
      return List.of();
    }
    List<Hazard> hazards = new ArrayList<>();
    Types types = new Types(context.sources());
    String scope = call.getScope().map(found -> text(found) + ".").orElse("");
    for (Question question :
        SizeQuestions.of(
            owner.get(), types, read, context.file(), Types.around(call).orElse(null))) {
      hazard(call, scope + question.call(), question.kind(), given, first).ifPresent(hazards::add);
    }
    return hazards;
  }

  private Optional<Hazard> hazard(
      MethodCallExpr call, String asked, Kind kind, Optional<Expression> given, boolean first) {
    Expression subject = call.getScope().orElse(call);
    List<Expression> parts = new ArrayList<>(call.getScope().stream().toList());
    boolean noIndex = call.getArguments().isEmpty();
    if (kind == Kind.SIZE && given.isPresent() && !given.get().toString().equals("0")) {
      Expression index = given.get();
      parts.add(index);
      return Optional.of(
          hazard(call, index, parts, text(index) + " < " + asked, text(index) + " >= " + asked));
    }
    if (!first && !noIndex && given.filter(g -> g.toString().equals("0")).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (kind) {
          case SIZE -> hazard(call, subject, parts, asked + " > 0", asked + " == 0");
          case THERE -> hazard(call, subject, parts, asked, "!" + asked);
          case NOTHING -> hazard(call, subject, parts, "!" + asked, asked);
        });
  }

  /** Returns the argument that a parameter of the inner method stands for, while it keeps it. */
  private static Optional<Expression> argument(
      Expression expression, CallableDeclaration<?> method, MethodCallExpr call) {
    if (!(expression instanceof NameExpr name)
        || SizeNames.isChanged(name.getNameAsString(), method)) {
      return Optional.empty();
    }
    List<Parameter> parameters = method.getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).getNameAsString().equals(name.getNameAsString())) {
        return Optional.of(call.getArgument(i)).filter(Repeatable::is);
      }
    }
    return Optional.empty();
  }

  private Optional<Types.Declared> owner(MethodCallExpr call) {
    Types types = new Types(context.sources());
    if (call.getScope().isEmpty() || call.getScope().get().isThisExpr()) {
      return Types.around(call).map(type -> new Types.Declared(context.file(), type));
    }
    return ExpressionTypes.of(context)
        .of(call.getScope().get())
        .flatMap(type -> types.declared(type, context.file()));
  }

  private Hazard hazard(
      MethodCallExpr call, Expression subject, List<Expression> parts, String safe, String unsafe) {
    String method = call.getNameAsString();
    return new Hazard(
        context,
        Hazard.Kind.BOUNDS,
        subject,
        parts,
        call,
        unsafe,
        safe,
        new Conditions(Set.of(safe), Set.of(unsafe), subject.toString()),
        "`" + unsafe + "`, for which `" + method + "` fails",
        0.95);
  }

  private String text(Expression expression) {
    return context.file().textOf(expression);
  }
}
