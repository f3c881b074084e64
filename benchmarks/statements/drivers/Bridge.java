import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sends all that java.util.logging says to where the benchmark keeps it. */
final class Bridge {
  private static final Logger ROOT = Logger.getLogger("");

  private Bridge() {}

  static void install() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    ROOT.setLevel(Level.ALL);
  }
}
