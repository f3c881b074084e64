package dev.mendgate.gateway.source.statement;

import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Indexes the statements of repositories at HEAD. */
final class Repositories {
  private Repositories() {}

  /** Keeps indexes in {@code MENDGATE_BENCH_CACHE}: reading a large repository takes a minute. */
  static StatementIndex index(String path) {
    try (GitRepository repository = GitRepository.open(Path.of(path))) {
      CommitTree tree = repository.tree(repository.head());
      Path folder = Path.of(System.getenv("MENDGATE_BENCH_CACHE"), "matching", tree.commit());
      return StoredStatements.open(tree, folder, IndexProgress.SILENT);
    }
  }

  /** Returns the statements of all repositories, until they have that many different templates. */
  static List<Statement> statements(List<String> paths, int templates) {
    List<Statement> statements = new ArrayList<>();
    Set<List<String>> known = new HashSet<>();
    for (String path : paths) {
      for (Statement statement : index(path).statements()) {
        if (known.size() < templates || known.contains(statement.literals())) {
          known.add(statement.literals());
          statements.add(statement);
        }
      }
    }
    return statements;
  }
}
