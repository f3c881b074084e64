package dev.mendgate.gateway.rpc;

import com.google.rpc.Code;
import dev.mendgate.gateway.suggest.LocateOutcome;
import dev.mendgate.gateway.suggest.LocateOutcome.Located;
import dev.mendgate.gateway.suggest.LocateOutcome.NotLocated;
import java.util.Map;

/** Turns a failure that has no place in a repository into the error of a call. */
final class NotLocatedErrors {
  private NotLocatedErrors() {}

  /** Returns where it is, or throws: the event is at fault, or the repository does not hold it. */
  static Located require(LocateOutcome outcome) {
    if (outcome instanceof Located located) {
      return located;
    }
    NotLocated not = (NotLocated) outcome;
    Code code =
        switch (not.reason()) {
          case NOTHING_TO_LOCATE, NOT_JAVA -> Code.INVALID_ARGUMENT;
          case NO_PROJECT_FRAME, NOT_REPAIRABLE, NO_MATCHING_STATEMENT -> Code.NOT_FOUND;
        };
    throw RpcErrors.error(code, not.reason().name(), not.message(), Map.of());
  }
}
