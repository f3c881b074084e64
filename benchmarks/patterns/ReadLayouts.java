import dev.mendgate.gateway.pattern.LogRecord;
import dev.mendgate.gateway.pattern.LogRecordReader;
import dev.mendgate.gateway.pattern.LogText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads logs, for layouts.py. Prints {@code record LINE MESSAGE} for each record of a file, line
 * feeds as \n, and {@code rate LINES NANOS REFERENCE}: lines of the log repeated to 16 MB, processor
 * time to read them as records, and that to read them as lines only.
 */
final class ReadLayouts {
  private static final int BYTES = 16 << 20;
  private static final int ROUNDS = 7;

  private ReadLayouts() {}

  public static void main(String[] files) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (String file : files) {
      byte[] log = Files.readAllBytes(Path.of(file));
      out.print("file " + file + "\n");
      LogRecordReader records = new LogRecordReader(LogText.open(new ByteArrayInputStream(log)));
      for (LogRecord next = records.read(); next != null; next = records.read()) {
        String text = next.message() + (next.trace().isEmpty() ? "" : "\n" + next.trace());
        out.print("record " + next.firstLine() + " " + text.replace("\n", "\\n") + "\n");
      }
      byte[] repeated = repeated(log);
      long lines = 0;
      long best = Long.MAX_VALUE;
      long reference = Long.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        long start = now();
        lines = lines(repeated);
        reference = Math.min(reference, now() - start);
        start = now();
        records(repeated);
        best = Math.min(best, now() - start);
      }
      out.print("rate " + lines + " " + best + " " + reference + "\n");
    }
    out.flush();
  }

  private static byte[] repeated(byte[] log) {
    int length = log[log.length - 1] == '\n' ? log.length : log.length + 1;
    int times = Math.max(1, BYTES / length);
    byte[] all = new byte[times * length];
    for (int i = 0; i < times; i++) {
      System.arraycopy(log, 0, all, i * length, log.length);
      all[(i + 1) * length - 1] = '\n';
    }
    return all;
  }

  private static long lines(byte[] log) throws IOException {
    return new java.io.BufferedReader(LogText.open(new ByteArrayInputStream(log))).lines().count();
  }

  private static long records(byte[] log) throws IOException {
    LogRecordReader reader = new LogRecordReader(LogText.open(new ByteArrayInputStream(log)));
    long records = 0;
    while (reader.read() != null) {
      records++;
    }
    return records;
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
