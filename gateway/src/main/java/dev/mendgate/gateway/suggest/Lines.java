package dev.mendgate.gateway.suggest;

import dev.mendgate.gateway.source.BlameIndex;
import dev.mendgate.gateway.source.BlamedLine;
import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.SourceException;
import dev.mendgate.gateway.source.ownership.Owner;
import dev.mendgate.gateway.source.ownership.OwnerRules;
import dev.mendgate.gateway.source.ownership.Owners;
import org.jspecify.annotations.Nullable;

/** Text, blame and owners of lines at HEAD. */
final class Lines {
  private final CommitTree tree;
  private final BlameIndex blame;
  private final Owners owners;

  Lines(CommitTree tree, BlameIndex blame, OwnerRules rules) {
    this.tree = tree;
    this.blame = blame;
    this.owners = Owners.at(tree, rules);
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

  /** Returns who answers for lines. */
  Owner owner(String path, int first, int last) {
    return owners.of(path, first, last, blame);
  }
}
