package dev.mendgate.sandbox.judge;

import dev.mendgate.sandbox.Patch;
import dev.mendgate.sandbox.Patch.PatchedFile;
import dev.mendgate.sandbox.ReproducerTest;
import dev.mendgate.sandbox.Validation;
import dev.mendgate.sandbox.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Remembers verdicts by what patches contain, since several rules may find the same fix. */
final class JudgedOnce {
  private final Map<Key, CompletableFuture<Validation>> verdicts = new ConcurrentHashMap<>();

  /** What two equal questions have in common. */
  record Key(
      List<PatchedFile> files, @Nullable String throwsInstead, Optional<ReproducerTest> test) {
    Key(Patch patch, Optional<ReproducerTest> test) {
      this(patch.files(), patch.throwsInstead(), test);
    }
  }

  /** Returns the verdict of an equal patch, waiting for it if need be, or a new one. */
  Validation of(Patch patch, Optional<ReproducerTest> test, Supplier<Validation> judge) {
    Key key = new Key(patch, test);
    CompletableFuture<Validation> mine = new CompletableFuture<>();
    CompletableFuture<Validation> earlier = verdicts.putIfAbsent(key, mine);
    if (earlier != null) {
      return waitFor(earlier);
    }
    try {
      Validation verdict = judge.get();
      if (verdict.verdict() == Verdict.INCONCLUSIVE) {
        verdicts.remove(key);
      }
      mine.complete(verdict);
      return verdict;
    } catch (RuntimeException | Error e) {
      verdicts.remove(key);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private static Validation waitFor(CompletableFuture<Validation> earlier) {
    try {
      return earlier.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Evidence().verdict(Verdict.INCONCLUSIVE, "cancelled");
    } catch (ExecutionException e) {
      return new Evidence().verdict(Verdict.INCONCLUSIVE, "cannot judge: " + e.getCause());
    }
  }
}
