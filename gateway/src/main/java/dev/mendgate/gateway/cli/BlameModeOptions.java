package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IgnoredRevisions;
import dev.mendgate.gateway.source.blame.BlameModes;
import dev.mendgate.gateway.source.blame.MoveDetection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import picocli.CommandLine.Option;

/** Changes that a blame looks through. */
final class BlameModeOptions {
  @Option(
      names = {"-w", "--ignore-whitespace"},
      description = "Look through changes of spaces, tabs and line endings.")
  private boolean ignoreWhitespace;

  @Option(
      names = "--ignore-revs-file",
      paramLabel = "FILE",
      description =
          "Look through the commits that FILE lists: a full id on each line, # for comments. Their"
              + " lines are told of the lines they resemble before. Can be given several times.")
  private List<Path> ignoreRevsFiles = List.of();

  @Option(
      names = "--ignore-revs",
      description =
          "Look through the commits that .git-blame-ignore-revs lists at HEAD. Without it that file"
              + " is not read, as by git.")
  private boolean ignoreRevs;

  @Option(
      names = "-M",
      description = "Follow blocks of at least 20 letters and digits that moved within their file.")
  private boolean moved;

  @Option(
      names = "-C",
      description =
          "Follow blocks of at least 40 letters and digits that came from other files the commit"
              + " changed, too; given twice, from any file where the commit made the file; three"
              + " times, from any file in every commit. Includes -M.")
  private boolean[] copied = {};

  /** Returns the modes; reads the lists of commits. */
  BlameModes modes(GitRepository repository) {
    Set<ObjectId> ignored = new HashSet<>();
    if (ignoreRevs) {
      CommitTree head = repository.tree(repository.head());
      ignored.addAll(
          IgnoredRevisions.at(head)
              .orElseThrow(
                  () ->
                      new UserError(
                          "no "
                              + IgnoredRevisions.FILE
                              + " at HEAD of "
                              + repository.path()
                              + "; commit one, or give a list by --ignore-revs-file")));
    }
    for (Path file : ignoreRevsFiles) {
      ignored.addAll(IgnoredRevisions.parse(repository, file.toString(), bytes(file)));
    }
    return new BlameModes(ignoreWhitespace, ignored, moves());
  }

  private MoveDetection moves() {
    return switch (copied.length) {
      case 0 -> moved ? MoveDetection.WITHIN_FILE : MoveDetection.NONE;
      case 1 -> MoveDetection.FROM_CHANGED_FILES;
      case 2 -> MoveDetection.FROM_ANY_FILE_AT_CREATION;
      default -> MoveDetection.FROM_ANY_FILE;
    };
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UserError("cannot read " + file + "; give a file that lists commits");
    }
  }
}
