package dev.mendgate.fixer.rules.guard;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.ThrowStmt;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.analysis.Declarations;
import dev.mendgate.fixer.analysis.Enclosing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Throws what the method's documentation, its throws clause or its other checks promise. */
final class AgreedThrow {
  private static final Pattern PROMISE =
      Pattern.compile("@(?:throws|exception)\\s+([\\w.]+)((?:(?!\\n\\s*\\*?\\s*@)[\\s\\S])*)");
  private static final Pattern FITS =
      Pattern.compile(
          "(?i)index|range|bounds|length|empty|size|invalid|illegal|consisten|malformed|corrupt"
              + "|format|pars|syntax|truncat|negative|position|exist");
  private static final Set<String> OTHERS =
      Set.of("NullPointerException", "RuntimeException", "Exception", "Throwable", "Error");
  private static final double SAME_METHOD = 0.63;
  private static final double DOCUMENTED = 0.7;
  private static final double DOCUMENTED_FOR_ELSE = 0.45;
  private static final double CHECKED = 0.52;

  private final Hazard hazard;
  private final CallableDeclaration<?> method;
  private final Anchor anchor;
  private final Map<String, Draft> drafts = new LinkedHashMap<>();

  private AgreedThrow(Hazard hazard, CallableDeclaration<?> method, Anchor anchor) {
    this.hazard = hazard;
    this.method = method;
    this.anchor = anchor;
  }

  /** Returns at most two drafts, most likely first. */
  static List<Draft> of(Hazard hazard) {
    Optional<CallableDeclaration<?>> method = Enclosing.callable(hazard.use());
    Optional<Anchor> anchor = Anchor.entry(hazard).or(() -> Anchor.before(hazard));
    if (method.isEmpty() || anchor.isEmpty() || !hazard.isRepeatable()) {
      return List.of();
    }
    AgreedThrow search = new AgreedThrow(hazard, method.get(), anchor.get());
    search.thrownElsewhere();
    search.documented();
    search.declared();
    return search.drafts.values().stream()
        .sorted((one, other) -> Double.compare(other.confidence(), one.confidence()))
        .limit(2)
        .toList();
  }

  /** The last of the method's own throw statements before the use that can stand here as it is. */
  private void thrownElsewhere() {
    List<ThrowStmt> fitting =
        method.findAll(ThrowStmt.class).stream()
            .filter(found -> found.getExpression() instanceof ObjectCreationExpr)
            .filter(found -> isOther(type(found)) && standsAlone(found))
            .toList();
    if (fitting.isEmpty()) {
      return;
    }
    ThrowStmt found = fitting.get(fitting.size() - 1);
    for (ThrowStmt one : fitting) {
      found = hazard.file().start(one) < hazard.file().start(hazard.use()) ? one : found;
    }
    String statement = hazard.file().textOf(found);
    boolean once = !statement.contains("\n");
    if (once) {
      add(type(found), statement, SAME_METHOD, "as the method does elsewhere");
    }
  }

  private static String type(ThrowStmt found) {
    return ((ObjectCreationExpr) found.getExpression()).getType().getNameAsString();
  }

  private boolean standsAlone(ThrowStmt found) {
    return found.findAll(NameExpr.class).stream()
        .allMatch(
            name ->
                hazard.types().looksLikeType(name)
                    || Declarations.find(name.getNameAsString(), anchor.statement())
                        .equals(Declarations.find(name.getNameAsString(), name)));
  }

  private void documented() {
    if (!(method instanceof MethodDeclaration named)) {
      return;
    }
    Optional<Javadoc> doc = Javadoc.of(hazard.file(), named);
    Matcher promise = PROMISE.matcher(doc.map(Javadoc::text).orElse(""));
    while (promise.find()) {
      String type = simple(promise.group(1));
      boolean fits = FITS.matcher(promise.group(2)).find();
      if (isOther(type)) {
        creation(type, fits ? DOCUMENTED : DOCUMENTED_FOR_ELSE, "as its documentation says");
      }
    }
  }

  private void declared() {
    method.getThrownExceptions().stream()
        .map(type -> simple(type.asString()))
        .filter(this::isOther)
        .forEach(type -> creation(type, CHECKED, "which it declares"));
  }

  private void creation(String type, double confidence, String why) {
    if (!takesMessage(type)) {
      return;
    }
    String what = hazard.what().replace("`", "").replace("\\", "\\\\").replace("\"", "\\\"");
    String value = hazard.subject() instanceof NameExpr name ? ": \" + " + name : "\"";
    String statement = "throw new " + type + "(\"" + what + value + ");";
    add(type, statement, confidence, why);
  }

  /** Whether the tree, the file or the JDK shows that a message alone makes one. */
  private boolean takesMessage(String type) {
    boolean made =
        hazard.file().unit().findAll(ObjectCreationExpr.class).stream()
            .filter(found -> found.getType().getNameAsString().equals(type))
            .anyMatch(found -> found.getArguments().size() == 1 && isText(found.getArgument(0)));
    return made
        || hazard
            .types()
            .types()
            .platformClass(type, hazard.file())
            .filter(AgreedThrow::hasMessageConstructor)
            .isPresent();
  }

  private static boolean isText(Expression argument) {
    return argument.isStringLiteralExpr()
        || (argument.isBinaryExpr() && argument.findFirst(StringLiteralExpr.class).isPresent());
  }

  private static boolean hasMessageConstructor(Class<?> type) {
    try {
      return Throwable.class.isAssignableFrom(type) && type.getConstructor(String.class) != null;
    } catch (NoSuchMethodException absent) {
      return false;
    }
  }

  private boolean isOther(String type) {
    return !type.equals(hazard.context().failure().simpleType())
        && !type.endsWith("OutOfBoundsException")
        && !OTHERS.contains(type);
  }

  private void add(String type, String statement, double confidence, String why) {
    Draft draft =
        new Draft(
            "Throw %s where %s".formatted(type, hazard.unsafe()),
            "From now on `%s` throws `%s` in that case, %s; callers that are prepared for it see no other exception."
                .formatted(((NodeWithSimpleName<?>) method).getNameAsString(), type, why),
            Risk.LOW,
            confidence,
            qualified(type),
            anchor.guard(hazard.unsafe(), List.of(statement), hazard.style()));
    drafts.merge(
        type + statement,
        draft,
        (one, other) -> one.confidence() >= other.confidence() ? one : other);
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private String qualified(String type) {
    return hazard
        .types()
        .types()
        .platformClass(type, hazard.file())
        .map(Class::getName)
        .or(
            () ->
                hazard
                    .types()
                    .types()
                    .declared(type, hazard.file())
                    .flatMap(found -> found.type().getFullyQualifiedName()))
        .orElse(type);
  }
}
