package dev.mendgate.gateway.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class TimeSpanTest {
  @Test
  void readsSecondsMinutesAndHours() {
    assertEquals(Duration.ofSeconds(90), new TimeSpan().convert("90s"));
    assertEquals(Duration.ofMinutes(5), new TimeSpan().convert("5m"));
    assertEquals(Duration.ofHours(1), new TimeSpan().convert("1h"));
    assertEquals(Duration.ZERO, new TimeSpan().convert("0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "m", "-5m", "5 m", "5d", "1234567s", "PT5M"})
  void refusesWhatCouldBeTakenForSomethingElse(String value) {
    assertThrows(TypeConversionException.class, () -> new TimeSpan().convert(value));
  }
}
