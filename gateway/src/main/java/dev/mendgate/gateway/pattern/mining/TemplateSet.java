package dev.mendgate.gateway.pattern.mining;

import dev.mendgate.gateway.pattern.LogPattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The templates learned, and the places in them. */
final class TemplateSet {
  /** Places beyond which lines of known templates add no new ones. */
  private static final int MAX_PLACES = 500_000;

  /** Places beyond which templates are forgotten, however few they are. */
  private static final int FULL = 1_000_000;

  private final SlotTable slots = new SlotTable();
  private final KnownValues known = new KnownValues();
  private final VariableSpans variable = new VariableSpans(slots, this::teach);
  private final List<Template> templates = new ArrayList<>();
  private final Map<Long, Integer> byIdentity = new HashMap<>();
  private final Map<String, Integer> byHash = new HashMap<>();
  private final List<Integer> replaced = new ArrayList<>();
  private final Deque<Slot> queue = new ArrayDeque<>();
  private int coveredForms;
  private long changes;
  private long clock;

  /** Returns how often what is known has changed. */
  long changes() {
    return changes;
  }

  /** Returns whether templates must be forgotten, of which so many may be held. */
  boolean isFull(int maxTemplates) {
    return templates.size() - coveredForms > maxTemplates || slots.size() > FULL;
  }

  /** Takes a form in and returns the index of its template. */
  int learn(Form form) {
    Form general = variable.generalise(form);
    int index = templateOf(general);
    if (general != form && slots.size() < MAX_PLACES) {
      index = addCovered(form, index);
    }
    settle();
    return index;
  }

  /** Returns what the template is now, and notes that it was seen. */
  Template use(int index) {
    Template template = templates.get(root(index));
    template.lastUsed = ++clock;
    return template;
  }

  Optional<LogPattern> current(String hash) {
    Integer index = byHash.get(hash);
    return index == null ? Optional.empty() : Optional.of(templates.get(root(index)).pattern());
  }

  private int root(int index) {
    int at = index;
    while (templates.get(at).replacement != at) {
      at = templates.get(at).replacement;
    }
    return at;
  }

  private int templateOf(Form form) {
    Integer found = byIdentity.get(form.identity());
    return found == null ? add(form) : found;
  }

  /** Adds a form that a template covers: others may have more in common with it than with that. */
  private int addCovered(Form form, int template) {
    changes++;
    coveredForms++;
    int index = templates.size();
    templates.add(new Template(form, template));
    addValues(form, index);
    return index;
  }

  private int add(Form form) {
    changes++;
    int index = templates.size();
    Template template = new Template(form, index);
    template.lastUsed = clock;
    templates.add(template);
    byIdentity.put(template.identity, index);
    byHash.put(template.pattern().hash(), index);
    addValues(form, index);
    return index;
  }

  private void addValues(Form form, int index) {
    Context context = new Context(form);
    for (Span span : Spans.of(form)) {
      if (context.hasConstants(span)) {
        addValue(context, form, span, index);
      }
    }
  }

  private void addValue(Context context, Form form, Span span, int template) {
    int shape = Slot.shape(form, span);
    Slot slot = slots.add(context, span, context.key(span), shape, template);
    if (slot == null || slot.isVariable()) {
      return;
    }
    boolean knownEnough = false;
    for (long word : slot.takeNewWords()) {
      knownEnough |= known.ask(slot, word);
    }
    if (knownEnough || slot.isEnough()) {
      queue.add(slot);
    }
  }

  private void teach(long lead, long... words) {
    int before = known.size();
    queue.addAll(known.teach(lead, words));
    changes += known.size() - before;
  }

  /** Opens the slots that have seen enough, and those that have by what came of it. */
  private void settle() {
    for (Slot slot = queue.poll(); slot != null; slot = queue.poll()) {
      if (slot.isVariable()) {
        continue;
      }
      changes++;
      known.forget(slot);
      teach(slot.lead, slot.words());
      for (int index : slot.open()) {
        cover(index);
      }
    }
  }

  /** Merges the templates that cover a form: as it is now, and with what is variable by now. */
  private void cover(int index) {
    Form form = templates.get(index).form;
    Form general = variable.generalise(form);
    if (general == form) {
      return;
    }
    int covering = root(templateOf(general));
    int covered = root(index);
    if (covered != covering) {
      merge(covered, covering);
    }
  }

  private void merge(int one, int other) {
    Form both = templates.get(one).form.join(templates.get(other).form);
    int joined = both == null ? other : root(templateOf(both));
    replace(one, joined);
    replace(other, joined);
  }

  private void replace(int index, int by) {
    Template template = templates.get(index);
    if (index != by && template.replacement == index) {
      template.replacement = by;
      replaced.add(index);
    }
  }

  /** Tells of the templates replaced since the last call. */
  void report(Replaced listener) {
    for (int index : replaced) {
      listener.replaced(
          templates.get(index).pattern().hash(), templates.get(root(index)).pattern().hash());
    }
    replaced.clear();
  }

  /** Returns the same without the half not seen for longest; what is variable stays so. */
  TemplateSet withoutUnused() {
    List<Template> oldest = current().sorted(Comparator.comparingLong(t -> t.lastUsed)).toList();
    List<Template> kept = oldest.subList(oldest.size() / 2, oldest.size());
    TemplateSet next = new TemplateSet();
    for (long key : slots.variableKeys()) {
      next.slots.open(key);
    }
    next.known.teachAll(known);
    kept.forEach(template -> next.use(next.learn(template.form)));
    byHash.forEach((hash, i) -> next.alias(hash, templates.get(root(i)).pattern().hash()));
    return next;
  }

  /** Returns the templates that nothing replaced. */
  private Stream<Template> current() {
    return IntStream.range(0, templates.size())
        .filter(index -> templates.get(index).replacement == index)
        .mapToObj(templates::get);
  }

  /** Makes a hash one of the template that has the other hash; without one it is forgotten. */
  void alias(String hash, String current) {
    Integer index = byHash.get(current);
    if (index != null) {
      byHash.putIfAbsent(hash, index);
    }
  }

  /** Makes the place with this key variable. */
  void open(long key) {
    slots.open(key);
  }

  /** Notes a value that was found elsewhere. */
  void know(long value) {
    known.add(value);
  }

  /** Returns what another set would have to be told to be as this one. */
  MinerState state() {
    List<String> forms =
        current()
            .sorted(Comparator.comparingLong(t -> t.lastUsed))
            .map(t -> t.form.text())
            .toList();
    Map<String, String> aliases = new HashMap<>();
    byHash.forEach(
        (hash, index) -> {
          String current = templates.get(root(index)).pattern().hash();
          if (!current.equals(hash)) {
            aliases.put(hash, current);
          }
        });
    return new MinerState(slots.variableKeys(), known.all(), forms, aliases);
  }
}
