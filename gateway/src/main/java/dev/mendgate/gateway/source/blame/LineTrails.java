package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.history.Card;
import dev.mendgate.gateway.source.history.History;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** Answers where lines went and who changed them. Safe for concurrent use. */
public final class LineTrails {
  private final Repository repository;
  private final StoredHistory histories;

  /**
   * Where a line of one commit is in another one.
   *
   * @param path null where the file is gone
   * @param line from 0; -1 where it is gone
   * @param lostIn the commit that has it on one side only; null where it is there
   * @param loss null where it is there
   */
  public record Fate(@Nullable String path, int line, @Nullable Card lostIn, @Nullable Loss loss) {}

  /**
   * A commit that changed some lines.
   *
   * @param path path of the file in it
   * @param first first of the lines as it left them, from 0
   * @param end line behind the last
   */
  public record Touch(Card commit, String path, int first, int end) {}

  LineTrails(Repository repository, StoredHistory histories) {
    this.repository = repository;
    this.histories = histories;
  }

  /**
   * Returns where a line, from 0, of one commit is in another one.
   *
   * @throws IllegalArgumentException where the history has no such path
   */
  public Fate follow(ObjectId from, String path, int line, ObjectId to) throws IOException {
    History history = history(from, to);
    try (ObjectReader reader = repository.newObjectReader()) {
      Trail.End end =
          new Trail(history, reader)
              .follow(history.number(from), number(history, path), line, history.number(to));
      return new Fate(
          end.path() < 0 ? null : history.paths().path(end.path()),
          end.line(),
          end.loss() == null ? null : history.card(end.commit()),
          end.loss());
    }
  }

  /**
   * Returns the commits that changed any of some lines, newest first.
   *
   * @param first the first line, from 0
   * @param end the line behind the last
   * @param most how many commits at most
   * @throws IllegalArgumentException where the history has no such path
   */
  public List<Touch> touches(ObjectId commit, String path, int first, int end, int most)
      throws IOException {
    History history = history(commit);
    LineRange lines = new LineRange(first, end);
    try (ObjectReader reader = repository.newObjectReader()) {
      return new Trail(history, reader)
          .touches(history.number(commit), number(history, path), lines, most).stream()
              .map(touch -> touch(history, touch))
              .toList();
    }
  }

  private static Touch touch(History history, Trail.Touch touch) {
    return new Touch(
        history.card(touch.commit()),
        history.paths().path(touch.path()),
        touch.lines().from(),
        touch.lines().to());
  }

  private History history(ObjectId... commits) throws IOException {
    return histories
        .attempt(() -> histories.reading((stage, done, total) -> {}, commits))
        .history();
  }

  private static int number(History history, String path) {
    int number = history.paths().find(path);
    if (number < 0) {
      throw new IllegalArgumentException("no commit has a path " + path);
    }
    return number;
  }
}
