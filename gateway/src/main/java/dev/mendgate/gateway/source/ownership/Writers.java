package dev.mendgate.gateway.source.ownership;

import dev.mendgate.gateway.source.BlameIndex;
import dev.mendgate.gateway.source.BlamedLine;
import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.FileBlame;
import dev.mendgate.gateway.source.blame.BlameModes;
import dev.mendgate.gateway.source.ownership.Authors.Author;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Finds the owner of lines among those who wrote them, then among those who wrote the method around
 * them, then among those who wrote the file.
 */
final class Writers {
  private static final int TOLD = 3;

  private final CommitTree tree;
  private final OwnerRules rules;
  private final BlameIndex blame;
  private final BlameModes modes;
  private final Set<String> asked = new HashSet<>();
  private final List<String> passedOver = new ArrayList<>();

  /** Takes the modes in which a line is blamed again that a commit to be ignored changed. */
  Writers(CommitTree tree, OwnerRules rules, BlameIndex blame, BlameModes modes) {
    this.tree = tree;
    this.rules = rules;
    this.blame = blame;
    this.modes = modes;
  }

  /** Authors to ask in turn; the text is what the one that is taken did. */
  private record Circle(String did, Supplier<List<Author>> authors) {}

  Owner of(String path, int first, int last) {
    String lines = first == last ? "last to change the line" : "wrote most of these lines";
    List<Circle> circles =
        List.of(
            new Circle(lines, () -> lines(path, first, last)),
            new Circle("last to change the rest of the method", () -> method(path, first)),
            new Circle(
                "wrote most of the rest of the file", () -> lines(path, 1, Integer.MAX_VALUE)));
    for (Circle circle : circles) {
      Optional<Owner> found = among(circle);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return Owner.nobody("nobody is left of those who wrote " + path + told());
  }

  private List<Author> method(String path, int line) {
    if (!path.endsWith(".java")) {
      return List.of();
    }
    return tree.read(path)
        .flatMap(text -> EnclosingMethod.of(text, line))
        .map(method -> Authors.of(file(path), method.first(), method.last(), Authors.BY_TIME))
        .orElse(List.of());
  }

  /** An index answers for one line sooner than for a file. */
  private List<Author> lines(String path, int first, int last) {
    return first == last
        ? List.of(Author.of(line(path, first)))
        : Authors.of(file(path), first, last, Authors.BY_LINES);
  }

  private BlamedLine line(String path, int line) {
    BlamedLine known = blame.blame(tree.commit(), path, line);
    return isIgnored(known) ? blame.blame(tree.commit(), path, modes).line(line) : known;
  }

  private FileBlame file(String path) {
    FileBlame known = blame.blame(tree.commit(), path);
    return known.runs().stream().anyMatch(run -> isIgnored(run.origin()))
        ? blame.blame(tree.commit(), path, modes)
        : known;
  }

  private boolean isIgnored(BlamedLine line) {
    return !modes.ignoredRevisions().isEmpty()
        && modes.ignoredRevisions().contains(ObjectId.fromString(line.commit()));
  }

  private Optional<Owner> among(Circle circle) {
    for (Author author : circle.authors.get()) {
      if (asked.add(author.key())) {
        Optional<Owner> owner = owner(author.person(), circle.did);
        if (owner.isPresent()) {
          return owner;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Owner> owner(Person author, String did) {
    if (rules.isBot(author)) {
      passedOver.add(author.called() + " is a bot");
      return Optional.empty();
    }
    Optional<Owner> team =
        rules.forMail(author.mail()).map(entry -> Owners.fromMail(entry, author));
    if (team.isPresent()) {
      return team;
    }
    if (rules.hasLeft(author)) {
      passedOver.add(author.called() + " has left");
      return Optional.empty();
    }
    return Optional.of(
        new Owner(Owner.Kind.AUTHOR, List.of(author.toString()), null, null, did + told()));
  }

  private String told() {
    if (passedOver.isEmpty()) {
      return "";
    }
    String first = String.join(", ", passedOver.subList(0, Math.min(TOLD, passedOver.size())));
    int more = passedOver.size() - TOLD;
    return "; " + first + (more > 0 ? " and " + more + " more passed over" : "");
  }
}
