package dev.mendgate.gateway.pattern.mining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateFileTest {
  private static final List<String> USERS = List.of("alice", "bob", "carol", "dave", "erin");

  private Path file;

  @BeforeEach
  void nameFile(@TempDir Path folder) {
    file = folder.resolve("templates");
  }

  @Test
  void findsTemplatesPlacesAndAliasesAgain() throws IOException {
    String old;
    String now;
    try (TemplateMiner miner = TemplateMiner.open(file)) {
      old = miner.learn(line("alice")).hash();
      USERS.forEach(user -> miner.learn(line(user)));
      now = miner.learn(line("bob")).hash();
    }
    try (TemplateMiner miner = TemplateMiner.open(file)) {
      assertEquals(now, miner.current(old).orElseThrow().hash());
      assertEquals(now, miner.learn(line("zoe")).hash());
    }
  }

  @Test
  void goesOnWithTheValuesSeenBeforeARestart() throws IOException {
    List<String> restarted = new ArrayList<>();
    TemplateMiner whole = TemplateMiner.inMemory();
    for (String user : USERS) {
      whole.learn(line(user));
      try (TemplateMiner miner = TemplateMiner.open(file)) {
        restarted.add(miner.learn(line(user)).hash());
      }
    }
    assertEquals(whole.learn(line("bob")).hash(), restarted.get(4));
  }

  @Test
  void survivesALineThatACrashCutOff() throws IOException {
    String hash;
    try (TemplateMiner miner = TemplateMiner.open(file)) {
      hash = miner.learn("all is well").hash();
    }
    Files.write(file, new byte[] {'F', '\t', 'h', (byte) 0xc3}, StandardOpenOption.APPEND);
    try (TemplateMiner miner = TemplateMiner.open(file)) {
      assertEquals("all is well", miner.current(hash).orElseThrow().normalForm());
      miner.learn("all is better");
    }
    assertTrue(Files.readString(file).endsWith("\nF\tall is better\n"));
  }

  @Test
  void putsAFileOfAnotherFormatAside() throws IOException {
    Files.writeString(file, "something else\n");
    try (TemplateMiner miner = TemplateMiner.open(file)) {
      miner.learn("all is well");
    }
    assertEquals("something else\n", Files.readString(file.resolveSibling("templates.unreadable")));
    assertTrue(Files.readString(file).endsWith("\nF\tall is well\n"));
  }

  @Test
  void keepsWhatIsVariableWhenTheFileIsWrittenAnew() throws IOException {
    String old;
    String now;
    try (TemplateMiner miner = TemplateMiner.open(file, 60)) {
      old = miner.learn(line("alice")).hash();
      USERS.forEach(user -> miner.learn(line(user)));
      for (int i = 0; i < 400; i++) {
        String word = Integer.toString(i, 36).replaceAll("\\d", "z");
        miner.learn(word + " of " + word + " by " + word);
        now = miner.learn(line(word)).hash();
        assertEquals(now, miner.learn(line("alice")).hash());
      }
      now = miner.learn(line("bob")).hash();
      assertEquals(now, miner.current(old).orElseThrow().hash());
    }
    assertTrue(Files.size(file) < 20_000);
    try (TemplateMiner miner = TemplateMiner.open(file, 60)) {
      assertEquals(now, miner.learn(line("zoe")).hash());
      assertEquals(now, miner.current(old).orElseThrow().hash());
    }
  }

  @Test
  void goesOnLearningWhereTheFileCannotBeWritten() throws IOException {
    TemplateMiner miner = TemplateMiner.open(file);
    miner.close();
    USERS.forEach(user -> miner.learn(line(user)));
    assertEquals(miner.learn(line("alice")), miner.learn(line("bob")));
  }

  private static String line(String user) {
    return "user " + user + " left now";
  }
}
