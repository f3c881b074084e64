package dev.mendgate.gateway.rpc;

import dev.mendgate.gateway.source.ScratchRepository;
import dev.mendgate.v1.FailureEvent;
import dev.mendgate.v1.RegisterRepositoryRequest;
import dev.mendgate.v1.Repository;
import dev.mendgate.v1.RepositoryServiceGrpc;
import io.grpc.Channel;
import java.nio.file.Path;

/** A repository with a loop that fails, and the failure. */
final class ShopRepository {
  static final String PATH = "src/main/java/com/acme/Till.java";
  static final int LINE = 7;

  final ScratchRepository git;
  final String head;

  ShopRepository(Path folder) {
    git = ScratchRepository.in(folder);
    head =
        git.write(
                PATH,
                """
                package com.acme;

                import java.util.List;

                public class Till {
                  public static void dropEmpty(List<String> names) {
                    for (String name : names) {
                      if (name.isEmpty()) {
                        names.remove(name);
                      }
                    }
                  }
                }
                """)
            .commit("Add till");
  }

  FailureEvent event() {
    return FailureEvent.newBuilder()
        .setService("till")
        .setRevision(head)
        .setStackTrace(
            """
            java.util.ConcurrentModificationException
            \tat java.base/java.util.ArrayList$Itr.checkForComodification(ArrayList.java:1013)
            \tat java.base/java.util.ArrayList$Itr.next(ArrayList.java:967)
            \tat com.acme.Till.dropEmpty(Till.java:7)
            """)
        .build();
  }

  void register(Channel channel) {
    RepositoryServiceGrpc.newBlockingStub(channel)
        .registerRepository(RegisterRepositoryRequest.newBuilder().setRepository(message()).build())
        .forEachRemaining(step -> {});
  }

  Repository message() {
    return Repository.newBuilder()
        .setName("shop")
        .setLocation(git.root().toString())
        .addServices("till")
        .build();
  }
}
