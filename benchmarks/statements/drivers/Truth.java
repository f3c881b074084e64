import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes each record with the frames that led to it, one JSON object per line: what the log says,
 * and what the benchmark keeps to itself.
 */
public final class Truth extends UnsynchronizedAppenderBase<ILoggingEvent> {
  private static final int FRAMES = 12;
  private static Writer out;

  @Override
  public void start() {
    ((LoggerContext) getContext()).setMaxCallerDataDepth(FRAMES);
    open();
    super.start();
  }

  private static synchronized void open() {
    try {
      if (out == null) {
        out = Files.newBufferedWriter(Path.of(System.getProperty("truth.file")));
        Runtime.getRuntime().addShutdownHook(new Thread(Truth::flush));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void append(ILoggingEvent event) {
    StringBuilder line = new StringBuilder("{");
    field(line, "millis", Long.toString(event.getTimeStamp()));
    field(line, "level", event.getLevel().toString());
    field(line, "thread", event.getThreadName());
    field(line, "logger", event.getLoggerName());
    field(line, "message", event.getFormattedMessage());
    field(line, "frames", frames(event.getCallerData()));
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown instanceof ThrowableProxy proxy) {
      field(line, "trace", ThrowableProxyUtil.asString(thrown));
      field(line, "thrown", chain(proxy.getThrowable()));
    }
    write(line);
  }

  /** Notes an exception that the system threw at the driver. */
  static void thrown(Throwable thrown) {
    StringBuilder line = new StringBuilder("{");
    field(line, "thrown", chain(thrown));
    write(line);
  }

  /** Runs what is expected to fail, and notes how it did. */
  static void fails(Action action) {
    try {
      action.run();
    } catch (Throwable e) {
      thrown(e);
    }
  }

  /** A piece of work that may throw anything. */
  interface Action {
    void run() throws Exception;
  }

  /** Ends the process: threads of the system may still run. */
  static void end() throws Exception {
    Thread.sleep(500);
    synchronized (Truth.class) {
      flush();
      Runtime.getRuntime().halt(0);
    }
  }

  private static synchronized void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(StringBuilder line) {
    line.setLength(line.length() - 1);
    line.append("}\n");
    synchronized (Truth.class) {
      try {
        out.write(line.toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Type, message and first frames of an exception and of its causes. */
  private static String chain(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    Throwable at = thrown;
    for (int i = 0; at != null && i < 8; i++, at = at.getCause()) {
      text.append(at.getClass().getName()).append('\u0001').append(at.getMessage());
      text.append('\u0001').append(frames(at.getStackTrace())).append('\u0002');
    }
    return text.toString();
  }

  private static String frames(StackTraceElement[] frames) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
      text.append(frame(frames[i])).append('\n');
    }
    return text.toString();
  }

  private static String frame(StackTraceElement frame) {
    return frame.getClassName()
        + " " + frame.getMethodName()
        + " " + frame.getFileName()
        + " " + frame.getLineNumber();
  }

  private static void field(StringBuilder line, String name, String value) {
    line.append('"').append(name).append("\":\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        line.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        line.append(String.format("\\u%04x", (int) c));
      } else {
        line.append(c);
      }
    }
    line.append("\",");
  }
}
