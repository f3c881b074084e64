package dev.mendgate.gateway.failure;

import dev.mendgate.gateway.pattern.secret.SecretMask;
import dev.mendgate.v1.FailureEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Takes secrets and personal data out of events, before anything is read out of them: the pattern,
 * the title and the stored bytes are those of the masked event.
 */
public final class MaskedEvent {
  private MaskedEvent() {}

  /** Returns the event with its texts and attributes masked; names and identifiers stay. */
  public static FailureEvent of(FailureEvent event, SecretMask mask) {
    FailureEvent.Builder masked =
        event.toBuilder()
            .setExceptionMessage(mask.mask(event.getExceptionMessage()))
            .setStackTrace(mask.mask(event.getStackTrace()))
            .setLogMessage(mask.mask(event.getLogMessage()))
            .setLogTemplate(mask.mask(event.getLogTemplate()))
            .setThread(mask.mask(event.getThread()));
    if (event.getAttributesCount() > 0) {
      Map<String, String> attributes = new LinkedHashMap<>();
      event
          .getAttributesMap()
          .forEach((name, value) -> attributes.put(mask.mask(name), mask.maskValue(name, value)));
      masked.clearAttributes().putAllAttributes(attributes);
    }
    return masked.build();
  }
}
