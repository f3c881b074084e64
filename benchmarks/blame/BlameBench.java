import com.sun.management.OperatingSystemMXBean;
import dev.mendgate.gateway.source.BlamedLine;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.IndexSummary;
import dev.mendgate.gateway.source.StoredBlame;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.jgit.api.BlameCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.blame.BlameResult;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * What the scripts beside it need a JVM for. Prints one measurement a line: its name, seconds of
 * wall clock, seconds of CPU of the whole process. Paths come on standard input, a zero byte behind
 * each.
 */
final class BlameBench {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Path path;
  private final Path scratch;
  private int folders;

  private BlameBench(Path path, Path scratch) {
    this.path = path;
    this.scratch = scratch;
  }

  private interface Work {
    void run() throws Exception;
  }

  /** BlameBench COMMAND REPOSITORY SCRATCH [ARGUMENT...]. */
  public static void main(String[] arguments) throws Exception {
    BlameBench bench = new BlameBench(Path.of(arguments[1]), Path.of(arguments[2]));
    switch (arguments[0]) {
      case "dump" -> bench.dump();
      case "whole" -> 
          bench.whole(number(arguments[3]), number(arguments[4]), number(arguments[5]));
      case "jgit" -> bench.jgit(number(arguments[3]));
      case "update" -> bench.update(arguments[3], number(arguments[4]));
      case "lookup" -> bench.lookup(number(arguments[3]));
      case "open" -> bench.open(number(arguments[3]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

  private static void measure(String name, Work work) throws Exception {
    long cpu = SYSTEM.getProcessCpuTime();
    long wall = System.nanoTime();
    work.run();
    print(name, (System.nanoTime() - wall) / 1e9, (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
  }

  private static void print(String name, double wall, double cpu) {
    System.out.printf(Locale.ROOT, "%s %.6f %.6f%n", name, wall, cpu);
  }

  private static List<String> paths() throws IOException {
    String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    return Stream.of(text.split("\0")).filter(p -> !p.isEmpty()).toList();
  }

  private Path fresh() {
    return scratch.resolve("data" + ++folders);
  }

  /** Prints every line's blame in the columns of oracle.py. */
  private void dump() throws IOException {
    try (GitRepository git = GitRepository.open(path);
        PrintStream out =
            new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, "UTF-8")) {
      StoredBlame blame = new StoredBlame(git, fresh());
      blame.index(git.head(), IndexProgress.SILENT);
      for (String file : paths()) {
        int number = 0;
        for (BlamedLine line : blame.blame(git.head(), file).all()) {
          out.print(row(file, ++number, line));
        }
      }
    }
  }

  private static String row(String file, int number, BlamedLine line) {
    return String.join(
            "\t",
            escaped(file),
            Integer.toString(number),
            line.commit(),
            escaped(line.authorName()),
            escaped(line.authorMail()),
            Long.toString(line.authoredAt().getEpochSecond()),
            Long.toString(line.committedAt().getEpochSecond()),
            escaped(line.originalPath()),
            Integer.toString(line.originalLine()))
        + "\n";
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\t' -> escaped.append("\\t");
        case '\n' -> escaped.append("\\n");
        case '\\' -> escaped.append("\\\\");
        default -> {
          boolean control = c < ' ' || c == 0x7f;
          escaped.append(control ? String.format("\\x%02x", (int) c) : Character.toString(c));
        }
      }
    }
    return escaped.toString();
  }

  /** Indexes the head anew each round, after so many seconds of the same to warm up. */
  private void whole(int rounds, int threads, int warmUp) throws Exception {
    long warm = System.nanoTime() + warmUp * 1_000_000_000L;
    for (int i = 0; i < rounds; i++) {
      boolean warming = System.nanoTime() < warm;
      if (warming) {
        i = -1;
      }
      try (GitRepository git = GitRepository.open(path)) {
        Path data = fresh();
        StoredBlame blame = new StoredBlame(git, data, threads);
        IndexSummary[] summary = new IndexSummary[1];
        measure(warming ? "warming" : "whole", () -> summary[0] = blame.index(git.head(), IndexProgress.SILENT));
        if (i == rounds - 1) {
          print("files", summary[0].files(), 0);
          print("lines", summary[0].lines(), 0);
          print("bytes", blame.size(), 0);
        }
      }
    }
  }

  /** Blames each file by itself, as JGit does by default, renames followed. */
  private void jgit(int rounds) throws Exception {
    List<String> files = paths();
    try (Repository git = new FileRepositoryBuilder().setGitDir(path.toFile()).build()) {
      ObjectId head = git.resolve("HEAD");
      for (int i = 0; i < rounds; i++) {
        measure("jgit", () -> files.forEach(file -> jgit(git, head, file)));
      }
    }
  }

  private static void jgit(Repository git, ObjectId head, String file) {
    try {
      BlameResult result =
          new BlameCommand(git)
              .setFilePath(file)
              .setStartCommit(head)
              .setFollowFileRenames(true)
              .call();
      if (result != null) {
        result.computeAll();
      }
    } catch (GitAPIException | IOException e) {
      System.err.println("JGit cannot blame " + file + ": " + e);
    }
  }

  /** Opens an index of an older commit and brings it up to the head, again and again. */
  private void update(String from, int rounds) throws Exception {
    Path old = fresh();
    try (GitRepository git = GitRepository.open(path)) {
      new StoredBlame(git, old).index(from, IndexProgress.SILENT);
    }
    for (int i = 0; i < rounds; i++) {
      Path data = copied(old);
      try (GitRepository git = GitRepository.open(path)) {
        measure("update", () -> new StoredBlame(git, data).index(git.head(), IndexProgress.SILENT));
      }
    }
  }

  private Path copied(Path folder) throws IOException {
    Path copy = fresh();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(folder.relativize(file).toString()));
      }
    }
    return copy;
  }

  /** Looks lines up that are picked at random. */
  private void lookup(int rounds) throws Exception {
    int count = 100_000;
    List<String> files = paths();
    try (GitRepository git = GitRepository.open(path)) {
      String head = git.head();
      Path data = fresh();
      new StoredBlame(git, data).index(head, IndexProgress.SILENT);
      StoredBlame blame = new StoredBlame(git, data);
      Random random = new Random(1);
      String[] file = new String[count];
      int[] line = new int[count];
      for (int i = 0; i < count; ) {
        file[i] = files.get(random.nextInt(files.size()));
        int lines = blame.blame(head, file[i]).lines();
        if (lines > 0) {
          line[i++] = 1 + random.nextInt(lines);
        }
      }
      for (int round = 0; round < rounds; round++) {
        measure(
            "lookup",
            () -> {
              for (int i = 0; i < count; i++) {
                if (blame.blame(head, file[i], line[i]).originalLine() < 1) {
                  throw new IllegalStateException(file[i]);
                }
              }
            });
      }
    }
  }

  /** Opens an index that is there and asks it for one line. */
  private void open(int rounds) throws Exception {
    String file = paths().get(0);
    try (GitRepository git = GitRepository.open(path)) {
      String head = git.head();
      Path data = scratch.resolve("opened");
      print("lines", new StoredBlame(git, data).index(head, IndexProgress.SILENT).lines(), 0);
      for (int i = 0; i < rounds; i++) {
        measure("open", () -> new StoredBlame(git, data).blame(head, file, 1));
      }
    }
  }
}
