package dev.mendgate.gateway.source.statement;

import dev.mendgate.gateway.source.CommitTree.TreeFile;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.statement.scan.BundleText;
import dev.mendgate.gateway.source.statement.scan.FileScan;
import dev.mendgate.gateway.source.statement.scan.FileScanner;
import dev.mendgate.gateway.source.statement.scan.ScanCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Builds the index of a tree: scans the contents that the store lacks on all processors, then puts
 * together what the files say. Holds one syntax tree for each processor.
 */
final class StatementIndexBuilder {
  private static final long STACK_BYTES = 16L << 20;
  private static final int MAX_STATEMENTS = 2_000_000;
  private static final byte[] UNREADABLE = {};

  private final SourceFiles source;
  private final ScanStore store;
  private final IndexProgress progress;
  private final List<TreeFile> files;
  private final AtomicInteger next = new AtomicInteger();
  private int done;

  StatementIndexBuilder(SourceFiles source, ScanStore store, IndexProgress progress) {
    this.source = source;
    this.store = store;
    this.progress = progress;
    this.files = source.files();
  }

  StatementIndex build() throws IOException {
    List<TreeFile> missing = missing();
    int threads = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), missing.size()));
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, task -> new Thread(null, task, "statement-index", STACK_BYTES));
    try {
      List<Future<?>> tasks = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        tasks.add(pool.submit(() -> scanAll(missing)));
      }
      for (Future<?> task : tasks) {
        task.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while indexing statements", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot index statements: " + e.getCause(), e.getCause());
    } finally {
      pool.shutdownNow();
    }
    return link();
  }

  private List<TreeFile> missing() throws IOException {
    List<TreeFile> missing = new ArrayList<>();
    Set<ObjectId> seen = new HashSet<>();
    for (TreeFile file : files) {
      if (seen.add(file.content()) && store.get(file.content()).isEmpty()) {
        missing.add(file);
      }
    }
    return missing;
  }

  private Void scanAll(List<TreeFile> missing) throws IOException {
    for (int i = next.getAndIncrement(); i < missing.size(); i = next.getAndIncrement()) {
      if (Thread.currentThread().isInterrupted()) {
        return null;
      }
      store.put(missing.get(i).content(), scanned(missing.get(i)));
      report(missing.size());
    }
    return null;
  }

  private byte[] scanned(TreeFile file) {
    try {
      Optional<FileScan> scan = source.read(file).flatMap(text -> scanned(file.path(), text));
      return scan.isEmpty() ? UNREADABLE : ScanCodec.encode(scan.orElseThrow());
    } catch (IOException nameTooLong) {
      return UNREADABLE;
    }
  }

  private static Optional<FileScan> scanned(String path, String text) {
    return BundleText.isBundle(path) ? BundleText.scan(text) : FileScanner.scan(text);
  }

  private synchronized void report(int total) {
    progress.advanced("statements", ++done, total);
  }

  private StatementIndex link() throws IOException {
    Knowledge knowledge = new Knowledge();
    List<String> skipped = new ArrayList<>();
    Set<ObjectId> used = new HashSet<>();
    for (TreeFile file : files) {
      Optional<FileScan> scan = scan(file);
      scan.ifPresentOrElse(s -> knowledge.add(file.path(), s), () -> skipped.add(file.path()));
      used.add(file.content());
    }
    Linker linker = new Linker(knowledge);
    List<Statement> statements = new ArrayList<>();
    for (TreeFile file : files) {
      if (statements.size() < MAX_STATEMENTS) {
        scan(file).ifPresent(scan -> statements.addAll(linker.link(scan, file.path())));
      }
    }
    for (TreeFile file : files) {
      scan(file).ifPresent(scan -> statements.addAll(linker.linkUncalled(scan, file.path())));
    }
    statements.sort(Comparator.comparing(Statement::path).thenComparingInt(Statement::firstLine));
    store.keep(used);
    Map<Boolean, List<Statement>> worded =
        statements.stream().collect(Collectors.partitioningBy(Statement::hasWord));
    return new StatementIndex(
        worded.getOrDefault(true, List.of()),
        worded.getOrDefault(false, List.of()),
        skipped,
        knowledge.hierarchy());
  }

  private Optional<FileScan> scan(TreeFile file) throws IOException {
    byte[] bytes = store.get(file.content()).orElse(UNREADABLE);
    return bytes.length == 0 ? Optional.empty() : Optional.of(ScanCodec.decode(bytes));
  }
}
