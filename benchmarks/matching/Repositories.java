package dev.mendgate.gateway.source.statement;

import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Indexes the statements of repositories at HEAD. */
final class Repositories {
  private Repositories() {}

  static StatementIndex index(String path) {
    try (GitRepository repository = GitRepository.open(Path.of(path))) {
      return StatementIndex.build(repository.tree(repository.head()), IndexProgress.SILENT);
    }
  }

  /** Returns the statements of all repositories, until they have that many different templates. */
  static List<Statement> statements(List<String> paths, int templates) {
    List<Statement> statements = new ArrayList<>();
    java.util.Set<List<String>> known = new java.util.HashSet<>();
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
