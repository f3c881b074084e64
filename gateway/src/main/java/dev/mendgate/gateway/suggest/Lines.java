package dev.mendgate.gateway.suggest;

import dev.mendgate.gateway.source.BlameIndex;
import dev.mendgate.gateway.source.BlamedLine;
import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.SourceException;
import org.jspecify.annotations.Nullable;

/** Text and blame of single lines at HEAD. */
final class Lines {
  private final CommitTree tree;
  private final BlameIndex blame;

  Lines(CommitTree tree, BlameIndex blame) {
    this.tree = tree;
    this.blame = blame;
  }

  CommitTree tree() {
    return tree;
  }

  /** Returns the text of a line without indentation; empty where there is none. */
  String text(String path, int line) {
    return tree.read(path)
        .flatMap(text -> text.lines().skip(line - 1L).findFirst())
        .map(String::strip)
        .orElse("");
  }

  /** Returns who last changed a line; null where that is not known. */
  @Nullable BlamedLine blame(String path, int line) {
    try {
      return blame.blame(tree.commit(), path, line);
    } catch (SourceException e) {
      return null;
    }
  }

  /** Returns who answers for a line: for now, who wrote it. */
  static @Nullable String owner(@Nullable BlamedLine line) {
    return line == null ? null : line.authorName() + " <" + line.authorMail() + ">";
  }
}
