package dev.mendgate.gateway.rpc;

import com.google.rpc.Code;
import dev.mendgate.gateway.source.RegisteredRepository;
import dev.mendgate.gateway.source.RepositoryRegistry;
import dev.mendgate.v1.FailureEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the repository that a failure belongs to. */
final class Repositories {
  private final RepositoryRegistry registry;

  Repositories(RepositoryRegistry registry) {
    this.registry = registry;
  }

  /**
   * Returns the name of the event's repository: the one it names, else the one registered for its
   * service, else the only one there is; empty where none of these leads anywhere.
   */
  String nameFor(FailureEvent event) {
    if (!event.getRepository().isEmpty()) {
      return event.getRepository();
    }
    Optional<RegisteredRepository> ofService =
        event.getService().isEmpty() ? Optional.empty() : registry.ofService(event.getService());
    if (ofService.isPresent()) {
      return ofService.get().name();
    }
    List<RegisteredRepository> all = registry.list();
    return all.size() == 1 ? all.get(0).name() : "";
  }

  /**
   * Returns the name a request is about.
   *
   * @param requested what the request says, empty where it leaves that to the event
   * @throws io.grpc.StatusRuntimeException FAILED_PRECONDITION where nothing tells
   */
  String require(String requested, FailureEvent event) {
    String name = requested.isEmpty() ? nameFor(event) : requested;
    if (name.isEmpty()) {
      throw RpcErrors.error(
          Code.FAILED_PRECONDITION,
          "REPOSITORY_NOT_TOLD",
          "nothing tells which repository the failure belongs to; name it in the request, or"
              + " register one for the service",
          Map.of("service", event.getService()));
    }
    return name;
  }
}
