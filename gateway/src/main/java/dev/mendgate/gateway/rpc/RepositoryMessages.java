package dev.mendgate.gateway.rpc;

import dev.mendgate.gateway.source.RegisteredRepository;
import dev.mendgate.gateway.source.RepositoryRegistry;
import dev.mendgate.gateway.source.SyncState;
import dev.mendgate.gateway.source.sync.RepositorySyncs;
import dev.mendgate.v1.IndexProgress;
import dev.mendgate.v1.Repository;
import dev.mendgate.v1.SyncStatus;
import java.time.Instant;

/** Encodes repositories, with how their syncs go. */
final class RepositoryMessages {
  private final RepositoryRegistry registry;
  private final RepositorySyncs syncs;

  RepositoryMessages(RepositoryRegistry registry, RepositorySyncs syncs) {
    this.registry = registry;
    this.syncs = syncs;
  }

  Repository of(RegisteredRepository repository) {
    Repository.Builder message =
        Repository.newBuilder()
            .setName(repository.name())
            .setLocation(repository.location())
            .setHeadCommit(repository.headCommit())
            .setIndexedAt(Times.timestamp(repository.indexedAt()))
            .setIndexedFiles(repository.indexedFiles())
            .setIndexedStatements(repository.indexedStatements())
            .addAllServices(repository.services())
            .setSync(sync(repository.name()));
    String branch = repository.branch();
    if (branch != null) {
      message.setBranch(branch);
    }
    return message.build();
  }

  private SyncStatus sync(String name) {
    SyncState state = registry.syncState(name);
    SyncStatus.Builder message = SyncStatus.newBuilder().setFailures(state.failures());
    Instant lastAttempt = state.lastAttempt();
    if (lastAttempt != null) {
      message.setLastAttemptAt(Times.timestamp(lastAttempt));
    }
    String lastError = state.lastError();
    if (lastError != null) {
      message.setLastError(lastError);
    }
    if (state.running()) {
      message.setProgress(progress(state.stage(), state.done(), state.total()));
    }
    syncs.next(name).map(Times::timestamp).ifPresent(message::setNextAttemptAt);
    return message.build();
  }

  static IndexProgress progress(String stage, int done, int total) {
    return IndexProgress.newBuilder().setStage(stage).setDone(done).setTotal(total).build();
  }
}
