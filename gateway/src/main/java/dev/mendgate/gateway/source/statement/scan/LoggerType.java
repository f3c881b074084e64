package dev.mendgate.gateway.source.statement.scan;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Logging interfaces by how their messages mark arguments. */
public enum LoggerType {
  /** SLF4J, Log4j 2 and others with {@code {}}. */
  BRACES(Dialect.BRACES),
  /** java.util.logging and System.Logger. */
  MESSAGE_FORMAT(Dialect.MESSAGE_FORMAT),
  /** Flogger, and the formatter loggers of Log4j 2. */
  PRINTF(Dialect.PRINTF),
  /** Commons Logging, Log4j 1, JBoss Logging but for its methods that end in f and v. */
  PLAIN(Dialect.PLAIN),
  /** Named like a logger, of a type that is not known. */
  UNKNOWN(Dialect.ANY),
  /** No logger. */
  NONE(Dialect.PLAIN);

  private static final Map<String, LoggerType> KNOWN =
      Map.ofEntries(
          Map.entry("org.slf4j.Logger", BRACES),
          Map.entry("org.slf4j.ext.XLogger", BRACES),
          Map.entry("org.slf4j.ext.LoggerWrapper", BRACES),
          Map.entry("org.slf4j.spi.LocationAwareLogger", BRACES),
          Map.entry("org.slf4j.spi.LoggingEventBuilder", BRACES),
          Map.entry("ch.qos.logback.classic.Logger", BRACES),
          Map.entry("org.apache.logging.log4j.Logger", BRACES),
          Map.entry("org.apache.logging.log4j.LogBuilder", BRACES),
          Map.entry("org.apache.logging.log4j.core.Logger", BRACES),
          Map.entry("org.apache.logging.log4j.spi.ExtendedLogger", BRACES),
          Map.entry("io.netty.util.internal.logging.InternalLogger", BRACES),
          Map.entry("org.gradle.api.logging.Logger", BRACES),
          Map.entry("reactor.util.Logger", BRACES),
          Map.entry("akka.event.LoggingAdapter", BRACES),
          Map.entry("org.eclipse.jetty.util.log.Logger", BRACES),
          Map.entry("java.util.logging.Logger", MESSAGE_FORMAT),
          Map.entry("System.Logger", MESSAGE_FORMAT),
          Map.entry("java.lang.System.Logger", MESSAGE_FORMAT),
          Map.entry("com.google.common.flogger.FluentLogger", PRINTF),
          Map.entry("com.google.common.flogger.GoogleLogger", PRINTF),
          Map.entry("com.google.common.flogger.AbstractLogger", PRINTF),
          Map.entry("io.airlift.log.Logger", PRINTF),
          Map.entry("org.apache.commons.logging.Log", PLAIN),
          Map.entry("org.apache.juli.logging.Log", PLAIN),
          Map.entry("org.springframework.core.log.LogAccessor", PLAIN),
          Map.entry("org.apache.maven.plugin.logging.Log", PLAIN),
          Map.entry("org.apache.log4j.Logger", PLAIN),
          Map.entry("org.apache.log4j.Category", PLAIN),
          Map.entry("org.jboss.logging.Logger", PLAIN),
          Map.entry("org.jboss.logging.BasicLogger", PLAIN));

  private final Dialect dialect;

  LoggerType(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Returns how messages mark their arguments. */
  public Dialect dialect() {
    return dialect;
  }

  /** Returns the type that a class is known to be; null where it is not known. */
  static @Nullable LoggerType known(String qualifiedName) {
    return KNOWN.get(qualifiedName);
  }

  /** Returns whether a class may be a logger by its simple name. */
  static boolean named(String simpleName) {
    return simpleName.equals("Log")
        || simpleName.endsWith("Logger")
        || simpleName.endsWith("Logging");
  }
}
