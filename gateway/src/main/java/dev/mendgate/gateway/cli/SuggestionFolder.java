package dev.mendgate.gateway.cli;

import dev.mendgate.fixer.Reproducer;
import dev.mendgate.gateway.suggest.Candidate;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes {@code suggestions.json}, one patch for each candidate, and the reproducers. */
final class SuggestionFolder {
  private final Path folder;

  SuggestionFolder(Path folder) {
    this.folder = folder;
  }

  void write(String json, Located located, List<Candidate> candidates) throws IOException {
    Files.createDirectories(folder);
    removeOldPatches();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      Path patch = folder.resolve(SuggestionsJson.patchName(i + 1, candidate));
      Files.write(patch, candidate.patch().getBytes(charset(located, candidate)));
      Reproducer reproducer = candidate.reproducer();
      if (reproducer != null) {
        Path test = folder.resolve("reproducer").resolve(reproducer.path());
        Files.createDirectories(Objects.requireNonNull(test.getParent()));
        Files.writeString(test, reproducer.source());
      }
    }
    Files.writeString(folder.resolve("suggestions.json"), json);
  }

  /** An earlier answer's patches would be taken for this one's. */
  private void removeOldPatches() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path old : files.filter(SuggestionFolder::isPatch).toList()) {
        Files.delete(old);
      }
    }
  }

  private static boolean isPatch(Path file) {
    return file.getFileName().toString().matches("\\d{2,}-[a-z0-9-]+\\.patch");
  }

  /** A patch is written in the charset of the file it is for, so that its context lines match. */
  private static Charset charset(Located located, Candidate candidate) {
    return candidate.fix().edits().stream()
        .map(edit -> located.tree().require(edit.path()).charset())
        .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
        .findFirst()
        .orElse(StandardCharsets.UTF_8);
  }
}
