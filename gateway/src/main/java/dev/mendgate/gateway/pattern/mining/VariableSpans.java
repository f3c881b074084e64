package dev.mendgate.gateway.pattern.mining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts wildcards where the places of a form are variable. */
final class VariableSpans {
  /** Takes words that stand at variable places, with what comes before them. */
  interface Teacher {
    void teach(long lead, long... words);
  }

  private static final Comparator<Span> WIDEST_FIRST =
      Comparator.comparingInt(Span::width).reversed().thenComparingInt(Span::from);

  private final SlotTable slots;
  private final Teacher teacher;

  VariableSpans(SlotTable slots, Teacher teacher) {
    this.slots = slots;
    this.teacher = teacher;
  }

  Form generalise(Form form) {
    Form general = form;
    List<Span> spans = in(general);
    while (!spans.isEmpty()) {
      general = general.generalise(spans);
      spans = in(general);
    }
    return general;
  }

  /** Returns the widest variable spans that do not overlap, in order. */
  private List<Span> in(Form form) {
    Context context = new Context(form);
    List<Span> variable = new ArrayList<>();
    for (Span span : Spans.of(form)) {
      boolean mask = span.width() == 1 && form.is(span.from(), Form.MASK);
      if (!mask && slots.isVariable(context.key(span))) {
        variable.add(span);
        if ((Slot.shape(form, span) & Slot.ONE_WORD) != 0) {
          teacher.teach(context.lead(span), context.value(span));
        }
      }
    }
    return variable.size() < 2 ? variable : withoutOverlap(variable);
  }

  private static List<Span> withoutOverlap(List<Span> variable) {
    variable.sort(WIDEST_FIRST);
    List<Span> chosen = new ArrayList<>();
    for (Span span : variable) {
      if (chosen.stream().noneMatch(c -> span.from() < c.to() && c.from() < span.to())) {
        chosen.add(span);
      }
    }
    chosen.sort(Comparator.comparingInt(Span::from));
    return chosen;
  }
}
