package dev.mendgate.sandbox.judge;

import dev.mendgate.sandbox.ReproducerTest;
import dev.mendgate.sandbox.compile.OverlayCompiler;
import dev.mendgate.sandbox.judge.Reproductions.Reproduction;
import dev.mendgate.sandbox.select.TestSelection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What all patches of one module share in a session; safe for concurrent use. */
final class ModuleGround {
  private final TestBed bed;
  private final OverlayCompiler compiler;
  private final Baseline baseline;
  private final Reproductions reproductions;
  private final Path scratch;
  private final Map<ReproducerTest, Object> asked = new ConcurrentHashMap<>();
  private final Map<ReproducerTest, Reproduction> known = new ConcurrentHashMap<>();
  private final AtomicInteger reproducers = new AtomicInteger();
  private @Nullable TestSelection selection;

  /**
   * Opens a module.
   *
   * @param scratch folder for compiled reproducers
   */
  ModuleGround(TestBed bed, OverlayCompiler compiler, Budget budget, Path scratch) {
    this.bed = bed;
    this.compiler = compiler;
    this.baseline = new Baseline(bed, budget.testTime());
    this.reproductions = new Reproductions(bed, compiler, budget);
    this.scratch = scratch;
  }

  TestBed bed() {
    return bed;
  }

  OverlayCompiler compiler() {
    return compiler;
  }

  Baseline baseline() {
    return baseline;
  }

  synchronized TestSelection selection() throws IOException {
    TestSelection ready = selection;
    if (ready == null) {
      ready = TestSelection.of(bed.module());
      selection = ready;
    }
    return ready;
  }

  /** Tries a reproducer, once for all patches; different ones at the same time. */
  Reproduction reproduction(ReproducerTest test) {
    synchronized (asked.computeIfAbsent(test, t -> new Object())) {
      Reproduction earlier = known.get(test);
      if (earlier != null) {
        return earlier;
      }
      Path classes = scratch.resolve("reproducer-" + reproducers.getAndIncrement());
      Reproduction now = reproductions.of(test, classes);
      if (now.settled()) {
        known.put(test, now);
      }
      return now;
    }
  }
}
