package dev.mendgate.sandbox.build;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a build of a source tree.
 *
 * @param checkout a private copy of the tree at one commit; the build writes into it
 * @param focus paths with {@code /} of the files that will be patched; modules that hold none of
 *     them and that those modules do not need are left out; empty for all
 * @param explicit where to find sources and classes without a build tool; null to detect
 */
public record BuildRequest(Path checkout, List<String> focus, @Nullable ExplicitBuild explicit) {
  public BuildRequest {
    focus = List.copyOf(focus);
  }

  /**
   * A build without a build tool.
   *
   * @param sourceRoots relative to the checkout
   * @param testRoots relative to the checkout
   * @param classpath dependencies, absolute
   * @param release language level, such as 8 or 17
   */
  public record ExplicitBuild(
      List<String> sourceRoots, List<String> testRoots, List<Path> classpath, int release) {
    public ExplicitBuild {
      sourceRoots = List.copyOf(sourceRoots);
      testRoots = List.copyOf(testRoots);
      classpath = List.copyOf(classpath);
    }
  }
}
