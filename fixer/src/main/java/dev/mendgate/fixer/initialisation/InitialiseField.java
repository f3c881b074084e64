package dev.mendgate.fixer.initialisation;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.google.auto.service.AutoService;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.Rule;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.NodeEdits;
import dev.mendgate.fixer.field.Assignments;
import dev.mendgate.fixer.field.Field;
import dev.mendgate.fixer.initialisation.Creations.Creation;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Initialises a field at its declaration, or in the constructor that forgets it. */
@AutoService(Rule.class)
public final class InitialiseField implements Rule {
  private static final Set<String> SET_BY_FRAMEWORKS =
      Set.of(
          "Autowired",
          "Captor",
          "EJB",
          "Inject",
          "InjectMocks",
          "Mock",
          "Parameter",
          "PersistenceContext",
          "Resource",
          "Spy",
          "Value");

  @Override
  public String name() {
    return "initialise-field";
  }

  @Override
  public List<CandidateFix> propose(RuleContext context) {
    return NullFields.at(context).stream()
        .filter(found -> !isSetByFramework(found.field()))
        .flatMap(found -> fixes(found, context))
        .toList();
  }

  private Stream<CandidateFix> fixes(NullFields.NullField found, RuleContext context) {
    Assignments assignments = Assignments.of(found.field());
    List<Expression> nulls = NullInConstructors.of(assignments);
    if (!nulls.isEmpty()) {
      return new Creations(found.file(), context.sources())
              .orEmptyArray(found.field().type(), found.dereference())
              .filter(Creation::neutral)
              .map(creation -> insteadOfNull(found, assignments, nulls, creation))
              .stream();
    }
    if (found.field().isFinal()) {
      return Stream.empty();
    }
    if (!assignments.inConstructors().isEmpty()) {
      return new ForgetfulConstructors(found, assignments, context).fix(name()).stream();
    }
    boolean lacksValue = assignments.none() || assignments.onlyInMethods();
    return lacksValue && !assignments.nullIsAState()
        ? new Creations(found.file(), context.sources())
                .of(found.field().type())
                .filter(creation -> creation.neutral() || assignments.none())
                .map(creation -> atDeclaration(found, assignments, creation))
                .stream()
        : Stream.empty();
  }

  private CandidateFix atDeclaration(
      NullFields.NullField found, Assignments assignments, Creation creation) {
    Field field = found.field();
    ParsedFile file = found.file();
    NodeEdits edits = new NodeEdits(file).addAll(creation.imports());
    Optional<Expression> initializer = field.variable().getInitializer();
    if (initializer.isPresent()) {
      edits.replace(initializer.get(), creation.expression());
    } else {
      int end = file.end(field.variable());
      edits.replace(end, end, " = " + creation.expression());
    }
    boolean sure = assignments.none() && field.isPrivate() && creation.neutral();
    return new CandidateFix(
        name(),
        "Initialise " + field.name() + " at its declaration",
        why(field, assignments),
        sure ? Risk.LOW : Risk.MEDIUM,
        confidence(field, assignments, creation),
        null,
        List.of(edits.toFileEdit()));
  }

  private CandidateFix insteadOfNull(
      NullFields.NullField found,
      Assignments assignments,
      List<Expression> nulls,
      Creation creation) {
    NodeEdits edits = new NodeEdits(found.file()).addAll(creation.imports());
    nulls.forEach(value -> edits.replace(value, creation.expression()));
    String name = found.field().name();
    return new CandidateFix(
        name(),
        "Start with an empty " + name + " instead of null",
        "A constructor leaves %s null on purpose, and this code takes it for granted. With the patch it is empty there%s."
            .formatted(
                name,
                assignments.nullIsAState()
                    ? "; the class compares it with null elsewhere, and such a check now sees a value"
                    : ""),
        Risk.MEDIUM,
        assignments.nullIsAState() ? 0.45 : 0.72,
        null,
        List.of(edits.toFileEdit()));
  }

  private static double confidence(Field field, Assignments assignments, Creation creation) {
    if (!creation.neutral()) {
      return 0.4;
    }
    if (!assignments.none()) {
      return 0.55;
    }
    return field.isPrivate() ? 0.9 : 0.65;
  }

  private static String why(Field field, Assignments assignments) {
    if (assignments.none()) {
      return "Nothing in its file gives "
          + field.name()
          + " a value, so it is null whenever it is used."
          + (field.isPrivate() ? "" : " Other classes may set it; they still can.");
    }
    return field.name()
        + " is null until a method sets it, and is used before. With the patch it starts out"
        + " empty; callers that use it too early see no failure any more.";
  }

  private static boolean isSetByFramework(Field field) {
    return field.declaration().getAnnotations().stream()
        .map(AnnotationExpr::getName)
        .anyMatch(name -> SET_BY_FRAMEWORKS.contains(name.getIdentifier()));
  }
}
