package dev.mendgate.gateway.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import dev.mendgate.gateway.config.Settings;
import dev.mendgate.gateway.store.StoreException;
import dev.mendgate.v1.FailureGroupServiceGrpc;
import dev.mendgate.v1.GetFailureGroupRequest;
import dev.mendgate.v1.ListFailureGroupsRequest;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GatewayServerTest {
  private final Path data;
  private final RunningGateway gateway;

  GatewayServerTest(@TempDir Path data) throws IOException {
    this.data = data;
    this.gateway = RunningGateway.start(data);
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mendgate.v1.FailureIngestService",
        "mendgate.v1.FailureGroupService",
      })
  void isHealthyWithEachService(String service) {
    HealthCheckRequest request = HealthCheckRequest.newBuilder().setService(service).build();
    assertEquals(
        ServingStatus.SERVING,
        HealthGrpc.newBlockingStub(gateway.channel).check(request).getStatus());
  }

  @Test
  void listsItsServicesByReflection() throws Exception {
    CompletableFuture<ServerReflectionResponse> answer = new CompletableFuture<>();
    StreamObserver<ServerReflectionRequest> requests =
        ServerReflectionGrpc.newStub(gateway.channel)
            .serverReflectionInfo(
                new StreamObserver<>() {
                  @Override
                  public void onNext(ServerReflectionResponse response) {
                    answer.complete(response);
                  }

                  @Override
                  public void onError(Throwable failure) {
                    answer.completeExceptionally(failure);
                  }

                  @Override
                  public void onCompleted() {}
                });
    requests.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
    List<String> names =
        answer.get(30, TimeUnit.SECONDS).getListServicesResponse().getServiceList().stream()
            .map(service -> service.getName())
            .toList();
    requests.onCompleted();
    assertTrue(names.contains("mendgate.v1.FailureIngestService"), names::toString);
    assertTrue(names.contains("grpc.health.v1.Health"), names::toString);
  }

  @Test
  void answersWithNotFoundForAGroupItDoesNotHave() {
    GetFailureGroupRequest request =
        GetFailureGroupRequest.newBuilder().setFailureGroup("0123456789abcdef").build();
    Status status =
        RunningGateway.refusal(
            () ->
                FailureGroupServiceGrpc.newBlockingStub(gateway.channel).getFailureGroup(request));
    assertEquals(Code.NOT_FOUND_VALUE, status.getCode());
    ErrorInfo info = RunningGateway.detail(status.getDetailsList(), ErrorInfo.class);
    assertEquals("FAILURE_GROUP_UNKNOWN", info.getReason());
  }

  @Test
  void refusesAPageTokenThatItDidNotGive() {
    ListFailureGroupsRequest request =
        ListFailureGroupsRequest.newBuilder().setPageToken("made up").build();
    Status status =
        RunningGateway.refusal(
            () ->
                FailureGroupServiceGrpc.newBlockingStub(gateway.channel)
                    .listFailureGroups(request));
    assertEquals(Code.INVALID_ARGUMENT_VALUE, status.getCode());
  }

  @Test
  void doesNotStartOverAStoreThatIsInUse() {
    assertThrows(
        StoreException.class, () -> GatewayServer.start(Settings.defaults(data).withPort(0)));
  }

  @Test
  void releasesItsStoreWhenThePortIsTaken(@TempDir Path other) throws IOException {
    Settings taken = Settings.defaults(other).withPort(gateway.server.port());
    assertThrows(IOException.class, () -> GatewayServer.start(taken));
    RunningGateway.start(other).close();
  }
}
