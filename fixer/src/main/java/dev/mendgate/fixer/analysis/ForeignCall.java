package dev.mendgate.fixer.analysis;

import dev.mendgate.fixer.Frame;
import dev.mendgate.fixer.RuleContext;
import dev.mendgate.fixer.analysis.Calls.Call;
import java.util.List;
import java.util.Optional;

/** Finds the call of the JDK or a library that failed at a site. */
public final class ForeignCall {
  private ForeignCall() {}

  /** Whether no other in-app frame lies inside of the site. */
  public static boolean isInnermost(RuleContext context) {
    return context.site().depth() == 0;
  }

  /**
   * Returns the frame that the site called; empty where the site itself threw, or another in-app
   * frame lies inside.
   */
  public static Optional<Frame> frame(RuleContext context) {
    int at = context.failure().frames().indexOf(context.site().frame());
    return isInnermost(context) && at > 0
        ? Optional.of(context.failure().frames().get(at - 1))
        : Optional.empty();
  }

  /** Returns the calls that can have entered that frame, most likely first. */
  public static List<Call> calls(RuleContext context, SiteCode code) {
    return frame(context).map(inner -> Calls.to(inner, code)).orElse(List.of());
  }

  /** Whether some frame inside of the site is one of a class's. */
  public static boolean runsInside(RuleContext context, String className) {
    int at = context.failure().frames().indexOf(context.site().frame());
    return isInnermost(context)
        && context.failure().frames().stream()
            .limit(Math.max(0, at))
            .anyMatch(frame -> frame.className().equals(className));
  }
}
