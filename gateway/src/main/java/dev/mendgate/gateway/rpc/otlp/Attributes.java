package dev.mendgate.gateway.rpc.otlp;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Attributes of a record or resource by name, read as text. */
final class Attributes {
  private final Map<String, AnyValue> values = new LinkedHashMap<>();

  private Attributes(List<KeyValue> pairs) {
    pairs.forEach(pair -> values.put(pair.getKey(), pair.getValue()));
  }

  static Attributes of(List<KeyValue> pairs) {
    return new Attributes(pairs);
  }

  /** Returns the value under the first of the names that is there; empty where none is. */
  String text(String... names) {
    for (String name : names) {
      AnyValue value = values.get(name);
      if (value != null) {
        return text(value);
      }
    }
    return "";
  }

  /** Returns the elements of the list under a name as text; empty where there is none. */
  List<String> texts(String name) {
    AnyValue value = values.get(name);
    return value == null
        ? List.of()
        : value.getArrayValue().getValuesList().stream().map(Attributes::text).toList();
  }

  /** Returns the values under names that start so, by the rest of their names. */
  Map<String, String> startingWith(String prefix) {
    Map<String, String> found = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), text(value));
          }
        });
    return found;
  }

  /** Returns the number under the first of the names that holds one from 1 on, else 0. */
  int line(String... names) {
    for (String name : names) {
      Optional<AnyValue> value = Optional.ofNullable(values.get(name));
      long number = value.map(AnyValue::getIntValue).orElse(0L);
      if (number > 0 && number <= Integer.MAX_VALUE) {
        return (int) number;
      }
    }
    return 0;
  }

  /** Returns all others as text, as many as fit. */
  Map<String, String> except(Set<String> known, int limit) {
    Map<String, String> others = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (!known.contains(name) && others.size() < limit) {
            others.put(name, text(value));
          }
        });
    return others;
  }

  /** Returns a value as text: strings as they are, anything else as JSON. */
  static String text(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case INT_VALUE -> String.valueOf(value.getIntValue());
      case DOUBLE_VALUE -> String.valueOf(value.getDoubleValue());
      case BOOL_VALUE -> String.valueOf(value.getBoolValue());
      case VALUE_NOT_SET -> "";
      default -> json(value);
    };
  }

  private static String json(AnyValue value) {
    try {
      return JsonFormat.printer().omittingInsignificantWhitespace().print(value);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a value without Any fields always prints", e);
    }
  }
}
