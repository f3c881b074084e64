package dev.mendgate.gateway.source;

import java.time.Instant;

/**
 * A commit, as it is told to people.
 *
 * @param commit full id
 * @param authorName the author's name, as {@code .mailmap} has it
 * @param authorMail the author's mail address, without angle brackets
 * @param authoredAt when the author wrote it, in whole seconds
 * @param committedAt when the commit was made, in whole seconds
 * @param summary first line of its message
 */
public record CommitNote(
    String commit,
    String authorName,
    String authorMail,
    Instant authoredAt,
    Instant committedAt,
    String summary) {
  private static final int SHORT = 10;

  /** Returns the commit that wrote a line. */
  public static CommitNote of(BlamedLine line) {
    return new CommitNote(
        line.commit(),
        line.authorName(),
        line.authorMail(),
        line.authoredAt(),
        line.committedAt(),
        line.summary());
  }

  /** Returns the first ten characters of the id. */
  public String shortCommit() {
    return commit.substring(0, SHORT);
  }
}
