package dev.mendgate.gateway.source.statement;

import java.util.ArrayList;
import java.util.List;

/**
 * The statements that may have written a message.
 *
 * @param statements the likeliest, equally likely ones, by path and line; empty where none is
 *     likely
 * @param others those that fit as well, but less specifically, or although logger or exception
 *     speak against them
 */
public record StatementMatch(List<Statement> statements, List<Statement> others) {
  /** No statement fits. */
  public static final StatementMatch NONE = new StatementMatch(List.of(), List.of());

  public StatementMatch {
    statements = List.copyOf(statements);
    others = List.copyOf(others);
  }

  /** Returns whether no statement is likely. */
  public boolean isEmpty() {
    return statements.isEmpty();
  }

  /** Returns whether several statements are equally likely. */
  public boolean isAmbiguous() {
    return statements.size() > 1;
  }

  /** Returns the match with less likely statements added. */
  StatementMatch with(List<Statement> more) {
    List<Statement> all = new ArrayList<>(others);
    all.addAll(more);
    return more.isEmpty() ? this : new StatementMatch(statements, all);
  }
}
