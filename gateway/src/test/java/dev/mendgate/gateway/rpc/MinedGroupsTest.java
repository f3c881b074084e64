package dev.mendgate.gateway.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.mendgate.gateway.pattern.LogPattern;
import dev.mendgate.v1.FailureEvent;
import dev.mendgate.v1.FailureGroup;
import dev.mendgate.v1.FailureGroupServiceGrpc;
import dev.mendgate.v1.FailureIngestServiceGrpc;
import dev.mendgate.v1.ListFailureGroupsRequest;
import dev.mendgate.v1.ReportFailuresRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages of a service whose source is not known, through the whole server. */
final class MinedGroupsTest {
  private final Path data;
  private RunningGateway gateway;

  MinedGroupsTest(@TempDir Path data) throws IOException {
    this.data = data;
    this.gateway = RunningGateway.start(data);
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void makesOneGroupOfMessagesThatTurnOutToBeOneTemplate() throws IOException {
    report("payment of alice was refused", "payment of bob was refused");
    List<FailureGroup> apart = groups();
    assertEquals(2, apart.size());

    gateway.close();
    gateway = RunningGateway.start(data);
    report("payment of carol was refused", "payment of dave was refused");
    report("payment of erin was refused", "drawer is stuck");

    List<FailureGroup> groups = groups();
    assertEquals(2, groups.size(), groups.toString());
    FailureGroup refused =
        groups.stream().filter(group -> group.getEventCount() == 5).findFirst().orElseThrow();
    assertNotEquals(apart.get(0).getLogPatternHash(), refused.getLogPatternHash());
    assertEquals(List.of(refused), groupsOf(apart.get(0).getLogPatternHash()));
    assertEquals(List.of(refused), groupsOf(refused.getLogPatternHash()));
  }

  @Test
  void joinsTheGroupOfTheRawTemplateOnceOneSenderHasIt() {
    report("late is true");
    FailureIngestServiceGrpc.newBlockingStub(gateway.channel)
        .reportFailures(
            ReportFailuresRequest.newBuilder()
                .addEvents(
                    FailureEvent.newBuilder().setService("till").setLogTemplate("late is {}"))
                .build());
    report("late is true", "late is false");

    List<FailureGroup> groups = groups();
    assertEquals(1, groups.size(), groups.toString());
    assertEquals(4, groups.get(0).getEventCount());
    assertEquals(groups, groupsOf(LogPattern.ofTemplate("late is {}").hash()));
  }

  private void report(String... messages) {
    ReportFailuresRequest.Builder request = ReportFailuresRequest.newBuilder();
    for (String message : messages) {
      request.addEvents(FailureEvent.newBuilder().setService("till").setLogMessage(message));
    }
    FailureIngestServiceGrpc.newBlockingStub(gateway.channel).reportFailures(request.build());
  }

  private List<FailureGroup> groups() {
    return list(ListFailureGroupsRequest.getDefaultInstance());
  }

  private List<FailureGroup> groupsOf(String hash) {
    return list(ListFailureGroupsRequest.newBuilder().setLogPatternHash(hash).build());
  }

  private List<FailureGroup> list(ListFailureGroupsRequest request) {
    return FailureGroupServiceGrpc.newBlockingStub(gateway.channel)
        .listFailureGroups(request)
        .getFailureGroupsList();
  }
}
