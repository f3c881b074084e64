package dev.mendgate.sandbox.judge;

import dev.mendgate.sandbox.Patch;
import dev.mendgate.sandbox.ReproducerOutcome;
import dev.mendgate.sandbox.ReproducerTest;
import dev.mendgate.sandbox.Validation;
import dev.mendgate.sandbox.ValidationSession;
import dev.mendgate.sandbox.Verdict;
import dev.mendgate.sandbox.build.PreparedProject;
import dev.mendgate.sandbox.build.PreparedProject.Module;
import dev.mendgate.sandbox.compile.Javac;
import dev.mendgate.sandbox.compile.OverlayCompiler;
import dev.mendgate.sandbox.run.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Judges patches with a fresh JVM for every run. */
final class ForkedValidationSession implements ValidationSession {
  private static final Duration COMPILE_LIMIT = Duration.ofSeconds(60);

  private final PreparedProject project;
  private final Worker worker;
  private final Budget budget;
  private final Consumer<String> progress;
  private final Path scratch;
  private final OverlayCompiler compiler;
  private final Map<Module, ModuleGround> grounds = new ConcurrentHashMap<>();
  private final JudgedOnce screened = new JudgedOnce();
  private final JudgedOnce judged = new JudgedOnce();
  private final Map<JudgedOnce.Key, PatchTrial> trials = new ConcurrentHashMap<>();
  private final AtomicInteger folders = new AtomicInteger();

  ForkedValidationSession(
      PreparedProject project,
      Worker worker,
      Budget budget,
      Consumer<String> progress,
      Path scratch) {
    this.project = project;
    this.worker = worker;
    this.budget = budget;
    this.progress = progress;
    this.scratch = scratch;
    this.compiler = new OverlayCompiler(new Javac(COMPILE_LIMIT), project.root());
  }

  @Override
  public List<ReproducerTest> screen(List<ReproducerTest> reproducers) {
    if (reproducers.isEmpty()) {
      return List.of();
    }
    Optional<Module> module = project.moduleOf(reproducers.get(0).path());
    if (module.isEmpty()) {
      return List.of();
    }
    progress.accept("screening " + reproducers.size() + " generated tests");
    ModuleGround ground = ground(module.get());
    Path classes = scratch.resolve("screening-" + folders.getAndIncrement());
    try {
      return new Screening(ground.bed(), ground.compiler(), classes).likest(reproducers);
    } finally {
      delete(classes);
    }
  }

  @Override
  public ReproducerOutcome reproduce(ReproducerTest reproducer) {
    Optional<Module> module = project.moduleOf(reproducer.path());
    if (module.isEmpty()) {
      return new ReproducerOutcome(
          false, false, "no test folder of the build holds " + reproducer.path());
    }
    progress.accept("running the reproducer " + reproducer.className());
    return ground(module.get()).reproduction(reproducer).outcome();
  }

  @Override
  public Validation screen(Patch patch, Optional<ReproducerTest> reproducer) {
    return screened.of(patch, reproducer, () -> judge(patch, reproducer, PatchTrial::screen));
  }

  @Override
  public Validation validate(Patch patch, Optional<ReproducerTest> reproducer) {
    return judged.of(patch, reproducer, () -> judge(patch, reproducer, PatchTrial::confirm));
  }

  /** One of the two looks at a patch. */
  private interface Look {
    Validation at(PatchTrial trial) throws IOException;
  }

  private Validation judge(Patch patch, Optional<ReproducerTest> reproducer, Look look) {
    List<Optional<Module>> modules =
        patch.files().stream().map(f -> project.moduleOf(f.path())).distinct().toList();
    if (modules.size() != 1 || modules.get(0).isEmpty()) {
      return new Evidence()
          .verdict(
              Verdict.INCONCLUSIVE, "the files of the patch are not in one module of the build");
    }
    progress.accept("judging " + patch.id());
    Module module = modules.get(0).get();
    PatchTrial trial =
        trials.computeIfAbsent(
            new JudgedOnce.Key(patch, reproducer), key -> trial(module, patch, reproducer));
    try {
      return look.at(trial);
    } catch (IOException | UncheckedIOException e) {
      return new Evidence().verdict(Verdict.INCONCLUSIVE, "cannot judge: " + e.getMessage());
    }
  }

  private PatchTrial trial(Module module, Patch patch, Optional<ReproducerTest> reproducer) {
    Path overlay = scratch.resolve("patch-" + folders.getAndIncrement());
    return new PatchTrial(ground(module), budget, patch, reproducer, overlay);
  }

  private ModuleGround ground(Module module) {
    return grounds.computeIfAbsent(
        module,
        m ->
            new ModuleGround(
                new TestBed(project, m, worker, budget.limits()), compiler, budget, scratch));
  }

  @Override
  public void close() {
    delete(scratch);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      return; // nothing was written, or someone else cleans the temp folder
    }
  }
}
