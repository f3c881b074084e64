package dev.mendgate.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.worker.Message.Failure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FailureTextTest {
  @Test
  void causes_follow_each_other() {
    Failure failure = FailureText.of(new RuntimeException("a", new Error("b")));
    assertEquals("java.lang.RuntimeException", failure.type());
    assertEquals("a", failure.message());
    assertNotNull(failure.cause());
    assertEquals("java.lang.Error", failure.cause().type());
    assertNull(failure.cause().cause());
  }

  @Test
  void a_circle_of_causes_ends() {
    Exception first = new Exception("first");
    Exception second = new Exception("second", first);
    first.initCause(second);
    Failure failure = FailureText.of(first);
    assertNotNull(failure.cause());
    assertNull(failure.cause().cause());
  }

  @Test
  void a_deep_stack_is_cut() {
    Exception deep = new Exception();
    StackTraceElement[] trace = new StackTraceElement[5000];
    java.util.Arrays.fill(trace, new StackTraceElement("a", "b", "c", 1));
    deep.setStackTrace(trace);
    assertEquals(MessageCodec.MAX_FRAMES, FailureText.of(deep).frames().size());
  }

  @Test
  void an_exception_that_throws_is_described_by_its_type() {
    Failure failure = FailureText.of(new Liar());
    assertEquals(Liar.class.getName(), failure.type());
    assertNull(failure.message());
    assertTrue(failure.frames().isEmpty());
    assertNull(failure.cause());
  }

  private static final class Liar extends Exception {
    private static final long serialVersionUID = 1;

    @Override
    public @Nullable String getMessage() {
      throw new StackOverflowError();
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new IllegalStateException();
    }

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException();
    }
  }
}
