package dev.mendgate.sandbox.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says which sources were left out of a direct compilation. */
final class LeftOut {
  private static final int NAMED = 5;

  private LeftOut() {}

  static Optional<String> of(String kind, Path checkout, DirectBuild.Result result) {
    List<Path> files = result.leftOut();
    if (files.isEmpty()) {
      return Optional.empty();
    }
    String names =
        files.stream()
            .limit(NAMED)
            .map(f -> checkout.relativize(f).toString())
            .collect(Collectors.joining(", "));
    String more = files.size() > NAMED ? " and " + (files.size() - NAMED) + " more" : "";
    return Optional.of(
        "%d %s source(s) do not compile and are left out: %s%s"
            .formatted(files.size(), kind, names, more));
  }
}
