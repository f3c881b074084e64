package dev.mendgate.gateway.source.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.ScratchRepository;
import dev.mendgate.gateway.source.StoredBlame;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnersTest {
  private static final String PATH = "src/Cart.java";
  private static final List<String> CART =
      List.of(
          "class Cart {",
          "  int count(String[] items) {",
          "    int count = 0;",
          "    count += items.length;",
          "    return count;",
          "  }",
          "  int a = 1;",
          "  int b = 2;",
          "}");

  private final ScratchRepository scratch;
  private final Path data;

  OwnersTest(@TempDir Path work, @TempDir Path data) {
    scratch = ScratchRepository.in(work);
    this.data = data;
  }

  @Test
  void codeOwnersComeBeforeTheTableAndThatBeforeAuthors() {
    write("Ana <ana@pay.example>", 1, 9);
    String table = "team payments responds 4h contact #pay\nteam core\nmail pay.example payments\n";
    assertEquals("Ana <ana@pay.example>", owner(4, "").name().orElseThrow());

    Owner byMail = owner(4, table);
    assertEquals(Owner.Kind.TEAM, byMail.kind());
    assertEquals("payments", byMail.name().orElseThrow());
    assertEquals(Duration.ofHours(4), byMail.responseTime());
    assertEquals("#pay", byMail.contact());
    assertEquals("Ana wrote it: mail pay.example, line 3 of the owners file", byMail.reason());

    Owner byPath = owner(4, table + "path /src/ core\n");
    assertEquals("core", byPath.name().orElseThrow());
    assertEquals("path /src/, line 4 of the owners file", byPath.reason());

    scratch.write("docs/CODEOWNERS", "*.java @acme/carts @bo\n").commit("owners");
    Owner byFile = owner(4, table + "path /src/ core\nteam @acme/Carts responds 2d\n");
    assertEquals(Owner.Kind.CODE_OWNERS, byFile.kind());
    assertEquals(List.of("@acme/carts", "@bo"), byFile.names());
    assertEquals("2d", byFile.responds().orElseThrow());
    assertEquals("docs/CODEOWNERS line 1 (*.java)", byFile.reason());
  }

  @Test
  void botsAndThoseWhoLeftArePassedOverForTheNextInTheMethod() {
    write("Ana <ana@example.org>", 1, 9);
    write("Bo <bo@example.org>", 5, 5);
    write("dependabot[bot] <d[bot]@users.noreply.github.com>", 4, 4);

    Owner owner = owner(4, "");
    assertEquals("Bo <bo@example.org>", owner.name().orElseThrow());
    assertEquals("last to change the rest of the method; dependabot[bot] is a bot", owner.reason());

    Owner next = owner(4, "departed bo@example.org\n");
    assertEquals("Ana <ana@example.org>", next.name().orElseThrow());
    assertEquals(
        "last to change the rest of the method; dependabot[bot] is a bot, Bo has left",
        next.reason());
  }

  @Test
  void thoseWhoWroteMostOfTheFileComeAfterThoseWhoWroteTheMethod() {
    write("Ana <ana@example.org>", 1, 9);
    write("Cy <cy@example.org>", 7, 7);
    write("Dee <dee@example.org>", 8, 9);
    write("Bo <bo@example.org>", 2, 6);
    String left = "departed bo@*\n";
    assertEquals("Dee <dee@example.org>", owner(4, left).name().orElseThrow());
    assertEquals("wrote most of the rest of the file; Bo has left", owner(4, left).reason());
  }

  @Test
  void theAddressOfSomeoneWhoLeftStillLeadsToTheirTeamButNotThatOfABot() {
    write("Ana <ana@pay.example>", 1, 9);
    write("ci[bot] <ci@ci.example>", 4, 4);
    String table = "team pay\nteam ci\nmail pay.example pay\nmail ci.example ci\n";
    assertEquals("pay", owner(4, table + "departed ana@*\n").name().orElseThrow());
  }

  @Test
  void whoOnlyReformattedIsNotTheOwnerWhereTheCommitIsListed() {
    write("Ana <ana@example.org>", 1, 9);
    write("Bo <bo@example.org>", 7, 8);
    write("Former <former@example.org>", 1, 9);
    String formatted = scratch.git("rev-parse", "HEAD").strip();
    assertEquals("Former <former@example.org>", owner(4, "").name().orElseThrow());

    scratch.write(".git-blame-ignore-revs", "# format\nno id\n" + formatted + "\n").commit("list");
    assertEquals("Ana <ana@example.org>", owner(4, "").name().orElseThrow());
    assertEquals("Bo <bo@example.org>", owner(7, "").name().orElseThrow());
    assertEquals(
        "wrote most of the rest of the file; Ana has left", owner(4, "departed ana@*\n").reason());
    assertEquals("Bo <bo@example.org>", owner(4, "departed ana@*\n").name().orElseThrow());
  }

  @Test
  void nobodyIsNamedWhereNobodyIsLeft() {
    write("Ana <ana@example.org>", 1, 9);
    Owner owner = owner(4, "departed *\n");
    assertEquals(Owner.Kind.NOBODY, owner.kind());
    assertTrue(owner.name().isEmpty());
    assertEquals("nobody is left of those who wrote src/Cart.java; Ana has left", owner.reason());
  }

  @Test
  void ofSeveralLinesWhoWroteMostIsTakenWhateverNameTheyUsed() {
    write("Bo <bo@example.org>", 1, 9);
    write("Ana <ana@example.org>", 1, 3);
    write("Ana Lima <Ana@Example.org>", 4, 5);
    Owner owner = owner(1, 9, "");
    assertEquals("Ana Lima <Ana@Example.org>", owner.name().orElseThrow());
    assertEquals("wrote most of these lines", owner.reason());
    assertEquals("Bo <bo@example.org>", owner(3, 9, "").name().orElseThrow());
  }

  @Test
  void nobodyIsNamedForALineThatIsNotThere() {
    write("Ana <ana@example.org>", 1, 9);
    assertEquals(Owner.Kind.NOBODY, owner(10, "").kind());
  }

  @Test
  void codeOwnersWhoLeftAreLeftOut() {
    write("Ana <ana@example.org>", 1, 9);
    scratch.write("CODEOWNERS", "* @bo @cy\n").commit("owners");
    assertEquals(List.of("@cy"), owner(4, "departed @bo\n").names());
    assertEquals(Owner.Kind.AUTHOR, owner(4, "departed @bo\ndeparted @cy\n").kind());
  }

  @Test
  void whatIsNotCommittedDoesNotCount() {
    write("Ana <ana@example.org>", 1, 9);
    scratch.write("CODEOWNERS", "* @bo\n");
    assertEquals(Owner.Kind.AUTHOR, owner(4, "").kind());
  }

  @Test
  void theForgeIsToldByPlaceByWhatTheFileSaysAndByItsJobs() {
    write("Ana <ana@example.org>", 1, 9);
    String text = "Cart.java/ @no\nsrc @folder\n";
    assertOwners(List.of("@folder"), ".github/CODEOWNERS", text);
    assertOwners(List.of("@folder"), "CODEOWNERS", text);
    assertOwners(List.of(), ".gitlab/CODEOWNERS", text);
    assertOwners(List.of("@all"), "CODEOWNERS", "[All] @all\n*\n");
    scratch.write(".gitlab-ci.yml", "a: b\n");
    assertOwners(List.of(), "CODEOWNERS", text);
    scratch.write("CODEOWNERS", text).commit("owners");
    assertEquals(List.of("@folder"), owner(4, "codeowners github\n").names());
    assertEquals(Owner.Kind.AUTHOR, owner(4, "codeowners off\n").kind());
  }

  @Test
  void theFirstPlaceOfTheForgeIsRead() {
    write("Ana <ana@example.org>", 1, 9);
    scratch.write(".github/CODEOWNERS", "* @github\n").write("CODEOWNERS", "* @root\n");
    scratch.write(".gitlab/CODEOWNERS", "* @gitlab\n").commit("owners");
    assertEquals(List.of("@github"), owner(4, "").names());
    assertEquals(List.of("@root"), owner(4, "codeowners gitlab\n").names());
  }

  private void assertOwners(List<String> expected, String path, String text) {
    scratch.write(path, text).commit("owners");
    Owner owner = owner(4, "");
    assertEquals(expected, owner.kind() == Owner.Kind.CODE_OWNERS ? owner.names() : List.of());
    scratch.git("rm", "-q", path);
    scratch.commit("no owners");
  }

  private void write(String author, int first, int last) {
    StringBuilder text = new StringBuilder();
    Optional<String> before = read();
    for (int line = 1; line <= CART.size(); line++) {
      boolean mine = line >= first && line <= last;
      text.append(
          mine
              ? CART.get(line - 1) + " // " + author.charAt(0) + "\n"
              : before.orElseThrow().lines().toList().get(line - 1) + "\n");
    }
    scratch.write(PATH, text.toString());
    scratch.git("add", "-A");
    scratch.git("commit", "-q", "-m", "change", "--author", author);
  }

  private Optional<String> read() {
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      return repository.headIfAny().flatMap(head -> repository.tree(head).read(PATH));
    }
  }

  private Owner owner(int line, String rules) {
    return owner(line, line, rules);
  }

  private Owner owner(int first, int last, String rules) {
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      CommitTree tree = repository.tree(repository.head());
      StoredBlame blame = new StoredBlame(repository, data);
      return Owners.at(tree, OwnersFile.parse("owners.txt", rules)).of(PATH, first, last, blame);
    }
  }
}
