package dev.mendgate.gateway.source.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.ScratchRepository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MailmapTest {
  private static final List<String> NAMES =
      List.of("", "Ana", "ANA", "Ana Lima", "ana lima", "Zoë", "ZOË", "#x", "Ann", "A");
  private static final List<String> MAILS =
      List.of("a@x.org", "A@X.org", "ab@x.org", "a", "", " a@x.org ", "zoë@x.org", "ZOË@x.org");
  private static final List<String> GAPS = List.of(" ", "", "  ", "\t", "\r", " \f", "\u000b");

  private final Path folder;

  MailmapTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theFourFormsOfALine() {
    Mailmap mailmap =
        Mailmap.parse(
            """
            # people
            Proper Name <name-only@x.org>
            <proper@x.org> <mail-only@x.org>
            Both Proper <both@x.org> <both-old@x.org>
            One Of Two <one@x.org> nick <shared@x.org>
            """);
    assertEquals(
        new Person("Proper Name", "name-only@x.org"), mailmap.map("pn", "name-only@x.org"));
    assertEquals(new Person("mo", "proper@x.org"), mailmap.map("mo", "Mail-Only@x.org"));
    assertEquals(new Person("Both Proper", "both@x.org"), mailmap.map("b", "both-old@x.org"));
    assertEquals(new Person("One Of Two", "one@x.org"), mailmap.map("NICK", "shared@x.org"));
    assertEquals(new Person("other", "shared@x.org"), mailmap.map("other", "shared@x.org"));
  }

  @Test
  void saysOfEverybodyWhatGitSays() {
    ScratchRepository repository = ScratchRepository.in(folder);
    Random random = new Random(20_240_229);
    int changed = 0;
    for (int round = 0; round < 120; round++) {
      String text = mailmap(random);
      repository.write(".mailmap", text);
      List<Person> people = people(random);
      List<String> ours = new ArrayList<>();
      Mailmap mailmap = Mailmap.parse(text);
      for (Person person : people) {
        Person mapped = mailmap.map(person.name(), person.mail());
        changed += mapped.equals(person) ? 0 : 1;
        ours.add(mapped.toString());
      }
      assertEquals(checkMailmap(repository, people), ours, text);
    }
    assertTrue(changed > 500, "the generated mailmaps change only " + changed);
  }

  @Test
  void isReadFromTheCommitAtHeadNotFromTheWorkingCopy() {
    ScratchRepository repository = ScratchRepository.in(folder);
    repository.write(".mailmap", "Committed <a@x.org>\n").commit("mailmap");
    repository.write(".mailmap", "Not Committed <a@x.org>\n");
    assertEquals("Committed", ofRepository(folder).map("a", "a@x.org").name());
  }

  @Test
  void linesOfTheConfiguredObjectWin() {
    ScratchRepository repository = ScratchRepository.in(folder);
    repository.write(".mailmap", "Ana <a@x.org>\nBo <b@x.org>\n");
    repository.write("people/map", "Anabela <a@x.org>\n").commit("mailmaps");
    repository.git("config", "mailmap.blob", "HEAD:people/map");
    Mailmap mailmap = ofRepository(folder);
    assertEquals("Anabela", mailmap.map("a", "a@x.org").name());
    assertEquals("Bo", mailmap.map("b", "b@x.org").name());
  }

  @Test
  void theConfiguredObjectOfABareRepositoryIsReadAlone() {
    Path bare = folder.resolve("bare.git");
    ScratchRepository repository = ScratchRepository.in(makeFolder("work"));
    repository.write(".mailmap", "Ana <a@x.org>\nBo <b@x.org>\n");
    repository.write("map", "Anabela <a@x.org>\n").commit("mailmaps");
    repository.git("clone", "-q", "--bare", ".", bare.toString());
    assertEquals("Bo", ofRepository(bare).map("b", "b@x.org").name());
    repository.git("-C", bare.toString(), "config", "mailmap.blob", "HEAD:map");
    Mailmap mailmap = ofRepository(bare);
    assertEquals("Anabela", mailmap.map("a", "a@x.org").name());
    assertEquals("b", mailmap.map("b", "b@x.org").name());
  }

  @Test
  void filesThatTheSettingsNameAreNotRead() throws Exception {
    Path outside = Files.writeString(folder.resolve("outside"), "Leaked <a@x.org>\n");
    ScratchRepository repository = ScratchRepository.in(makeFolder("work"));
    repository.write("a.txt", "a\n").commit("one");
    repository.git("config", "mailmap.file", outside.toString());
    repository.git("config", "mailmap.blob", "HEAD:no-such-file");
    assertEquals("a", ofRepository(repository.root()).map("a", "a@x.org").name());
  }

  @Test
  void aRepositoryWithoutCommitsHasNone() {
    ScratchRepository.in(folder);
    assertEquals(new Person("a", "a@x.org"), ofRepository(folder).map("a", "a@x.org"));
  }

  private Path makeFolder(String name) {
    Path made = folder.resolve(name);
    assertTrue(made.toFile().mkdir());
    return made;
  }

  private static Mailmap ofRepository(Path path) {
    try (GitRepository repository = GitRepository.open(path)) {
      return Mailmap.of(repository);
    }
  }

  private static List<String> checkMailmap(ScratchRepository repository, List<Person> people) {
    StringBuilder asked = new StringBuilder();
    people.forEach(person -> asked.append(person).append('\n'));
    String answer =
        repository.gitReading(
            asked.toString().getBytes(StandardCharsets.UTF_8), "check-mailmap", "--stdin");
    byte[] bytes = answer.getBytes(StandardCharsets.ISO_8859_1);
    return List.of(new String(bytes, StandardCharsets.UTF_8).split("\n"));
  }

  private static List<Person> people(Random random) {
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      people.add(new Person(any(NAMES, random), any(MAILS, random)));
    }
    return people;
  }

  private static String mailmap(Random random) {
    StringBuilder text = new StringBuilder();
    for (int line = random.nextInt(8); line >= 0; line--) {
      for (int part = random.nextInt(3); part >= 0; part--) {
        text.append(random.nextInt(4) == 0 ? any(GAPS, random) : "");
        text.append(any(NAMES, random)).append(any(GAPS, random));
        text.append(random.nextInt(15) == 0 ? "" : "<").append(any(MAILS, random));
        text.append(random.nextInt(15) == 0 ? "" : ">").append(any(GAPS, random));
      }
      text.append(random.nextInt(6) == 0 ? "# why" : "");
      text.append(line == 0 && random.nextBoolean() ? "" : "\n");
    }
    return text.toString();
  }

  private static String any(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
