package dev.mendgate.gateway.source.statement;

import static dev.mendgate.gateway.source.statement.StatementsOf.assertStatements;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MessageInterfacesTest {
  private static final String JBOSS =
      "@MessageLogger(projectCode = \"WFLY\") interface ShopLogger extends BasicLogger {"
          + " ShopLogger ROOT_LOGGER = null;"
          + " @LogMessage(level = Level.WARN) @Message(id = 42, value = \"no %s left\")"
          + " void soldOut(String item);"
          + " @LogMessage @Message(\"closed\") void closed();"
          + " @Message(id = 7, value = \"bad %s\") IllegalStateException bad(String what); }";

  @Test
  void theCallSaysWhatTheAnnotationDeclares() {
    assertStatements(
        List.of(
            "WARN 2-2 WFLY000042: no <> left",
            "INFO 3-3 closed",
            "java.lang.IllegalStateException 4-4 WFLY000007: bad <>"),
        "class A { static final ShopLogger L = null; void m(Object x) {\n"
            + "L.soldOut(x);\nL.closed();\nthrow L.bad(x); } }",
        JBOSS);
  }

  @Test
  void theDeclarationCountsOnlyWhileNoCallIsKnown() {
    assertStatements(
        List.of("INFO 1-1 closed", "java.lang.IllegalStateException 1-1 WFLY000007: bad <>"),
        JBOSS,
        "class A { void m(ShopLogger log) { log.soldOut(\"x\"); } }");
  }

  @Test
  void aFieldOfAnotherClassIsOfTheTypeItDeclares() {
    String calls = "ShopLogger.ROOT_LOGGER.soldOut(1);\nROOT_LOGGER.soldOut(2);\n";
    assertStatements(
        List.of("WARN 2-2 WFLY000042: no <> left", "WARN 3-3 WFLY000042: no <> left"),
        "import static ShopLogger.ROOT_LOGGER; class A { void m() {\n" + calls + "} }",
        JBOSS);
  }

  @Test
  void anotherNumberOfArgumentsIsAnotherMethod() {
    assertStatements(
        List.of(),
        "class A { static final ShopLogger L = null; void m() { L.soldOut(1, 2); L.nothing(); } }",
        JBOSS);
  }

  @Test
  void bracesMarkTheArgumentsOfBundlesThatSlf4jWrites() {
    assertStatements(
        List.of("ERROR 2-2 ART221001: queue <> is <>"),
        "class A { void m() {\nShopLogger.LOGGER.full(1, 2); } }",
        "@LogBundle(projectCode = \"ART\") interface ShopLogger { ShopLogger LOGGER = null;"
            + " @LogMessage(id = 221001, value = \"queue {} is {}\", level = Level.ERROR)"
            + " void full(int a, int b); }");
  }
}
