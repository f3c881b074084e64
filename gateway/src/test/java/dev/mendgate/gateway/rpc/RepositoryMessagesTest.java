package dev.mendgate.gateway.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.source.CommitIndex;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.RepositoryRegistry;
import dev.mendgate.gateway.source.ScratchRepository;
import dev.mendgate.gateway.source.remote.RemoteAccess;
import dev.mendgate.gateway.source.sync.RepositorySyncs;
import dev.mendgate.v1.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RepositoryMessagesTest {
  private final Path folder;
  private final List<Repository> seen = new ArrayList<>();

  RepositoryMessagesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void showsTheProgressOfASyncWhileItRunsAndWhenTheNextOneIs() throws Exception {
    ScratchRepository scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("work")));
    scratch.write("A.java", "class A {}\n").commit("first");
    CommitIndex reporting =
        (tree, indexes, progress) -> {
          progress.advanced("statements", 3, 7);
          return 0;
        };
    try (RepositoryRegistry registry =
            new RepositoryRegistry(
                folder.resolve("data"), RemoteAccess.NONE, List.of(reporting), Clock.systemUTC());
        RepositorySyncs syncs =
            RepositorySyncs.start(registry, Duration.ofHours(1), Clock.systemUTC())) {
      RepositoryMessages messages = new RepositoryMessages(registry, syncs);
      registry.register("shop", scratch.root().toString(), List.of(), IndexProgress.SILENT);

      registry.sync(
          "shop",
          (stage, done, total) -> {
            if (stage.equals("statements")) {
              seen.add(messages.of(registry.get("shop")));
            }
          });

      assertEquals(1, seen.size());
      assertEquals(
          RepositoryMessages.progress("statements", 3, 7), seen.get(0).getSync().getProgress());
      syncs.request(registry.get("shop"));
      Repository after = messages.of(registry.get("shop"));
      assertFalse(after.getSync().hasProgress());
      assertTrue(after.getSync().hasNextAttemptAt());
      assertEquals(0, after.getSync().getFailures());
    }
  }
}
