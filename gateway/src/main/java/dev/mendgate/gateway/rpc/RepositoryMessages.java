package dev.mendgate.gateway.rpc;

import dev.mendgate.gateway.source.RegisteredRepository;
import dev.mendgate.v1.Repository;

/** Encodes repositories. */
final class RepositoryMessages {
  private RepositoryMessages() {}

  static Repository of(RegisteredRepository repository) {
    Repository.Builder message =
        Repository.newBuilder()
            .setName(repository.name())
            .setLocation(repository.location())
            .setHeadCommit(repository.headCommit())
            .setIndexedAt(Times.timestamp(repository.indexedAt()))
            .setIndexedFiles(repository.indexedFiles())
            .setIndexedStatements(repository.indexedStatements())
            .addAllServices(repository.services());
    String branch = repository.branch();
    if (branch != null) {
      message.setBranch(branch);
    }
    return message.build();
  }
}
