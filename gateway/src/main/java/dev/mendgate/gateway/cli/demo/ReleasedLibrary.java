package dev.mendgate.gateway.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * Real code with a real bug and real history: the releases of a library, resolved by Maven as
 * {@code sources} and {@code test-sources} artifacts and committed one after the other, each tagged
 * with its version.
 *
 * @param group Maven group
 * @param artifact Maven artifact
 * @param releases versions that are committed, oldest first
 * @param deployed version whose binary crashes
 */
record ReleasedLibrary(String group, String artifact, List<String> releases, String deployed) {
  ReleasedLibrary {
    releases = List.copyOf(releases);
  }

  /** Resolves what is needed into a folder; prints nothing unless Maven fails. */
  void resolve(Path folder) throws IOException, InterruptedException {
    Path pom = folder.resolve("pom.xml");
    Files.writeString(pom, resolvingPom());
    new MavenCall(folder)
        .run(
            "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy",
            "-DoutputDirectory=" + folder);
  }

  /** Returns the resolved binary that crashes. */
  Path binary(Path folder) {
    return folder.resolve(artifact + "-" + deployed + ".jar");
  }

  /** Commits the resolved releases into an empty folder. */
  void commit(Path folder, Path workTree) throws IOException, GitAPIException {
    try (Git git = Git.init().setDirectory(workTree.toFile()).setInitialBranch("main").call()) {
      for (String release : releases) {
        clear(workTree);
        String jar = artifact + "-" + release;
        Instant when = unpack(folder.resolve(jar + "-sources.jar"), workTree.resolve("src/main"));
        unpack(folder.resolve(jar + "-test-sources.jar"), workTree.resolve("src/test"));
        Files.writeString(workTree.resolve("pom.xml"), buildingPom(release));
        Files.writeString(workTree.resolve(".gitignore"), "target/\n");
        commit(git, release, when);
      }
    }
  }

  private void commit(Git git, String release, Instant when) throws GitAPIException {
    PersonIdent author =
        new PersonIdent(
            artifact + " developers", "dev@" + artifact + ".example", when, ZoneOffset.UTC);
    git.add().addFilepattern(".").call();
    git.add().addFilepattern(".").setUpdate(true).call();
    git.commit()
        .setAuthor(author)
        .setCommitter(author)
        .setMessage("Release " + release)
        .setSign(false)
        .setNoVerify(true)
        .call();
    git.tag().setName(release).setAnnotated(false).call();
  }

  /** Unpacks Java files below {@code java} and all else below {@code resources}. */
  private static Instant unpack(Path jar, Path target) throws IOException {
    Instant newest = Instant.EPOCH;
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (entry.isDirectory() || name.toUpperCase(Locale.ROOT).startsWith("META-INF/")) {
          continue;
        }
        Path file = target.resolve(name.endsWith(".java") ? "java" : "resources").resolve(name);
        if (!file.normalize().startsWith(target)) {
          throw new IOException(jar + " holds an entry outside its root: " + name);
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.copy(zip, file);
        Instant written = entry.getLastModifiedTime().toInstant();
        newest = written.isAfter(newest) ? written : newest;
      }
    }
    return newest;
  }

  private static void clear(Path workTree) throws IOException {
    Path sources = workTree.resolve("src");
    if (!Files.exists(sources)) {
      return;
    }
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private String resolvingPom() {
    StringBuilder items = new StringBuilder();
    for (String release : releases) {
      items.append(item(release, "<classifier>sources</classifier>"));
      items.append(item(release, "<classifier>test-sources</classifier>"));
    }
    items.append(item(deployed, ""));
    return """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>dev.mendgate.demo</groupId>
          <artifactId>resolve</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
          <build><plugins><plugin>
            <artifactId>maven-dependency-plugin</artifactId>
            <version>3.8.1</version>
            <configuration><artifactItems>
        %s
            </artifactItems></configuration>
          </plugin></plugins></build>
        </project>
        """
        .formatted(items);
  }

  private String item(String version, String classifier) {
    return "<artifactItem><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s</artifactItem>\n"
        .formatted(group, artifact, version, classifier);
  }

  private String buildingPom(String version) {
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
          <properties>
            <maven.compiler.source>8</maven.compiler.source>
            <maven.compiler.target>8</maven.compiler.target>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
          <dependencies>
            <dependency>
              <groupId>junit</groupId>
              <artifactId>junit</artifactId>
              <version>4.13.2</version>
              <scope>test</scope>
            </dependency>
          </dependencies>
          <build>
            <plugins>
              <plugin>
                <artifactId>maven-resources-plugin</artifactId>
                <version>3.3.1</version>
              </plugin>
              <plugin>
                <artifactId>maven-compiler-plugin</artifactId>
                <version>3.14.1</version>
              </plugin>
            </plugins>
          </build>
        </project>
        """
        .formatted(group, artifact, version);
  }
}
