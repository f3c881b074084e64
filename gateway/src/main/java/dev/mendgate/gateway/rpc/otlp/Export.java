package dev.mendgate.gateway.rpc.otlp;

import dev.mendgate.v1.EventDisposition;
import dev.mendgate.v1.EventResult;
import java.util.List;

/**
 * Outcome of an export in the terms of OTLP's partial success: refused records are counted and are
 * not to be sent again.
 *
 * @param rejected how many records were refused
 * @param message why, empty where none was
 */
record Export(long rejected, String message) {
  static Export of(List<EventResult> results) {
    List<EventResult> rejected =
        results.stream()
            .filter(r -> r.getDisposition() == EventDisposition.EVENT_DISPOSITION_REJECTED)
            .toList();
    if (rejected.isEmpty()) {
      return new Export(0, "");
    }
    String first = rejected.get(0).getRejection().getMessage();
    int others = rejected.size() - 1;
    return new Export(rejected.size(), others == 0 ? first : first + " (and " + others + " more)");
  }

  boolean isComplete() {
    return rejected == 0;
  }
}
