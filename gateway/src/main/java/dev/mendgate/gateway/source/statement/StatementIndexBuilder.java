package dev.mendgate.gateway.source.statement;

import dev.mendgate.fixer.SourceTree;
import dev.mendgate.fixer.source.SourceParser;
import dev.mendgate.gateway.source.IndexProgress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Scans the files of a tree on two threads; holds one syntax tree for each of them. */
final class StatementIndexBuilder {
  private static final int THREADS = 2;
  private static final long STACK_BYTES = 16L << 20;
  private static final int MAX_STATEMENTS = 2_000_000;

  private final SourceTree tree;
  private final IndexProgress progress;
  private final SourceParser parser = new SourceParser();
  private final List<String> paths;
  private final AtomicReferenceArray<Optional<FileStatements>> scanned;
  private final AtomicInteger next = new AtomicInteger();
  private int done;

  StatementIndexBuilder(SourceTree tree, IndexProgress progress) {
    this.tree = tree;
    this.progress = progress;
    this.paths = tree.javaPaths();
    this.scanned = new AtomicReferenceArray<>(paths.size());
  }

  StatementIndex build() {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS, task -> new Thread(null, task, "statement-index", STACK_BYTES));
    try {
      List<Future<?>> tasks = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        tasks.add(threads.submit(this::scanAll));
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
      threads.shutdownNow();
    }
    return link();
  }

  private void scanAll() {
    for (int i = next.getAndIncrement(); i < paths.size(); i = next.getAndIncrement()) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      scanned.set(i, scan(paths.get(i)));
      report();
    }
  }

  private synchronized void report() {
    progress.advanced("statements", ++done, paths.size());
  }

  private Optional<FileStatements> scan(String path) {
    try {
      return tree.read(path).flatMap(text -> parser.parse(path, text)).map(StatementScanner::scan);
    } catch (StackOverflowError tooDeep) {
      return Optional.empty();
    }
  }

  private StatementIndex link() {
    Map<String, Message> constants = new HashMap<>();
    List<String> skipped = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      Optional<FileStatements> file = scanned.get(i);
      file.ifPresentOrElse(f -> constants.putAll(f.constants()), noteSkipped(skipped, i));
    }
    StatementLinker linker = new StatementLinker(constants);
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < paths.size() && statements.size() < MAX_STATEMENTS; i++) {
      scanned.get(i).map(FileStatements::statements).orElse(List.of()).stream()
          .map(linker::link)
          .flatMap(Optional::stream)
          .forEach(statements::add);
    }
    return new StatementIndex(statements, skipped);
  }

  private Runnable noteSkipped(List<String> skipped, int index) {
    return () -> skipped.add(paths.get(index));
  }
}
