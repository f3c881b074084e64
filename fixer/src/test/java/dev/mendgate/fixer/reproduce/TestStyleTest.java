package dev.mendgate.fixer.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.fixer.MemoryTree;
import dev.mendgate.fixer.reproduce.TestStyle.Framework;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TestStyleTest {
  private static final String NEAR = "core/src/main/java/a/Thing.java";

  @Test
  void followsTheTestsOfTheSameModule() {
    MemoryTree tree =
        new MemoryTree(
            Map.of(
                NEAR,
                "package a;\n\nclass Thing {\n\tint f;\n}\n",
                "core/src/test/java/a/OtherTest.java",
                "package a;\nimport org.junit.Test;\nclass OtherTest {}\n",
                "web/src/test/java/a/ThingTest.java",
                "package a;\nimport org.junit.jupiter.api.Test;\nclass ThingTest {}\n",
                "web/src/test/java/a/WebTest.java",
                "package a;\nimport org.junit.jupiter.api.Test;\nclass WebTest {}\n",
                "pom.xml",
                "<properties><maven.compiler.source>1.8</maven.compiler.source></properties>"));

    TestStyle style = TestStyle.detect(tree, "core/src/main/java/a/Other.java");

    assertEquals(Framework.JUNIT4, style.framework());
    assertEquals("core/src/test/java", style.testRoot());
    assertEquals(8, style.languageLevel());
    assertEquals("\t", TestStyle.detect(tree, NEAR).indent());
  }

  @Test
  void findsRootsThatAreLaidOutInAnotherWay() {
    MemoryTree tree =
        new MemoryTree(
            Map.of(
                "src/java/a/Thing.java",
                "package a;\nclass Thing {}\n",
                "src/test/a/ThingTest.java",
                "package a;\nimport junit.framework.TestCase;\nclass ThingTest {}\n"));

    TestStyle style = TestStyle.detect(tree, "src/java/a/Thing.java");

    assertEquals(Framework.JUNIT3, style.framework());
    assertEquals("src/test", style.testRoot());
  }

  @Test
  void fallsBackWhereThereAreNoTests() {
    MemoryTree tree = new MemoryTree(Map.of(NEAR, "package a;\nclass Thing {}\n"));

    assertEquals(
        new TestStyle(Framework.JUNIT5, 8, "core/src/test/java", "    "),
        TestStyle.detect(tree, NEAR));
  }
}
