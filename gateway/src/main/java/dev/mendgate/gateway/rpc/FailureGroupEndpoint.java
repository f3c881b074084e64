package dev.mendgate.gateway.rpc;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;
import dev.mendgate.gateway.store.FailureStore;
import dev.mendgate.gateway.store.GroupFilter;
import dev.mendgate.gateway.store.GroupPage;
import dev.mendgate.v1.FailureEvent;
import dev.mendgate.v1.FailureGroup;
import dev.mendgate.v1.FailureGroupServiceGrpc.FailureGroupServiceImplBase;
import dev.mendgate.v1.GetFailureGroupRequest;
import dev.mendgate.v1.GetFailureGroupResponse;
import dev.mendgate.v1.ListFailureGroupsRequest;
import dev.mendgate.v1.ListFailureGroupsResponse;
import io.grpc.stub.StreamObserver;
import java.util.Map;

/** Reads failure groups over gRPC. */
final class FailureGroupEndpoint extends FailureGroupServiceImplBase {
  private final FailureStore store;

  FailureGroupEndpoint(FailureStore store) {
    this.store = store;
  }

  @Override
  public void listFailureGroups(
      ListFailureGroupsRequest request, StreamObserver<ListFailureGroupsResponse> answer) {
    int size = PageSize.of(request.getPageSize());
    GroupFilter filter = new GroupFilter(request.getRepository(), request.getLogPatternHash());
    GroupPage page = store.groups(filter, size, request.getPageToken());
    ListFailureGroupsResponse.Builder response =
        ListFailureGroupsResponse.newBuilder().setNextPageToken(page.nextPageToken());
    page.groups().forEach(group -> response.addFailureGroups(encode(group)));
    answer.onNext(response.build());
    answer.onCompleted();
  }

  @Override
  public void getFailureGroup(
      GetFailureGroupRequest request, StreamObserver<GetFailureGroupResponse> answer) {
    FailureGroup group = find(store, request.getFailureGroup());
    answer.onNext(GetFailureGroupResponse.newBuilder().setFailureGroup(group).build());
    answer.onCompleted();
  }

  /** Returns a group, or throws NOT_FOUND. */
  static FailureGroup find(FailureStore store, String id) {
    if (id.isEmpty()) {
      throw RpcErrors.invalid("failure_group", "must be the identifier of a failure group");
    }
    return store
        .group(id)
        .map(FailureGroupEndpoint::encode)
        .orElseThrow(
            () ->
                RpcErrors.error(
                    Code.NOT_FOUND,
                    "FAILURE_GROUP_UNKNOWN",
                    "there is no failure group " + id,
                    Map.of("failure_group", id)));
  }

  private static FailureGroup encode(dev.mendgate.gateway.store.FailureGroup group) {
    return FailureGroup.newBuilder()
        .setFailureGroup(group.id())
        .setRepository(group.repository())
        .setExceptionType(group.exceptionType())
        .setTitle(group.title())
        .setLogPatternHash(group.patternHash())
        .setEventCount(group.eventCount())
        .setFirstSeen(Times.timestamp(group.firstSeen()))
        .setLastSeen(Times.timestamp(group.lastSeen()))
        .setLatestEvent(event(group))
        .build();
  }

  private static FailureEvent event(dev.mendgate.gateway.store.FailureGroup group) {
    try {
      return FailureEvent.parseFrom(group.latestEvent());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("event of failure group " + group.id() + " is unreadable", e);
    }
  }
}
