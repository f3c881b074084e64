package dev.mendgate.fixer.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.analysis.NullMessage.Use;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MessagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '~',
      value = {
        "Cannot invoke \"A.b()\" because \"<local4>\" is null|INVOKE|b|<local4>|false",
        "Cannot invoke \"a.B.c(int, d.E)\" because \"this.f\" is null|INVOKE|c|this.f|false",
        "Cannot invoke \"String.length()\" because the return value of \"a.C.m(int)\" is null|INVOKE|length|m|true",
        "Cannot read the array length because \"bytes\" is null|ARRAY_LENGTH|-|bytes|false",
        "Cannot store to byte/boolean array because \"this.buffer\" is null|STORE|-|this.buffer|false",
        "Cannot load from object array because \"a[i]\" is null|LOAD|-|a[i]|false",
        "Cannot read field \"x\" because \"a.b.c\" is null|READ_FIELD|x|a.b.c|false",
        "Cannot assign field \"x\" because \"a\" is null|ASSIGN_FIELD|x|a|false",
        "Cannot throw exception because \"e\" is null|THROW|-|e|false",
        "Cannot enter synchronized block because \"this.lock\" is null|SYNCHRONIZE|-|this.lock|false",
        "Cannot invoke \"Object.toString()\"|INVOKE|toString|-|false",
      })
  void aHelpfulMessageIsRead(
      String message, Use use, String member, String subject, boolean returned) {
    assertEquals(
        Optional.of(new NullMessage(use, member, subject, returned)), NullMessage.parse(message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name must not be null", "", "Cannot find symbol"})
  void aMessageThatSomebodyWroteIsNotTheJvms(String message) {
    assertEquals(Optional.empty(), NullMessage.parse(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Index 4 out of bounds for length 3|4|3",
        "index 3, length 3|3|3",
        "begin 0, end 4, length 3|4|3",
        "begin -1, end 2, length 3|-1|3",
        "begin 3, end 2, length 5|3|5",
        "String index out of range: 12|12|-1",
        "Index: 2, Size: 1|2|1",
        "Array index out of range: 7|7|-1",
        "offset 0, count 3, length 1|3|1",
        "offset 0, count -1, length 2|-1|2",
        "arraycopy: last source index 12 out of bounds for int[10]|12|10",
        "arraycopy: length -6 is negative|-6|-1",
        "Index 2147483648 out of bounds for length 3|2147483648|3",
        "-1|-1|-1",
        "index 5,length 5|5|5",
        "start 1, end 7, length 5|7|5",
        "offset 7, length 5|7|5",
        "3 >= 3|3|3",
        "length=2; index=2|2|2",
        "Range [2, 2 + -1) out of bounds for length 5|-1|5",
      })
  void anIndexMessageIsRead(String message, long index, long length) {
    OptionalLong told = length < 0 ? OptionalLong.empty() : OptionalLong.of(length);

    BoundsMessage read = BoundsMessage.parse(message).orElseThrow();

    assertEquals(index, read.index());
    assertEquals(told, read.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "arraycopy: last source index 12 out of bounds for int[10]|SOURCE",
        "arraycopy: last destination index 12 out of bounds for byte[10]|TARGET",
        "arraycopy: length -6 is negative|COUNT",
        "offset 3, count -1, length 9|COUNT",
        "begin 3, end 2, length 5|ORDER",
        "begin 0, end 4, length 3|ANY",
      })
  void theNumberAtFaultIsTold(String message, BoundsMessage.Part part) {
    assertEquals(part, BoundsMessage.parse(message).orElseThrow().part());
  }

  @Test
  void theClassesOfACastAreRead() {
    List<String> messages =
        List.of(
            "class a.B cannot be cast to class c.D$E (a.B and c.D$E are in unnamed module)",
            "a.B cannot be cast to c.D$E",
            "Cannot cast a.B to c.D$E");
    for (String message : messages) {
      CastMessage read = CastMessage.parse(message).orElseThrow();
      assertEquals(new CastMessage("a.B", "c.D$E"), read);
      assertEquals("E", read.wantedSimpleName());
    }
    assertTrue(CastMessage.parse(null).isEmpty());
  }
}
