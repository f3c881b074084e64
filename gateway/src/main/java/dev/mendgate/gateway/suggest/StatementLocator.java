package dev.mendgate.gateway.suggest;

import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Frame;
import dev.mendgate.gateway.source.BlamedLine;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.gateway.suggest.LocateOutcome.NotLocated;
import dev.mendgate.gateway.suggest.LocateOutcome.Reason;
import dev.mendgate.gateway.suggest.StatementLookup.Statement;
import dev.mendgate.v1.FailureEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Locates an event without a usable stack trace by the statement that wrote its message. */
final class StatementLocator {
  private final GitRepository repository;
  private final Lines lines;
  private final CrashHistories histories;
  private final StatementLookup statements;

  StatementLocator(
      GitRepository repository, Lines lines, CrashHistories histories, StatementLookup statements) {
    this.repository = repository;
    this.lines = lines;
    this.histories = histories;
    this.statements = statements;
  }

  LocateOutcome locate(FailureEvent event, String deployed) {
    boolean says =
        !event.getLogPatternHash().isEmpty()
            || !event.getLogTemplate().isBlank()
            || !event.getLogMessage().isBlank()
            || !event.getExceptionMessage().isBlank();
    if (!says) {
      return new NotLocated(
          Reason.NOTHING_TO_LOCATE,
          "there is no Java stack trace, log message or log-pattern hash to go by");
    }
    List<Statement> found = statements.find(event);
    if (found.isEmpty()) {
      return new NotLocated(
          Reason.NO_MATCHING_STATEMENT,
          "no logging or throwing statement of the repository writes this message; is it the"
              + " right repository and revision?");
    }
    return located(event, found, deployed);
  }

  private Located located(FailureEvent event, List<Statement> found, String deployed) {
    List<String> notes = new ArrayList<>();
    if (found.size() > 1) {
      notes.add(found.size() + " statements write this message; the likeliest comes first");
    }
    return new Located(
        repository,
        lines.tree().commit(),
        deployed,
        failure(event, found.get(0)),
        site(found.get(0)),
        found.stream().map(this::location).toList(),
        lines.tree(),
        notes,
        new CrashHistory(null, histories.changes(found.get(0).path(), found.get(0).firstLine())));
  }

  /** A logging statement reports a failure and is not where it happened: no fix is sought there. */
  private static List<CrashSite> site(Statement statement) {
    return statement.exceptionType() == null
        ? List.of()
        : List.of(new CrashSite(statement.path(), statement.firstLine(), frame(statement), 0));
  }

  private static Failure failure(FailureEvent event, Statement statement) {
    String type = event.getExceptionType();
    if (type.isEmpty()) {
      type = statement.exceptionType() == null ? "" : statement.exceptionType();
    }
    @Nullable String message = TraceLocator.message(event);
    return new Failure(type, message, List.of(frame(statement)));
  }

  private static Frame frame(Statement statement) {
    String path = statement.path();
    return new Frame(
        statement.className(),
        statement.method() == null ? "<clinit>" : statement.method(),
        path.substring(path.lastIndexOf('/') + 1),
        statement.firstLine());
  }

  private Location location(Statement statement) {
    @Nullable BlamedLine line = lines.blame(statement.path(), statement.firstLine());
    return new Location(
        statement.path(),
        statement.firstLine(),
        statement.lastLine(),
        statement.className(),
        statement.method(),
        lines.text(statement.path(), statement.firstLine()),
        statement.firstLine(),
        line,
        lines.owner(statement.path(), statement.firstLine(), statement.lastLine()),
        Location.Found.LOG_PATTERN,
        null);
  }
}
