package dev.mendgate.gateway.suggest;

import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.statement.EventStatements;
import dev.mendgate.gateway.source.statement.StatementIndex;
import dev.mendgate.gateway.source.statement.StoredStatements;
import dev.mendgate.v1.FailureEvent;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks statements up in the index of a commit, which is opened, or built, when a failure first
 * needs it: most failures have a stack trace and never do.
 */
final class IndexedStatements implements StatementLookup {
  private final CommitTree tree;
  private final Path folder;
  private final IndexProgress progress;
  private @Nullable StatementIndex index;

  IndexedStatements(CommitTree tree, Path folder, IndexProgress progress) {
    this.tree = tree;
    this.folder = folder;
    this.progress = progress;
  }

  @Override
  public List<Statement> find(FailureEvent event) {
    return EventStatements.find(index(), event).stream()
        .map(
            found ->
                new Statement(
                    found.path(),
                    found.firstLine(),
                    found.lastLine(),
                    found.className(),
                    found.method(),
                    found.exceptionType()))
        .distinct()
        .toList();
  }

  private synchronized StatementIndex index() {
    StatementIndex opened = index;
    if (opened == null) {
      opened = StoredStatements.open(tree, folder, progress);
      index = opened;
    }
    return opened;
  }
}
