package dev.mendgate.fixer.scan;

import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;

/**
 * Recognises a weakness by how the rest of the repository does the same thing: first counts, file
 * by file, then concludes from all counts.
 *
 * <p>Registered like a {@link Detector}.
 */
public interface Census {
  /** Returns the name in kebab case, which {@code docs/scan.md} describes. */
  String rule();

  /** Returns one sentence for people who see the name for the first time. */
  String summary();

  /** Returns the uses a file holds; they outlive the file's syntax tree and hold none of it. */
  List<Use> count(ParsedFile file);

  /** Returns the uses that do what nearly all others avoid. */
  List<Finding> conclude(List<Use> uses);

  /**
   * One use of something.
   *
   * @param of what is used, the same for all that are to be compared
   * @param careful whether this use does what is right
   * @param place where it stands
   */
  record Use(String of, boolean careful, Place place) {}
}
