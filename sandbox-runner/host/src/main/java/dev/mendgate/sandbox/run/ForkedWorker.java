package dev.mendgate.sandbox.run;

import dev.mendgate.sandbox.run.WorkerResult.Ending;
import dev.mendgate.worker.MessageReader;
import dev.mendgate.worker.Order;
import dev.mendgate.worker.Seal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts one JVM per request and kills it with all its children when the request is over. */
final class ForkedWorker implements Worker {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Isolation isolation;

  ForkedWorker(Isolation isolation) {
    this.isolation = isolation;
  }

  @Override
  public WorkerResult run(WorkerRequest request) {
    long start = System.nanoTime();
    try (Cell cell = Cell.create();
        ControlGroup group = isolation.controlGroups().open(request.limits())) {
      return run(request, cell, group, start);
    } catch (IOException e) {
      return new WorkerResult(
          Ending.SANDBOX_FAILURE,
          null,
          List.of(),
          "The sandbox could not be set up: " + e.getMessage(),
          isolation.layers(),
          Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private WorkerResult run(WorkerRequest request, Cell cell, ControlGroup group, long start)
      throws IOException {
    boolean sharesFiles = isolation.enclosure().sharesFiles();
    String home = sharesFiles ? cell.scratch().toString() : "/tmp";
    Process process =
        Launch.start(
            isolation.enclosure(), cell, group, inmate(request, home), request.jdkHome(), home);
    ProcessTree tree = new ProcessTree(process.toHandle(), group, cell.folder().toString());
    Watch watch = new Watch(request.limits(), group, tree, sharesFiles ? cell.scratch() : null);
    byte[] key = new byte[Seal.KEY_BYTES];
    RANDOM.nextBytes(key);
    Conversation conversation =
        new Conversation(new MessageReader(process.getInputStream(), new Seal(key)));
    OutputTail output = new OutputTail(process.getErrorStream(), request.limits().outputBytes());
    Supervision supervision =
        new Supervision(process, conversation, output, watch, start, request.limits().wallClock());
    List<Thread> readers = List.of(reader(conversation), reader(output));
    Ending ending;
    try {
      send(new Order(key, targets(request)), process);
      ending = supervision.await();
    } finally {
      tree.kill(sharesFiles);
    }
    ending = supervision.settle(ending);
    readers.forEach(ForkedWorker::join);
    return new WorkerResult(
        ending,
        ending == Ending.COMPLETED ? null : supervision.culprit(ending),
        ending == Ending.PROTOCOL_VIOLATION ? List.of() : conversation.results(),
        output.text(),
        isolation.layers(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private static Inmate inmate(WorkerRequest request, String home) {
    List<Path> readable = new ArrayList<>(request.classpath());
    readable.add(JavaCommand.workerClasses());
    readable.add(request.jdkHome());
    Path cwd = request.workingDirectory().toAbsolutePath().normalize();
    return new Inmate(JavaCommand.of(request, home), readable, cwd, request.limits());
  }

  private static List<Order.Target> targets(WorkerRequest request) {
    return request.tests().stream()
        .map(test -> new Order.Target(test.className(), test.method()))
        .toList();
  }

  /** A worker that died before it read its order is found out by its silence. */
  private static void send(Order order, Process process) {
    try (OutputStream out = process.getOutputStream()) {
      order.writeTo(out);
    } catch (IOException died) {
      return;
    }
  }

  private static Thread reader(Runnable work) {
    Thread thread = new Thread(work, "mendgate-worker-reader");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void join(Thread reader) {
    boolean interrupted = Thread.interrupted();
    try {
      reader.join(1000);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
