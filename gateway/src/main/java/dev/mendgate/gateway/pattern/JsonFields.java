package dev.mendgate.gateway.pattern;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks fields up in a JSON object by the names that layouts give them. */
record JsonFields(JsonObject object) {
  /** Parses a text that is one JSON object; null for anything else. */
  static @Nullable JsonFields parse(String text) {
    try {
      JsonElement element = JsonParser.parseString(text);
      return element.isJsonObject() ? new JsonFields(element.getAsJsonObject()) : null;
    } catch (JsonParseException | IllegalStateException | StackOverflowError e) {
      return null;
    }
  }

  /** Returns the text or number under the first of the names that has one; null without any. */
  @Nullable String text(List<String> names) {
    for (String name : names) {
      String value = string(find(name));
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** Returns the object under a name; null where there is none. */
  @Nullable JsonFields inner(String name) {
    JsonElement element = find(name);
    return element != null && element.isJsonObject()
        ? new JsonFields(element.getAsJsonObject())
        : null;
  }

  /** Returns the objects of a list under a name; empty where there is none. */
  List<JsonFields> list(String name) {
    List<JsonFields> found = new ArrayList<>();
    if (find(name) instanceof JsonArray array) {
      for (JsonElement element : array) {
        if (element.isJsonObject()) {
          found.add(new JsonFields(element.getAsJsonObject()));
        }
      }
    }
    return found;
  }

  /** Returns the lines of a text, or of a list of texts, under the first of the names. */
  List<String> lines(List<String> names) {
    for (String name : names) {
      JsonElement element = find(name);
      String text = string(element);
      if (text != null && text.indexOf('\n') > 0) {
        return text.lines().toList();
      }
      if (element instanceof JsonArray array) {
        List<String> lines = new ArrayList<>();
        array.forEach(line -> lines.add(String.valueOf(string(line))));
        return lines;
      }
    }
    return List.of();
  }

  boolean has(String name) {
    return find(name) != null;
  }

  /** Finds a field whose dots are part of its name, or lead into objects. */
  private @Nullable JsonElement find(String name) {
    JsonElement flat = object.get(name);
    int dot = name.indexOf('.');
    while (flat == null && dot > 0) {
      JsonElement outer = object.get(name.substring(0, dot));
      if (outer instanceof JsonObject inner) {
        return new JsonFields(inner).find(name.substring(dot + 1));
      }
      dot = name.indexOf('.', dot + 1);
    }
    return flat;
  }

  /** OpenTelemetry wraps values into objects that name their type. */
  private static @Nullable String string(@Nullable JsonElement element) {
    if (element instanceof JsonObject wrapped && wrapped.size() == 1) {
      Map.Entry<String, JsonElement> only = wrapped.entrySet().iterator().next();
      return only.getKey().endsWith("Value") || only.getKey().equals("$date")
          ? string(only.getValue())
          : null;
    }
    return element != null && element.isJsonPrimitive() ? element.getAsString() : null;
  }
}
