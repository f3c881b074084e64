package dev.mendgate.gateway.source.statement;

import static dev.mendgate.gateway.source.statement.StatementsOf.assertShapes;
import static dev.mendgate.gateway.source.statement.StatementsOf.assertStatements;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LoggingStatementsTest {
  /** A method's code in a class whose logger has a type of that package. */
  private static void assertLogs(String logger, String code, String... expected) {
    int dot = logger.lastIndexOf('.');
    assertStatements(
        List.of(expected),
        "import "
            + logger
            + "; class A { private static final "
            + logger.substring(dot + 1)
            + " L = null; void m(Object x, Exception e) {\n"
            + code
            + "\n} }");
  }

  private static final String SLF4J = "org.slf4j.Logger";
  private static final String LOG4J1 = "org.apache.log4j.Logger";
  private static final String LOG4J2 = "org.apache.logging.log4j.Logger";
  private static final String COMMONS = "org.apache.commons.logging.Log";
  private static final String JUL = "java.util.logging.Logger";
  private static final String FLOGGER = "com.google.common.flogger.FluentLogger";
  private static final String JBOSS = "org.jboss.logging.Logger";

  @Test
  void slf4j() {
    assertLogs(SLF4J, "L.info(\"a {} b\", x);", "INFO 2-2 a <> b");
    assertLogs(SLF4J, "L.error(\"a {} b\", x, e);", "ERROR 2-2 a <> b");
    assertLogs(SLF4J, "L.warn(\"a %s {0} b {}\", x);", "WARN 2-2 a %s {0} b <>");
    assertLogs(SLF4J, "L.warn(\"a \\\\{} b {}\", x);", "WARN 2-2 a {} b <>");
    assertLogs(SLF4J, "L.info(M.AUDIT, \"a {} b\", x);", "INFO 2-2 a <> b");
    assertLogs(SLF4J, "L.info(marker, \"a {} b\",\n x);", "INFO 2-3 a <> b");
    assertLogs(SLF4J, "L.atInfo().log(\"a {} b\", x);", "INFO 2-2 a <> b");
    assertLogs(SLF4J, "L.atWarn().log(() -> \"a \" + x);", "WARN 2-2 a <>");
    assertLogs(
        SLF4J,
        "L.atDebug()\n.setMessage(\"a {} b\")\n.addArgument(x).addKeyValue(\"k\", x)\n.log();",
        "DEBUG 2-5 a <> b");
    assertLogs(
        SLF4J, "L.atError().setCause(e).addMarker(null).log(\"a {}\", x);", "ERROR 2-2 a <>");
    assertLogs(
        SLF4J,
        "L.makeLoggingEventBuilder(Level.INFO).addArgument(x).log(\"a {}\");",
        "INFO 2-2 a <>");
    assertLogs(SLF4J, "L.atLevel(Level.WARN).log(\"a {}\", x);", "WARN 2-2 a <>");
    assertLogs(SLF4J, "var b = L.atInfo(); L.info(\"a\");", "INFO 2-2 a");
    assertLogs(
        "org.slf4j.spi.LocationAwareLogger",
        "L.log(null, FQCN, LocationAwareLogger.INFO_INT, \"a {}\", null, e);",
        "INFO 2-2 a <>");
  }

  @Test
  void log4j1() {
    assertLogs(LOG4J1, "L.info(\"a {} %s b\");", "INFO 2-2 a {} %s b");
    assertLogs(LOG4J1, "L.fatal(\"a {}\" + x, e);", "FATAL 2-2 a {}<>");
    assertLogs(LOG4J1, "L.log(Level.WARN, \"a \" + x);", "WARN 2-2 a <>");
    assertLogs(LOG4J1, "L.log(FQCN, Priority.WARN, \"a\", e);", "WARN 2-2 a");
  }

  @Test
  void log4j2() {
    assertLogs(LOG4J2, "L.info(\"a {} b\", x);", "INFO 2-2 a <> b");
    assertLogs(LOG4J2, "L.info(\"a {} b\", () -> x);", "INFO 2-2 a <> b");
    assertLogs(LOG4J2, "L.info(() -> \"a \" + x);", "INFO 2-2 a <>");
    assertLogs(LOG4J2, "L.printf(Level.INFO, \"a %d {} b\", x);", "INFO 2-2 a <> {} b");
    assertLogs(LOG4J2, "L.log(Level.ERROR, \"a {} b\", x);", "ERROR 2-2 a <> b");
    assertLogs(LOG4J2, "L.log(Level.ERROR, MARKER, \"a {}\", x);", "ERROR 2-2 a <>");
    assertLogs(LOG4J2, "L.log(level, \"a {} b\", x);", "null 2-2 a <> b");
    assertLogs(LOG4J2, "L.atInfo().withThrowable(e).log(\"a {}\", x);", "INFO 2-2 a <>");
    assertLogs(LOG4J2, "L.traceEntry(\"a {}\", x);", "null 2-2 Enter a <>");
    assertLogs(LOG4J2, "L.info(new ParameterizedMessage(\"a {}\", x));", "INFO 2-2 a <>");
    assertLogs(LOG4J2, "L.info(() -> new ParameterizedMessage(\"a {}\", x), e);", "INFO 2-2 a <>");
    assertLogs(LOG4J2, "L.info(new StringFormattedMessage(\"a %s {}\", x));", "INFO 2-2 a <> {}");
    assertLogs(LOG4J2, "L.info(new MessageFormatMessage(\"a {0} {}\", x));", "INFO 2-2 a <> {}");
    assertStatements(
        List.of("INFO 2-2 a <> {}"),
        "import org.apache.logging.log4j.*; class A { Logger L = LogManager.getFormatterLogger();"
            + " void m(int x) {\nL.info(\"a %d {}\", x); } }");
  }

  @Test
  void commonsLogging() {
    assertLogs(COMMONS, "L.info(\"a {}\" + x);", "INFO 2-2 a {}<>");
    assertLogs(COMMONS, "L.error(\"a %s\", e);", "ERROR 2-2 a %s");
  }

  @Test
  void javaUtilLogging() {
    assertLogs(JUL, "L.severe(\"a {0} {}\");", "SEVERE 2-2 a {0} {}");
    assertLogs(JUL, "L.log(Level.WARNING, \"it''s {0} {}\", x);", "WARNING 2-2 it's <> {}");
    assertLogs(JUL, "L.log(Level.FINE, e, () -> \"a \" + x);", "FINE 2-2 a <>");
    assertLogs(JUL, "L.fine(() -> \"a \" + x);", "FINE 2-2 a <>");
    assertLogs(JUL, "L.logp(Level.INFO, \"Cls\", \"mth\", \"a {0}\", x);", "INFO 2-2 a <>");
    assertLogs(JUL, "L.logrb(Level.INFO, bundle, \"a {0}\", x);", "INFO 2-2 a <>");
    assertLogs(
        JUL, "L.logrb(Level.INFO, \"Cls\", \"mth\", bundle, \"a {0}\", x);", "INFO 2-2 a <>");
  }

  @Test
  void systemLogger() {
    assertStatements(
        List.of("INFO 2-2 a <> {}", "DEBUG 3-3 b <>"),
        "class A { System.Logger L; void m(int x) {\n"
            + "L.log(System.Logger.Level.INFO, \"a {0} {}\", x);\n"
            + "L.log(System.Logger.Level.DEBUG, () -> \"b \" + x); } }");
  }

  @Test
  void flogger() {
    assertLogs(FLOGGER, "L.atInfo().log(\"a %s {}\", x);", "INFO 2-2 a <> {}");
    assertLogs(FLOGGER, "L.atInfo().log(\"a %s\");", "INFO 2-2 a <>");
    assertLogs(
        FLOGGER,
        "L.atWarning().withCause(e)\n.atMostEvery(5, TimeUnit.SECONDS)\n.log(\"a %s\", x);",
        "WARNING 2-4 a <>");
    assertLogs(FLOGGER, "L.at(Level.INFO).logVarargs(\"a %s\", y);", "INFO 2-2 a <>");
  }

  @Test
  void jbossLogging() {
    assertLogs(JBOSS, "L.info(\"a {0} %s\");", "INFO 2-2 a {0} %s");
    assertLogs(JBOSS, "L.infof(\"a %s\", x);", "INFO 2-2 a <>");
    assertLogs(JBOSS, "L.warnv(\"a {0} %s\", x);", "WARN 2-2 a <> %s");
    assertLogs(JBOSS, "L.logf(Level.ERROR, e, \"a %s\", x);", "ERROR 2-2 a <>");
    assertLogs(JBOSS, "L.logv(Level.ERROR, \"a {0}\", x);", "ERROR 2-2 a <>");
  }

  @Test
  void jbossMessageInterfaces() {
    assertStatements(
        List.of(
            "WARN 2-4 WFLY000042: a <> b",
            "INFO 5-5 plain",
            "java.lang.IllegalStateException 6-6 WFLY000007: no <>"),
        "@MessageLogger(projectCode = \"WFLY\") interface L extends BasicLogger {\n"
            + "@LogMessage(level = Level.WARN)\n@Message(id = 42, value = \"a %s b\")\n"
            + "void one(String x);\n@LogMessage @Message(\"plain\") void two();\n"
            + "@Message(id = 7, value = \"no {0}\", format = Message.Format.MESSAGE_FORMAT)"
            + " IllegalStateException three(String x); }");
  }

  @Test
  void lombok() {
    for (String annotation :
        List.of("Slf4j", "XSlf4j", "lombok.extern.slf4j.Slf4j", "Log4j2", "extern.Log4j2")) {
      assertStatements(
          List.of("INFO 2-2 a <> %s {0}"),
          "@" + annotation + " class A { void m(int x) {\nlog.info(\"a {} %s {0}\", x); } }");
    }
    for (String annotation : List.of("Log4j", "CommonsLog", "JBossLog")) {
      assertStatements(
          List.of("INFO 2-2 a {} %s {0}"),
          "@" + annotation + " class A { void m(int x) {\nlog.info(\"a {} %s {0}\", x); } }");
    }
    assertStatements(
        List.of("INFO 2-2 a {} %s <>"),
        "@Log class A { void m(int x) {\nlog.log(Level.INFO, \"a {} %s {0}\", x); } }");
    assertStatements(
        List.of("INFO 2-2 a {} <> {0}"),
        "@Flogger class A { void m(int x) {\nlog.atInfo().log(\"a {} %s {0}\", x); } }");
  }

  @Test
  void theTypeOfTheLoggerDecidesNotTheImportsOfTheFile() {
    assertShapes(
        List.of("a {0} <>", "b <> {}", "c {} {0}"),
        "import org.slf4j.*; class A { Logger one; java.util.logging.Logger two;"
            + " org.apache.commons.logging.Log three; void m(int x) { one.info(\"a {0} {}\", x);"
            + " two.log(Level.INFO, \"b {0} {}\", x); three.info(\"c {} {0}\", null); } }");
    assertShapes(
        List.of("a <> {0}", "b {} <>"),
        "class A { void m(org.slf4j.Logger log, int x) { log.info(\"a {} {0}\", x); }"
            + " void n(java.util.logging.Logger log, int x) { log.log(L, \"b {} {0}\", x); } }");
  }

  @Test
  void loggersByOtherNames() {
    assertShapes(
        List.of("a <>"),
        "import org.slf4j.*; class A { static final Logger EVENTS = LoggerFactory.getLogger(\"e\");"
            + " void m(int x) { EVENTS.info(\"a {}\", x); } }");
    assertShapes(
        List.of("a <>"),
        "import org.slf4j.*; class A { void m(int x) { var out = LoggerFactory.getLogger(\"e\");"
            + " out.info(\"a {}\", x); } }");
    assertShapes(
        List.of("a <>", "b <>", "c <>"),
        "class A extends Elsewhere { void m(int x) { LOG_AUDIT.info(\"a {}\", x);"
            + " this.logger.info(\"b {}\", x); getLogger().info(\"c {}\", x); } }");
    assertShapes(
        List.of("a <> {0}"),
        "import org.slf4j.Logger; class A { Logger sink() { return null; } void m(int x) {"
            + " sink().info(\"a {} {0}\", x); } }");
    assertShapes(
        List.of("a <> {0}", "b <> {0}"),
        "import org.slf4j.*; class A { void m(int x) {"
            + " LoggerFactory.getLogger(\"x\").info(\"a {} {0}\", x);"
            + " LoggerFactory.getLogger(A.class).atInfo().log(\"b {} {0}\", x); } }");
  }

  @Test
  void loggersOfOtherFiles() {
    assertShapes(
        List.of("a <> {0}", "b {} <>", "c <> {0}", "d {} {0}"),
        "package p; class A extends Mid { void m(int x) { out.info(\"a {} {0}\", x);"
            + " q.Shared.AUDIT.log(Level.INFO, \"b {} {0}\", x); sink().info(\"c {} {0}\", x);"
            + " Outer.Inner.LOG.info(\"d {} {0}\", e); } }",
        "package p; class Mid extends Base {}",
        "package p; class Base { protected org.slf4j.Logger out;"
            + " protected org.slf4j.Logger sink() { return out; } }",
        "package q; public class Shared { public static java.util.logging.Logger AUDIT; }",
        "package p; class Outer { static class Inner {"
            + " static final org.apache.log4j.Logger LOG = null; } }");
  }

  @Test
  void otherCallsOfTheseNamesAreLeftAlone() {
    assertShapes(
        List.of(),
        "class A extends Base { Printer log; java.util.List<String> logger; void m(String s) {"
            + " log.info(\"to paper\"); logger.add(\"x\"); Math.log(2); info(\"y of it\");"
            + " console.error(\"z\"); paper.info(\"some text\"); dialog.warn(\"some text\");"
            + " catalog.error(\"some text\"); } }",
        "class Base { protected Printer paper; }");
  }

  @Test
  void callsOfMethodsThatPassTheirTextToALogger() {
    assertStatements(
        List.of(
            "WARN 3-3 one <>",
            "WARN 4-5 two",
            "ERROR 6-6 [id] three <> %s",
            "INFO 7-7 four <>",
            "java.lang.IllegalStateException 8-8 five <>",
            "ERROR 10-10 [id] <>"),
        "import org.slf4j.*; class A extends Base { Logger log;\nvoid m(int x) {\n"
            + "warn(\"one {}\", x);\nthis.warn(\n\"two\");\nfailed(\"three \" + x + \" %s\");\n"
            + "inBase(\"four {}\", x);\nraise(\"five \" + x); }\n"
            + "void warn(String msg, Object... args) { log.warn(msg, args); }\n"
            + "void failed(String msg) { log.error(\"[id] \" + msg); }\n"
            + "void raise(String msg) { throw new IllegalStateException(msg); } }",
        "class Base { org.slf4j.Logger log;"
            + " void inBase(String msg, Object one) { log.info(msg, one); } }");
  }

  @Test
  void wrappersThatCallEachOtherInACircleSayNothing() {
    assertShapes(
        List.of(),
        "class A { void m() { one(\"some text\"); } void one(String s) { two(s); }"
            + " void two(String s) { one(s); } }");
  }

  @Test
  void ownLoggerClasses() {
    assertShapes(
        List.of("a <> {}"),
        "package p; class A { MyLogger log; void m(int x) { log.info(\"a %s {}\", x); } }",
        "package p; class MyLogger { org.slf4j.Logger to; void info(String s, Object x) {"
            + " to.info(String.format(s, x)); } }");
    assertShapes(
        List.of("a <> <>"),
        "package p; class A { OtherLogger log; void m(int x) { log.info(\"a %s {}\", x); } }");
  }
}
