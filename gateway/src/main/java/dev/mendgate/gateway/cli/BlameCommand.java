package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.source.BlamedLine;
import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexedRepository;
import dev.mendgate.gateway.source.StoredBlame;
import dev.mendgate.gateway.source.blame.BlameModes;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
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
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin private final RepositoryOptions options = new RepositoryOptions();
  @Mixin private final BlameModeOptions through = new BlameModeOptions();

  @Option(
      names = "--rev",
      paramLabel = "REV",
      defaultValue = "HEAD",
      description = "Revision to blame (default: ${DEFAULT-VALUE}).")
  private String revision = "HEAD";

  @Parameters(
      paramLabel = "PATH",
      description = "Files, or folders for all text files in them; none for all text files.")
  private List<String> paths = List.of();

  @Override
  public Integer call() {
    IndexedRepository indexed = options.open();
    try (GitRepository repository = indexed.git()) {
      CommitTree tree = repository.tree(repository.resolve(revision));
      BlameModes modes = through.modes(repository);
      PrintWriter out = spec.commandLine().getOut();
      for (String file : files(tree, indexed.blame())) {
        print(file, indexed.blame().blame(tree.commit(), file, modes).all(), out);
      }
      out.flush();
      return 0;
    }
  }

  private Collection<String> files(CommitTree tree, StoredBlame blame) {
    if (paths.isEmpty()) {
      return textFiles(tree, blame);
    }
    Set<String> files = new LinkedHashSet<>();
    for (String path : paths) {
      if (tree.isFolder(path)) {
        files.addAll(filesIn(path, tree, blame));
      } else {
        tree.require(path);
        files.add(path);
      }
    }
    return files;
  }

  private List<String> filesIn(String path, CommitTree tree, StoredBlame blame) {
    String folder = path.endsWith("/") || path.equals(".") ? path : path + "/";
    return textFiles(tree, blame).stream()
        .filter(p -> folder.equals(".") || folder.equals("./") || p.startsWith(folder))
        .toList();
  }

  /** Blames them all together, which is quicker than one by one. */
  private List<String> textFiles(CommitTree tree, StoredBlame blame) {
    blame.index(tree.commit(), new PrintedProgress(spec.commandLine().getErr()));
    return blame.paths(tree.commit());
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
    return CONTROL.matcher(text).replaceAll("?");
  }
}
