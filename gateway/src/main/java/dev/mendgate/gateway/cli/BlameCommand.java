package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.source.BlamedLine;
import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexedRepository;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints who last changed each line, in columns that scripts can read. */
@Command(
    name = "blame",
    mixinStandardHelpOptions = true,
    description =
        "Prints path, line, commit, author mail, author time, original path and original line of"
            + " each committed line, separated by tabs.")
final class BlameCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin private final RepositoryOptions options = new RepositoryOptions();

  @Option(
      names = "--rev",
      paramLabel = "REV",
      defaultValue = "HEAD",
      description = "Revision to blame (default: ${DEFAULT-VALUE}).")
  private String revision = "HEAD";

  @Parameters(
      paramLabel = "PATH",
      description = "Files, or folders for all Java files in them; none for all Java files.")
  private List<String> paths = List.of();

  @Override
  public Integer call() {
    IndexedRepository indexed = options.open();
    try (GitRepository repository = indexed.git()) {
      CommitTree tree = repository.tree(repository.resolve(revision));
      List<String> files =
          paths.isEmpty()
              ? tree.javaPaths()
              : paths.stream().flatMap(path -> files(tree, path).stream()).distinct().toList();
      PrintWriter out = spec.commandLine().getOut();
      for (String file : files) {
        print(file, indexed.blame().blame(tree.commit(), file).all(), out);
      }
      out.flush();
      return 0;
    }
  }

  private static List<String> files(CommitTree tree, String path) {
    if (tree.read(path).isPresent()) {
      return List.of(path);
    }
    String folder = path.endsWith("/") || path.equals(".") ? path : path + "/";
    List<String> inside =
        tree.javaPaths().stream().filter(p -> path.equals(".") || p.startsWith(folder)).toList();
    if (inside.isEmpty()) {
      tree.require(path);
    }
    return inside;
  }

  private static void print(String path, List<BlamedLine> lines, PrintWriter out) {
    for (int i = 0; i < lines.size(); i++) {
      BlamedLine line = lines.get(i);
      String row =
          String.join(
              "\t",
              column(path),
              String.valueOf(i + 1),
              line.commit(),
              column(line.authorMail()),
              String.valueOf(line.authoredAt().getEpochSecond()),
              column(line.originalPath()),
              String.valueOf(line.originalLine()));
      out.print(row + "\n");
    }
  }

  /** Keeps what others named from breaking the columns. */
  static String column(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
