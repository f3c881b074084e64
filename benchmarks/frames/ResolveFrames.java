import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Frame;
import dev.mendgate.gateway.failure.StackTraceParser;
import dev.mendgate.gateway.failure.TraceOutcome;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.frame.FrameResolution;
import dev.mendgate.gateway.source.frame.FrameResolver;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Resolves frames at HEAD of repositories, for run.py, in one process for all of them.
 *
 * <p>Lines of standard input, parts apart by tabs: {@code repository PATH}; {@code trace FILE}, the
 * frames of a trace; {@code frame CLASS METHOD FILE LINE}, a frame on its own. Prints {@code #} and
 * the line for each of the first two, and one line a frame: class, method, file, line, then FOUND or
 * the reason, path, line, whether the line is inside the method, number of files, notes.
 */
final class ResolveFrames {
  public static void main(String[] args) throws Exception {
    PrintStream out =
        new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    GitRepository repository = null;
    FrameResolver resolver = null;
    String asked = "";
    long count = 0;
    long started = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] part = line.split("\t", -1);
      if (part[0].equals("frame")) {
        Frame frame =
            new Frame(
                part[1], part[2], part[3].isEmpty() ? null : part[3], Integer.parseInt(part[4]));
        count++;
        print(out, List.of(frame), List.of(resolver.resolve(frame)));
        continue;
      }
      out.println("#\t" + line);
      if (part[0].equals("trace")) {
        String text = Files.readString(Path.of(part[1]), StandardCharsets.UTF_8);
        TraceOutcome.Found trace = (TraceOutcome.Found) StackTraceParser.parse(text);
        for (Failure failure : trace.trace().failures()) {
          print(out, failure.frames(), resolver.resolve(failure.frames()));
        }
        continue;
      }
      report(asked, count, started);
      if (repository != null) {
        repository.close();
      }
      repository = GitRepository.open(Path.of(part[1]));
      resolver = new FrameResolver(repository.tree(repository.head()));
      asked = part[1];
      count = 0;
      started = System.nanoTime();
    }
    report(asked, count, started);
    out.flush();
  }

  private static void report(String repository, long frames, long started) {
    if (frames > 0) {
      long millis = (System.nanoTime() - started) / 1_000_000;
      System.err.printf("%s: %d single frames in %d ms%n", repository, frames, millis);
    }
  }

  private static void print(PrintStream out, List<Frame> frames, List<FrameResolution> answers) {
    for (int i = 0; i < frames.size(); i++) {
      Frame frame = frames.get(i);
      String asked =
          String.join(
              "\t",
              frame.className(),
              frame.method(),
              frame.file() == null ? "" : frame.file(),
              "" + frame.line());
      out.println(asked + "\t" + answer(answers.get(i)));
    }
  }

  private static String answer(FrameResolution resolution) {
    if (resolution instanceof FrameResolution.Found found) {
      FrameResolution.Candidate best = found.best();
      return String.join(
          "\t",
          "FOUND",
          best.path(),
          "" + best.line(),
          best.plausible() ? "inside" : "outside",
          "" + found.candidates().stream().map(FrameResolution.Candidate::path).distinct().count(),
          String.join("; ", found.notes()));
    }
    FrameResolution.Skipped skipped = (FrameResolution.Skipped) resolution;
    String path = skipped.path() == null ? "" : skipped.path();
    return String.join("\t", skipped.reason().name(), path, "", "", "0", skipped.note());
  }
}
