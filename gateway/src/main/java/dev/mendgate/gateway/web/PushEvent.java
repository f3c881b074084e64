package dev.mendgate.gateway.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of a push event that says which repository it is about. */
final class PushEvent {
  private PushEvent() {}

  /**
   * Returns URLs out of an event, null for those it lacks.
   *
   * @param member of the event that describes the repository
   * @param names of the URLs there
   */
  static Stream<@Nullable String> urls(byte[] json, String member, String... names) {
    try {
      JsonElement event = JsonParser.parseString(new String(json, UTF_8));
      JsonElement repository = event.isJsonObject() ? event.getAsJsonObject().get(member) : null;
      return repository instanceof JsonObject object
          ? Stream.of(names).map(name -> text(object.get(name)))
          : Stream.empty();
    } catch (JsonParseException | StackOverflowError e) {
      // Signed by the forge and yet not an event: it is about no repository.
      return Stream.empty();
    }
  }

  private static @Nullable String text(@Nullable JsonElement element) {
    return element != null && element.isJsonPrimitive() ? element.getAsString() : null;
  }
}
