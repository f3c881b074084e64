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

/** Looks statements up in the repository's statement index, which is opened when first needed. */
final class IndexedStatements implements StatementLookup {
  private final CommitTree tree;
  private final Path folder;
  private @Nullable StatementIndex index;

  IndexedStatements(CommitTree tree, Path folder) {
    this.tree = tree;
    this.folder = folder;
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
      opened = StoredStatements.open(tree, folder, IndexProgress.SILENT);
      index = opened;
    }
    return opened;
  }
}
