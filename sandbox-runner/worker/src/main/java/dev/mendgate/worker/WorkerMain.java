package dev.mendgate.worker;

import dev.mendgate.worker.Message.Ready;
import dev.mendgate.worker.Message.Reason;
import dev.mendgate.worker.Order.Target;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Runs the tests that its order names and ends.
 *
 * <p>The order comes over standard input; messages go to file descriptor 3. Standard output and
 * error belong to the code under test. Key and channel live in local variables and listeners only,
 * so that code under test does not find them in a field.
 */
public final class WorkerMain {
  /**
   * Start of the names of system properties that are set under the rest of their name before tests
   * run; for those, such as {@code java.version}, that a JVM does not take from its command line.
   */
  public static final String PROPERTY_PREFIX = "mendgate.property.";

  private static final String CHANNEL = "/dev/fd/3";

  private WorkerMain() {}

  /** Takes no arguments; never returns. */
  public static void main(String[] args) throws IOException {
    Order order;
    try (InputStream in = new FileInputStream(FileDescriptor.in)) {
      order = Order.readFrom(in);
    }
    System.setIn(InputStream.nullInputStream());
    MessageWriter writer =
        new MessageWriter(new FileOutputStream(CHANNEL), new Seal(order.key().clone()));
    java.util.Arrays.fill(order.key(), (byte) 0);
    setProperties();
    writer.send(new Ready());
    run(order.targets(), new Reporter(writer, new Exhaustion(scratch())));
  }

  private static void run(List<Target> targets, Reporter reporter) {
    Thread lastWord = new Thread(() -> reporter.end(Reason.EXITED), "worker-exit");
    Runtime.getRuntime().addShutdownHook(lastWord);
    try {
      Frameworks frameworks = Frameworks.onClassPath(reporter);
      targets.forEach(frameworks::run);
      reporter.end(Reason.DONE);
    } catch (OutOfMemoryError e) {
      reporter.end(Reason.OUT_OF_MEMORY);
    }
  }

  private static void setProperties() {
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith(PROPERTY_PREFIX)) {
        System.setProperty(name.substring(PROPERTY_PREFIX.length()), System.getProperty(name));
      }
    }
  }

  private static File scratch() {
    return new File(System.getProperty("java.io.tmpdir", "."));
  }
}
