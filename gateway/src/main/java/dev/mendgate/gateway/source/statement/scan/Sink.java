package dev.mendgate.gateway.source.statement.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of the texts that are passed to a call. */
public sealed interface Sink {
  /**
   * One of them is logged.
   *
   * @param level upper-case level; null where it is decided at run time
   */
  record Log(@Nullable String level, Dialect dialect) implements Sink {}

  /**
   * One of them is logged if what it is called on is a logger.
   *
   * @param level as for {@link Log}
   * @param dialect how arguments are marked; null where the logger's type decides
   * @param loggers {@code package.Class#field} or {@code package.Class#method()}, to be tried in
   *     that order
   * @param byName whether it is taken for a logger where none of these is known
   */
  record LogBy(
      @Nullable String level, @Nullable Dialect dialect, List<String> loggers, boolean byName)
      implements Sink {
    public LogBy {
      loggers = List.copyOf(loggers);
    }
  }

  /**
   * It creates an exception, one of whose arguments is the message.
   *
   * @param types names that the class may have, to be tried in that order; none where it is unknown
   * @param reported class that is thrown, as a stack trace names it; null where it is unknown
   * @param named whether the name says that it is an exception
   * @param dialect how arguments are marked where others follow
   */
  record Throw(List<String> types, @Nullable String reported, boolean named, Dialect dialect)
      implements Sink {
    public Throw {
      types = List.copyOf(types);
    }
  }

  /**
   * The method around it says the text each time it is called, as its annotation declares.
   *
   * @param does what becomes of the text
   */
  record Declares(Sink does) implements Sink {}

  /**
   * They are passed to a method that may log or throw them.
   *
   * @param owners classes that may declare the method, to be tried in that order
   * @param otherwise what it does where none of these declares it; null for nothing
   */
  record Call(List<String> owners, String method, @Nullable Sink otherwise) implements Sink {
    public Call {
      owners = List.copyOf(owners);
    }
  }
}
