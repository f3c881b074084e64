package dev.mendgate.gateway.pattern.mining;

import java.util.Arrays;

/**
 * A place in messages and the values seen there, until they are enough to call it variable. What
 * {@link #isVariable} answers depends on the set of values alone, and once yes it stays yes however
 * many come: so the order in which lines arrive does not matter.
 */
final class Slot {
  /** Distinct values that make a place variable. */
  static final int ENOUGH = 4;

  /** As {@link #ENOUGH}, for names with dots, of which fewer would be constants. */
  static final int ENOUGH_DOTTED = 3;

  /** As {@link #ENOUGH}, where all values are participles: those tell events apart. */
  static final int ENOUGH_PARTICIPLES = 12;

  /** As {@link #ENOUGH}, at the start of a message, where its subject stands. */
  static final int ENOUGH_FIRST = 16;

  /** Values that another place has taught are values, before the same word. */
  static final int ENOUGH_KNOWN = 2;

  private static final int FIRST = 1;
  private static final int ENCLOSED = 2;
  private static final int UNIT_PLACE = 4;

  /** The only token, with letters or digits. */
  static final int ONE_WORD = 1;

  static final int ALL_MASK = 2;
  static final int HAS_MASK = 4;

  /** One token, or nothing but masks and delimiters. */
  static final int SINGLE = 8;

  static final int DOTTED = 16;
  static final int PARTICIPLE = 32;
  static final int UNIT = 64;

  final long lead;
  private final int place;
  private long[] values = new long[2];
  private byte[] shapes = new byte[2];
  private int count;
  private int[] templates = new int[2];
  private int templateCount;
  private int taken;
  private boolean variable;

  /** Stands for places that are variable and of which no more is known. */
  static final Slot VARIABLE = new Slot();

  private Slot() {
    lead = 0;
    place = 0;
    variable = true;
  }

  Slot(Context context, Span span) {
    lead = context.lead(span);
    place =
        (context.isFirst(span) ? FIRST : 0)
            | (context.isEnclosed(span) ? ENCLOSED : 0)
            | (context.isUnitPlace(span) ? UNIT_PLACE : 0);
  }

  /** Notes a value and the template that has it; returns whether the value is new. */
  boolean add(long value, int shape, int template) {
    if (templateCount == 0 || templates[templateCount - 1] != template) {
      templates = templateCount < templates.length ? templates : grow(templates);
      templates[templateCount++] = template;
    }
    for (int i = 0; i < count; i++) {
      if (values[i] == value) {
        return false;
      }
    }
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
      shapes = Arrays.copyOf(shapes, 2 * count);
    }
    values[count] = value;
    shapes[count++] = (byte) shape;
    return true;
  }

  private static int[] grow(int[] full) {
    return Arrays.copyOf(full, 2 * full.length);
  }

  boolean isVariable() {
    return variable;
  }

  /** Returns the hashes of the values of one word that came since the last call. */
  long[] takeNewWords() {
    long[] words = words(taken);
    taken = count;
    return words;
  }

  /** Makes the place variable and returns the templates that have a value there. */
  int[] open() {
    variable = true;
    int[] affected = Arrays.copyOf(templates, templateCount);
    templates = new int[0];
    templateCount = 0;
    return affected;
  }

  /** Returns the hashes of values that are one word each. */
  long[] words() {
    return words(0);
  }

  private long[] words(int from) {
    long[] words = new long[count - from];
    int size = 0;
    for (int i = from; i < count; i++) {
      if ((shapes[i] & ONE_WORD) != 0) {
        words[size++] = values[i];
      }
    }
    return Arrays.copyOf(words, size);
  }

  /** Returns whether the values seen are enough. */
  boolean isEnough() {
    if (count < 2) {
      return false;
    }
    int masks = count(ALL_MASK);
    int rest = count - masks;
    if (rest == 0
        || count(DOTTED) >= ENOUGH_DOTTED
        || ((place & UNIT_PLACE) != 0 && count(UNIT) > 1)) {
      return true;
    }
    if ((place & FIRST) != 0) {
      return (masks > 0 && count(HAS_MASK) > masks) || count >= ENOUGH_FIRST;
    }
    boolean enclosed = (place & ENCLOSED) != 0;
    if (masks > 0 && (!enclosed || count(SINGLE) > masks)) {
      return true;
    }
    return count >= (rest > count(PARTICIPLE) ? ENOUGH : ENOUGH_PARTICIPLES);
  }

  private int count(int shape) {
    int found = 0;
    for (int i = 0; i < count; i++) {
      found += (shapes[i] & shape) != 0 ? 1 : 0;
    }
    return found;
  }

  /** Returns what the span's tokens look like. */
  static int shape(Form form, Span span) {
    int masks = 0;
    int delimiters = 0;
    for (int i = span.from(); i < span.to(); i++) {
      masks += form.is(i, Form.MASK) ? 1 : 0;
      delimiters += form.is(i, Form.DELIMITER) ? 1 : 0;
    }
    boolean bare = masks + delimiters == span.width();
    int shape = (masks > 0 ? HAS_MASK : 0) | (masks > 0 && bare ? ALL_MASK : 0);
    if (span.width() > 1) {
      return shape | (bare ? SINGLE : 0);
    }
    int only = span.from();
    return shape
        | SINGLE
        | (form.is(only, Form.WORD) ? ONE_WORD : 0)
        | (form.is(only, Form.DOTTED) ? DOTTED : 0)
        | (form.is(only, Form.PARTICIPLE) ? PARTICIPLE : 0)
        | (form.is(only, Form.UNIT) ? UNIT : 0);
  }
}
