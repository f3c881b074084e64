package dev.mendgate.gateway.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;

/** A repository made for one test. */
final class TestRepository {
  private final Path folder;

  TestRepository(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  TestRepository write(String path, String text) throws IOException {
    return write(path, text, StandardCharsets.UTF_8);
  }

  TestRepository write(String path, String text, Charset charset) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, text.getBytes(charset));
    return this;
  }

  /** Commits everything as one author at a fixed time. */
  String commit(String author) throws Exception {
    PersonIdent person =
        new PersonIdent(
            author, author + "@example.com", Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      git.add().addFilepattern(".").call();
      return git.commit()
          .setMessage("change by " + author)
          .setAuthor(person)
          .setCommitter(person)
          .setSign(false)
          .call()
          .name();
    }
  }

  /** Runs git itself, the judge of patches. */
  int git(String... arguments) throws Exception {
    Process git =
        new ProcessBuilder(Stream.concat(Stream.of("git"), List.of(arguments).stream()).toList())
            .directory(folder.toFile())
            .inheritIO()
            .start();
    return git.waitFor();
  }
}
