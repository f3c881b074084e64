package dev.mendgate.gateway.source.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.Frame;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.ScratchRepository;
import dev.mendgate.gateway.source.frame.FrameResolution.Candidate;
import dev.mendgate.gateway.source.frame.FrameResolution.Found;
import dev.mendgate.gateway.source.frame.FrameResolution.Reason;
import dev.mendgate.gateway.source.frame.FrameResolution.Skipped;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FrameResolverTest {
  private static final String OUTER =
      """
      package org.shop;

      public class Outer {
        private final int size = compute();

        static { load(); }

        Outer(int n) {
          check(n);
        }

        void run() {
          items.forEach(i -> {
            use(i);
          });
          new Runnable() {
            public void run() {
              act();
            }
          }.run();
        }

        static class Inner {
          int get() {
            return 1 / 0;
          }
        }
      }

      class Beside {
        void help() {
          throw new IllegalStateException();
        }
      }
      """;
  private static final String MAIN = "core/src/main/java/org/shop/Outer.java";

  private final ScratchRepository scratch;

  FrameResolverTest(@TempDir Path folder) {
    this.scratch = ScratchRepository.in(folder);
    scratch.write(MAIN, OUTER);
  }

  private FrameResolution resolve(Frame frame) {
    String commit = scratch.commit("state");
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      return new FrameResolver(repository.tree(commit)).resolve(frame);
    }
  }

  private Found found(String type, String method, String file, int line) {
    return assertInstanceOf(Found.class, resolve(new Frame(type, method, file, line)));
  }

  private Skipped skipped(String type, String method, String file, int line) {
    return assertInstanceOf(Skipped.class, resolve(new Frame(type, method, file, line)));
  }

  @ParameterizedTest
  @CsvSource({
    "org.shop.Outer, run, 13",
    "org.shop.Outer, lambda$run$0, 14",
    "org.shop.Outer$1, run, 18",
    "org.shop.Outer$Inner, get, 25",
    "org.shop.Outer, <init>, 9",
    "org.shop.Outer, <init>, 4",
    "org.shop.Outer, <clinit>, 6",
    "org.shop.Outer, access$000, 3",
    "org.shop.Beside, help, 32"
  })
  void findsNestedAnonymousLambdaAndSecondTopLevelClasses(String type, String method, int line) {
    Found found = found(type, method, "Outer.java", line);

    assertEquals(List.of(new Candidate(MAIN, line, false, true)), found.candidates());
    assertEquals(List.of(), found.notes());
  }

  @Test
  void findsAClassByItsNameWhereTheTraceHidesTheFile() {
    assertEquals(MAIN, found("org.shop.Outer$Inner", "get", "Unknown Source", 25).best().path());
    assertEquals(MAIN, found("org.shop.Beside", "help", "SourceFile", 32).best().path());
  }

  @Test
  void findsAFileWhoseFolderDoesNotSpellItsPackage() {
    scratch.write("src/Flat.java", "package org.flat;\nclass Flat { void m() {\n} }\n");

    assertEquals("src/Flat.java", found("org.flat.Flat", "m", "Flat.java", 2).best().path());
  }

  @Test
  void saysThatALineIsNotInsideTheMethod() {
    Found found = found("org.shop.Outer$Inner", "get", "Outer.java", 9);

    assertFalse(found.best().plausible());
    assertTrue(found.notes().get(0).contains("is not inside get"), found.notes().toString());
  }

  @Test
  void saysThatALineLiesBehindTheFile() {
    Skipped skipped = skipped("org.shop.Outer", "run", "Outer.java", 400);

    assertEquals(Reason.NO_LINE, skipped.reason());
    assertTrue(skipped.note().contains("has 34 lines"), skipped.note());
  }

  @Test
  void takesTheOnlyMethodOfThatNameWhereTheLineIsUnknown() {
    Found found = found("org.shop.Beside", "help", "Outer.java", -1);

    assertEquals(31, found.best().line());
    assertFalse(found.best().plausible());
    assertEquals(Reason.NO_LINE, skipped("org.shop.Outer", "missing", "Outer.java", -1).reason());
  }

  @Test
  void ranksTheModuleWhoseMethodSpansTheLine() {
    scratch.write("api/src/main/java/org/shop/Outer.java", "\n".repeat(20) + OUTER);

    Found found = found("org.shop.Outer$Inner", "get", "Outer.java", 25);

    assertEquals(MAIN, found.best().path());
    assertEquals(2, found.candidates().size());
    assertTrue(found.notes().toString().contains("its line is inside the method"));
  }

  @Test
  void ranksMainBeforeTestAndSaysSo() {
    scratch.write("aaa/src/test/java/org/shop/Outer.java", OUTER);

    Found found = found("org.shop.Outer", "run", "Outer.java", 13);

    assertEquals(MAIN, found.best().path());
    assertTrue(found.candidates().get(1).test());
    assertTrue(found.notes().toString().contains("it is not test source"));
  }

  @Test
  void admitsThatNothingTellsTwoModulesApart() {
    scratch.write("twin/src/main/java/org/shop/Outer.java", OUTER);

    Found found = found("org.shop.Outer", "run", "Outer.java", 13);

    assertTrue(found.notes().toString().contains("nothing tells it from twin/"));
  }

  @Test
  void passesOverOtherLanguagesThePlatformThirdPartiesAndGeneratedClasses() {
    scratch.write("src/main/kotlin/Service.kt", "package org.shop\nclass Service");

    assertEquals(
        Reason.NOT_REPAIRABLE, skipped("org.shop.Service", "go", "Service.kt", 2).reason());
    assertEquals(Reason.THIRD_PARTY, skipped("kotlin.Lazy", "get", "Lazy.kt", 2).reason());
    assertEquals(Reason.PLATFORM, skipped("java.util.HashMap", "get", "HashMap.java", 2).reason());
    assertEquals(Reason.THIRD_PARTY, skipped("org.lib.Outer", "run", "Outer.java", 13).reason());
    assertEquals(
        Reason.GENERATED,
        skipped("org.shop.Outer$$EnhancerBySpringCGLIB$$1a", "run", "<generated>", -1).reason());
  }

  @ParameterizedTest
  @CsvSource({
    "a/src/test/java/org/x/A.java, org.x, true",
    "a/src/integrationTest/java/org/x/A.java, org.x, true",
    "a/src/it/java/org/x/A.java, org.x, true",
    "src/test/org/x/A.java, org.x, true",
    "a/src/main/java/org/x/test/A.java, org.x.test, false",
    "latest/src/main/java/org/x/A.java, org.x, false",
    "contest/src/main/java/A.java, '', false"
  })
  void tellsTestSourcesByTheirSourceFolder(String path, String packageName, boolean test) {
    assertEquals(test, SourceFolders.isTest(path, packageName));
  }
}
