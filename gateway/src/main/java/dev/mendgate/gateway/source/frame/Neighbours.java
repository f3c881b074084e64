package dev.mendgate.gateway.source.frame;

import dev.mendgate.gateway.source.build.BuildModule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the other frames of a trace tell about one of them.
 *
 * @param caller module of the nearest frame outwards that stands in one module only
 * @param callee the same inwards
 * @param archive module that a frame of the same archive stands in
 * @param test whether a frame outwards stands in test sources
 * @param release least Java release that the trace's JVM must be of; empty where nothing tells
 */
record Neighbours(
    Optional<BuildModule> caller,
    Optional<BuildModule> callee,
    Optional<BuildModule> archive,
    boolean test,
    OptionalInt release) {
  /** Says whether one of the neighbours stands in the module. */
  boolean stand(BuildModule module) {
    return List.of(caller, callee).stream().anyMatch(n -> n.filter(module::equals).isPresent());
  }
}
