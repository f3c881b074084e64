package dev.mendgate.fixer.habit;

import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.edit.Imports;
import dev.mendgate.fixer.habit.Guard.Kind;
import dev.mendgate.fixer.habit.Guard.Shape;
import dev.mendgate.fixer.habit.Habits.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes an explicit error the way the code around does. */
public final class ThrowIdioms {
  private static final Pattern CREATION =
      Pattern.compile(
          "([\\w.]+)\\(\\s*(\"(?:[^\"\\\\]|\\\\.)*+\")\\s*(\\)|\\+.*+|,.*+)", Pattern.DOTALL);
  private static final Pattern CALL =
      Pattern.compile("([\\w.]+)\\(\\s*\\w+\\s*(?:,(.*))?\\)", Pattern.DOTALL);
  private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
  private static final double ENOUGH = 1.5;

  private final RuleContext context;
  private final ThrownTypes types;
  private final String subject;
  private final String message;

  private ThrowIdioms(RuleContext context, String subject, String message) {
    this.context = context;
    this.types = new ThrownTypes(context.sources());
    this.subject = subject;
    this.message = message;
  }

  /**
   * Returns the idiom used most near an offset of the site's file; empty where the code around has
   * none that can be written there, or where it would throw what is thrown already.
   *
   * @param subject what is wrong, as source
   * @param argument whether an argument is to blame, not the object's state
   * @param message says what is wrong, for where the code around has no wording of its own; without
   *     quotes
   */
  public static Optional<ThrowIdiom> find(
      RuleContext context,
      Kind kind,
      String subject,
      boolean argument,
      String message,
      int offset) {
    ThrowIdioms search = new ThrowIdioms(context, subject, message);
    Map<String, Tally> tallies = new HashMap<>();
    for (Seen seen : context.habits().near(context.file(), offset)) {
      if (seen.guard().kind() == kind && seen.guard().isError()) {
        search
            .key(seen, argument)
            .ifPresent(key -> tallies.computeIfAbsent(key, k -> new Tally()).add(seen));
      }
    }
    return tallies.values().stream()
        .filter(tally -> tally.weight >= ENOUGH)
        .sorted((one, other) -> Double.compare(other.weight, one.weight))
        .flatMap(tally -> search.written(tally).stream())
        .findFirst();
  }

  private static final class Tally {
    private final List<Seen> seen = new ArrayList<>();
    private double weight;

    void add(Seen one) {
      seen.add(one);
      weight += one.weight();
    }
  }

  /** What counts as the same idiom: the exception, or the method that is called. */
  private Optional<String> key(Seen seen, boolean argument) {
    boolean thrown = seen.guard().shape() == Shape.THROW;
    Matcher matcher = (thrown ? CREATION : CALL).matcher(seen.guard().answer());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String name = matcher.group(1);
    String other = argument ? "IllegalStateException" : "IllegalArgumentException";
    boolean fits = !name.equals(other) && !name.equals(context.failure().simpleType());
    return fits ? Optional.of((thrown ? "throw " : "") + name) : Optional.empty();
  }

  private Optional<ThrowIdiom> written(Tally tally) {
    return tally.seen.get(0).guard().shape() == Shape.THROW ? thrown(tally) : called(tally);
  }

  private Optional<ThrowIdiom> thrown(Tally tally) {
    Seen first = tally.seen.get(0);
    String name = first.guard().answer().substring(0, first.guard().answer().indexOf('('));
    Optional<String> type = types.qualified(name, first.path()).filter(types::isUnchecked);
    if (type.isEmpty() || type.get().equals(context.failure().exceptionType())) {
      return Optional.empty();
    }
    Imports.TypeUse use = Imports.use(type.get(), context.file(), context.sources());
    String statement = "throw new %s(%s);".formatted(use.name(), wording(tally));
    return Optional.of(
        new ThrowIdiom(statement, false, type.get(), use.edits(), tally.seen.size()));
  }

  private Optional<ThrowIdiom> called(Tally tally) {
    Seen first = tally.seen.get(0);
    Matcher call = CALL.matcher(first.guard().answer());
    if (!call.matches() || !subject.matches("[\\w.()]+")) {
      return Optional.empty();
    }
    String name = call.group(1);
    int dot = name.lastIndexOf('.');
    String method = name.substring(dot + 1);
    Optional<String> owner =
        dot < 0
            ? ThrownTypes.ownerOfPlainCall(context.file(), method)
            : types.qualified(name.substring(0, dot), first.path());
    int arguments = call.group(2) == null ? 1 : 1 + call.group(2).split("\",").length;
    Optional<String> thrown = owner.flatMap(found -> types.thrownBy(found, method, arguments));
    if (thrown.isEmpty()
        || thrown.get().equals(context.failure().exceptionType())
        || !types.isUnchecked(thrown.get())) {
      return Optional.empty();
    }
    Imports.TypeUse use =
        dot < 0
            ? new Imports.TypeUse("", List.of())
            : Imports.use(owner.orElseThrow(), context.file(), context.sources());
    String rest =
        call.group(2) == null
            ? ""
            : ", "
                + LITERAL
                    .matcher(call.group(2).strip())
                    .replaceFirst(Matcher.quoteReplacement(wording(tally)));
    String scope = dot < 0 ? "" : use.name() + ".";
    return Optional.of(
        new ThrowIdiom(
            scope + method + "(" + subject + rest + ");",
            true,
            thrown.get(),
            use.edits(),
            tally.seen.size()));
  }

  /** The literal used most, with our subject for theirs; our own words where none names its own. */
  private String wording(Tally tally) {
    Map<String, Double> patterns = new HashMap<>();
    for (Seen seen : tally.seen) {
      Matcher literal = LITERAL.matcher(seen.guard().answer());
      Pattern theirs =
          Pattern.compile("(?<!\\w)" + Pattern.quote(seen.guard().subject()) + "(?!\\w)");
      boolean whole = !seen.guard().answer().contains("+");
      if (whole
          && !seen.guard().subject().isEmpty()
          && literal.find()
          && theirs.matcher(literal.group()).find()) {
        String pattern =
            theirs.matcher(literal.group()).replaceAll(Matcher.quoteReplacement("\u0001"));
        patterns.merge(pattern, seen.weight(), Double::sum);
      }
    }
    String name = subject.replace("\\", "\\\\").replace("\"", "\\\"");
    return patterns.entrySet().stream()
        .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(found -> found.getKey().replace("\u0001", name))
        .orElse("\"" + message.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
  }
}
