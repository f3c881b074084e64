package dev.mendgate.worker;

import dev.mendgate.worker.Message.Failure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns throwables into text although they are objects of the code under test: their methods may
 * throw, lie or lead in a circle.
 */
final class FailureText {
  private FailureText() {}

  static Failure of(Throwable thrown) {
    List<Throwable> chain = chain(thrown);
    Failure failure = null;
    for (int i = chain.size() - 1; i >= 0; i--) {
      failure = describe(chain.get(i), failure);
    }
    return failure == null ? describe(thrown, null) : failure;
  }

  /** Returns the throwable and its causes, outermost first, without circles. */
  static List<Throwable> chain(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> chain = new ArrayList<>();
    Throwable next = thrown;
    while (next != null && seen.add(next) && chain.size() < MessageCodec.MAX_CAUSES) {
      chain.add(next);
      next = ask(next::getCause);
    }
    return chain;
  }

  static @Nullable String message(Throwable thrown) {
    return ask(thrown::getMessage);
  }

  private static Failure describe(Throwable thrown, @Nullable Failure cause) {
    String type = thrown.getClass().getName();
    return new Failure(type, message(thrown), frames(thrown), cause);
  }

  private static List<StackTraceElement> frames(Throwable thrown) {
    StackTraceElement[] trace = ask(thrown::getStackTrace);
    List<StackTraceElement> frames = new ArrayList<>();
    if (trace == null) {
      return frames;
    }
    for (StackTraceElement frame : trace) {
      if (frame != null && frames.size() < MessageCodec.MAX_FRAMES) {
        frames.add(frame);
      }
    }
    return frames;
  }

  private static <T> @Nullable T ask(Supplier<@Nullable T> question) {
    try {
      return question.get();
    } catch (Throwable hostile) {
      return null;
    }
  }
}
