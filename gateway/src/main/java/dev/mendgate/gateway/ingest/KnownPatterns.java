package dev.mendgate.gateway.ingest;

import dev.mendgate.gateway.failure.FailureEvents;
import dev.mendgate.gateway.pattern.LogPattern;
import dev.mendgate.gateway.pattern.mining.TemplateMiner;
import dev.mendgate.gateway.source.statement.EventStatements;
import dev.mendgate.gateway.source.statement.Statement;
import dev.mendgate.gateway.source.statement.StatementIndex;
import dev.mendgate.v1.FailureEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pattern of an event: that of the statement in the source that wrote it, else the
 * sender's own, else a mined one.
 */
public final class KnownPatterns implements PatternSource {
  private final Function<String, Optional<StatementIndex>> statements;
  private final TemplateMiner miner;

  /**
   * Creates it.
   *
   * @param statements index of a repository, as far as it is at hand
   * @param miner knows the messages that no statement explains
   */
  public KnownPatterns(Function<String, Optional<StatementIndex>> statements, TemplateMiner miner) {
    this.statements = statements;
    this.miner = miner;
  }

  @Override
  public Optional<EventPattern> patternOf(String repository, FailureEvent event) {
    Optional<EventPattern> written = statements.apply(repository).flatMap(i -> written(i, event));
    if (written.isPresent() || event.getLogMessage().isBlank()) {
      return written;
    }
    if (!event.getLogTemplate().isBlank() || !event.getLogPatternHash().isEmpty()) {
      return Optional.empty();
    }
    LogPattern mined = miner.learn(FailureEvents.message(event));
    return Optional.of(new EventPattern(mined.hash(), null, List.of()));
  }

  /** Statements of several patterns may have written it: then the message itself decides. */
  private static Optional<EventPattern> written(StatementIndex index, FailureEvent event) {
    List<Statement> found = EventStatements.find(index, event);
    List<String> hashes = found.stream().map(Statement::hash).distinct().toList();
    if (hashes.size() != 1) {
      return Optional.empty();
    }
    return Optional.of(new EventPattern(hashes.get(0), className(found), List.of()));
  }

  private static @Nullable String className(List<Statement> found) {
    List<String> classes = found.stream().map(Statement::className).distinct().toList();
    return classes.size() == 1 ? classes.get(0) : null;
  }
}
