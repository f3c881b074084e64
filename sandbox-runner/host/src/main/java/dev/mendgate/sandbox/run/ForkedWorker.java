package dev.mendgate.sandbox.run;

import dev.mendgate.sandbox.run.WorkerResult.Ending;
import dev.mendgate.worker.MessageReader;
import dev.mendgate.worker.Order;
import dev.mendgate.worker.Seal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
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
    if (Thread.currentThread().isInterrupted()) {
      return unstarted(Ending.CANCELLED, "", start);
    }
    WorkerResult result = runUninterrupted(request, start);
    if (result.ending() == Ending.CANCELLED) {
      Thread.currentThread().interrupt();
    }
    return result;
  }

  private WorkerResult runUninterrupted(WorkerRequest request, long start) {
    try (Cell cell = Cell.create();
        ControlGroup group = isolation.controlGroups().open(request.limits())) {
      return run(request, cell, group, start);
    } catch (ClosedByInterruptException e) {
      return unstarted(Ending.CANCELLED, "", start);
    } catch (IOException e) {
      String reason = "The sandbox could not be set up: " + e.getMessage();
      return unstarted(Ending.SANDBOX_FAILURE, reason, start);
    }
  }

  private WorkerResult unstarted(Ending ending, String output, long start) {
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    return new WorkerResult(ending, null, List.of(), output, isolation.layers(), duration);
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
    Order order = new Order(key, targets(request));
    List<Thread> talkers =
        List.of(talker(() -> send(order, process)), talker(conversation), talker(output));
    Ending ending;
    try {
      ending = supervision.await();
    } finally {
      tree.kill(sharesFiles);
    }
    Ending settled = supervision.settle(ending);
    talkers.forEach(ForkedWorker::join);
    return result(settled, supervision, conversation, output, start);
  }

  private WorkerResult result(
      Ending ending,
      Supervision supervision,
      Conversation conversation,
      OutputTail output,
      long start) {
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

  private static Thread talker(Runnable work) {
    Thread thread = new Thread(work, "mendgate-worker-talker");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void join(Thread talker) {
    boolean interrupted = Thread.interrupted();
    try {
      talker.join(1000);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
