package dev.mendgate.gateway.source.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.source.frame.FrameResolution.Reason;
import dev.mendgate.gateway.source.frame.FrameResolution.Skipped;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames that no Java file declares: other languages, generated classes, third parties. */
final class OutsidersTest {
  private static final String KOTLIN = "app/src/main/kotlin/org/shop/";
  private static final String OTHERS = "app/src/main/";

  private final Resolving repository;

  OutsidersTest(@TempDir Path folder) {
    this.repository =
        new Resolving(folder)
            .withPay("src/main/java")
            .with(KOTLIN + "Cart.kt", "package org.shop\n\nclass Cart { companion object }\n")
            .with(KOTLIN + "tools.kt", "package org.shop\n\nfun sum(): Int = 1 / 0\n")
            .with(KOTLIN + "misc.kt", "@file:JvmName(\"Prices\")\npackage org.shop\nclass Tax\n")
            .with("x/Flat.kt", "package `org`.shop.flat\ninterface Flat\n")
            .with(OTHERS + "groovy/org/shop/Report.groovy", "package org.shop\nclass Report {}\n")
            .with(OTHERS + "scala/org/shop/Stock.scala", "package org\npackage shop\nobject Stock")
            .with(OTHERS + "clojure/shop/core.clj", "(ns shop.core)\n")
            .with(OTHERS + "webapp/index.jsp", "<%= 1 / 0 %>\n");
  }

  @ParameterizedTest
  @CsvSource({
    "org.shop.Cart, add, Cart.kt, 900, Kotlin, app/src/main/kotlin/org/shop/Cart.kt",
    "org.shop.Cart, add, , -1, Kotlin, app/src/main/kotlin/org/shop/Cart.kt",
    "org.shop.Cart$Companion, of, , -1, Kotlin, app/src/main/kotlin/org/shop/Cart.kt",
    "org.shop.Cart$add$1, invokeSuspend, , -1, Kotlin, app/src/main/kotlin/org/shop/Cart.kt",
    "org.shop.Cart$DefaultImpls, m, SourceFile, 4, Kotlin, app/src/main/kotlin/org/shop/Cart.kt",
    "org.shop.ToolsKt, sum, tools.kt, 3, Kotlin, app/src/main/kotlin/org/shop/tools.kt",
    "org.shop.ToolsKt, sum, , -1, Kotlin, app/src/main/kotlin/org/shop/tools.kt",
    "org.shop.Prices, net-impl, , -1, Kotlin, app/src/main/kotlin/org/shop/misc.kt",
    "org.shop.Tax, of, misc.kt, 3, Kotlin, app/src/main/kotlin/org/shop/misc.kt",
    "org.shop.flat.Flat, m, Flat.kt, 2, Kotlin, x/Flat.kt",
    "org.shop.Report, run, Report.groovy, 1, Groovy, app/src/main/groovy/org/shop/Report.groovy",
    "org.shop.Report$_run_closure1, doCall, , -1, Groovy,"
        + " app/src/main/groovy/org/shop/Report.groovy",
    "org.shop.Stock$, all, Stock.scala, 1, Scala, app/src/main/scala/org/shop/Stock.scala",
    "org.shop.Stock$$anonfun$all$1, apply, , -1, Scala,"
        + " app/src/main/scala/org/shop/Stock.scala",
    "shop.core$price__12, invokeStatic, core.clj, 1, Clojure, app/src/main/clojure/shop/core.clj",
    "shop.core$price__12, invokeStatic, , -1, Clojure, app/src/main/clojure/shop/core.clj",
    "org.apache.jsp.index_jsp, _jspService, index_jsp.java, 70, JSP, app/src/main/webapp/index.jsp"
  })
  void namesTheFileOfAnotherLanguage(
      String type, String method, String file, int line, String language, String path) {
    Skipped skipped = repository.skipped(type, method, file, line);

    assertEquals(Reason.NOT_REPAIRABLE, skipped.reason(), skipped.note());
    assertEquals(path, skipped.path());
    assertEquals(path + " is " + language + "; only Java is repaired", skipped.note());
  }

  @ParameterizedTest
  @CsvSource({
    "kotlin.collections.Cart, get, Cart.kt, 12, Kotlin",
    "org.other.ToolsKt, sum, tools.kt, 3, Kotlin",
    "org.lib.FooKt, sum, , -1, Kotlin",
    "org.lib.Foo$_run_closure3, doCall, , -1, Groovy",
    "org.lib.Foo$$anonfun$run$1, apply, , -1, Scala",
    "lib.core$map__3, invokeStatic, , -1, Clojure"
  })
  void takesAnotherPackagesFilesForAThirdPartys(
      String type, String method, String file, int line, String language) {
    Skipped skipped = repository.skipped(type, method, file, line);

    assertEquals(Reason.THIRD_PARTY, skipped.reason(), skipped.note());
    assertNull(skipped.path());
    assertTrue(skipped.note().contains(language), skipped.note());
  }

  @Test
  void findsJavaWhoseNamesLookLikeKotlin() {
    repository.with(
        "src/main/java/org/shop/JavaKt.java",
        "package org.shop;\nclass JavaKt {\n  static class Companion {\n    void m() {}\n  }\n}");

    assertTrue(repository.found("org.shop.JavaKt$Companion", "m", null, 4).best().plausible());
  }

  @ParameterizedTest
  @CsvSource({
    "org.shop.Pay$$Lambda/0x0000000800c03000, run, , -1, a lambda of org.shop.Pay",
    "org.shop.Pay$$Lambda$14/1392838282, run, , -1, a lambda of org.shop.Pay",
    "org.shop.Pay$$EnhancerBySpringCGLIB$$1a2b, pay, <generated>, -1, CGLIB of org.shop.Pay",
    "org.shop.Pay$$FastClassBySpringCGLIB$$1a2b, invoke, <generated>, -1, CGLIB of org.shop.Pay",
    "org.shop.Pay$$SpringCGLIB$$0, pay, <generated>, -1, Spring of org.shop.Pay",
    "org.shop.Pay_$$_jvst4a_0, pay, Pay_$$_jvst4a_0.java, -1, Javassist of org.shop.Pay",
    "org.shop.Pay$HibernateProxy$xY12, pay, Unknown Source, -1, Hibernate of org.shop.Pay",
    "org.shop.Pay$MockitoMock$1234, pay, , -1, Mockito of org.shop.Pay",
    "org.shop.Pay$ByteBuddy$a1B2, pay, , -1, Byte Buddy of org.shop.Pay",
    "org.shop.Pay_ClientProxy, pay, , -1, Quarkus of org.shop.Pay"
  })
  void namesTheClassThatAGeneratedOneWasMadeFrom(
      String type, String method, String file, int line, String note) {
    Skipped skipped = repository.skipped(type, method, file, line);

    assertEquals(Reason.GENERATED, skipped.reason(), skipped.note());
    assertEquals("src/main/java/org/shop/Pay.java", skipped.path());
    assertTrue(skipped.note().endsWith(note), skipped.note());
  }

  @ParameterizedTest
  @CsvSource({"jdk.proxy2.$Proxy12", "com.sun.proxy.$Proxy7", "$Proxy3", "org.lib.$Proxy3"})
  void knowsTheJvmsProxies(String type) {
    assertEquals(Reason.GENERATED, repository.skipped(type, "pay", null, -1).reason());
  }

  @Test
  void findsTheCodeThatAGeneratedClassKept() {
    assertEquals(
        4, repository.found("org.shop.Pay$ByteBuddy$a1B2", "pay", "Pay.java", 4).best().line());
    assertEquals(
        Reason.GENERATED,
        repository.skipped("org.shop.Pay$ByteBuddy$a1B2", "pay", "Pay.java", 6).reason());
  }

  @Test
  void findsAWrittenClassWhoseNameLooksGenerated() {
    repository
        .withClass("src/main/java", "org.shop.Pay_Subclass")
        .withClass("src/main/java", "org.shop.Proxy4")
        .withClass("src/main/java", "org.shop.My$$Own$$Class");

    assertEquals(3, repository.found("org.shop.Pay_Subclass", "go", null, 3).best().line());
    assertEquals(3, repository.found("org.shop.Proxy4", "go", "Proxy4.java", 3).best().line());
    assertEquals(3, repository.found("org.shop.My$$Own$$Class", "go", null, 3).best().line());
  }

  @Test
  void tellsAClassThatIsMissingFromAThirdPartys() {
    assertEquals(Reason.MISSING, repository.skipped("org.shop.Gone", "m", "Gone.java", 3).reason());
    assertEquals(
        Reason.THIRD_PARTY, repository.skipped("shop.Gone.x", "m", "Gone.java", 3).reason());
  }

  @Test
  void survivesNamesThatNobodyWrites() {
    String dollars = "$".repeat(60_000);

    assertEquals(Reason.THIRD_PARTY, repository.skipped("a." + dollars, "m", null, -1).reason());
    assertEquals(
        Reason.THIRD_PARTY, repository.skipped("a." + "$a".repeat(450), "m", null, -1).reason());
  }
}
