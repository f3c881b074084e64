package dev.mendgate.gateway.pattern.secret;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Replaces secrets and personal data in any text by {@code <*>}, as {@code docs/secrets.md} says:
 * before the text is kept, shown, or goes into a template. Linear in the text's length; safe for
 * use by several threads. What is masked once stays as it is.
 */
public final class SecretMask {
  /** Masks what applies where nothing is configured. */
  public static final SecretMask DEFAULT = SecretMask.of(SecretSettings.DEFAULT);

  static final String WILDCARD = "<*>";
  private static final int ASCII = 128;

  /**
   * For each trigger the detectors to be asked, as bits, by the two characters before it; null for
   * what triggers nothing.
   */
  private final short[] @Nullable [] asked = new short[ASCII][];

  /** The same by trigger and one character before it: most characters go no further than this. */
  private final short[] near = new short[ASCII * ASCII];

  private final Detector[] detectors;

  private final @Nullable NamedValues named;
  private final List<OwnPattern> patterns;

  private SecretMask(
      List<Detector> detectors, @Nullable NamedValues named, List<OwnPattern> patterns) {
    this.named = named;
    this.patterns = List.copyOf(patterns);
    this.detectors = detectors.toArray(Detector[]::new);
    for (int i = 0; i < this.detectors.length; i++) {
      for (char trigger : this.detectors[i].triggers().toCharArray()) {
        asked[trigger] = asked[trigger] == null ? new short[ASCII * ASCII] : asked[trigger];
        for (int before = 0; before < ASCII * ASCII; before++) {
          boolean follows =
              this.detectors[i].follows((char) (before / ASCII), (char) (before % ASCII));
          int bit = follows ? 1 << i : 0;
          asked[trigger][before] |= (short) bit;
          near[trigger * ASCII + before % ASCII] |= (short) bit;
        }
      }
    }
  }

  /**
   * Creates a mask.
   *
   * @throws IllegalArgumentException if a pattern is not a regular expression
   */
  public static SecretMask of(SecretSettings settings) {
    SecretNames names = new SecretNames(settings.names());
    NamedValues named = new NamedValues(names);
    Map<SecretKind, Supplier<Detector>> all = new EnumMap<>(SecretKind.class);
    all.put(SecretKind.PEM, PrivateKeys::new);
    all.put(SecretKind.URL, UrlUsers::new);
    all.put(SecretKind.NAMED, () -> named);
    all.put(SecretKind.BEARER, () -> new Bearers(names));
    all.put(SecretKind.TOKEN, KnownTokens::new);
    all.put(SecretKind.JWT, WebTokens::new);
    all.put(SecretKind.EMAIL, MailAddresses::new);
    all.put(SecretKind.CARD, CardNumbers::new);
    all.put(SecretKind.IBAN, BankAccounts::new);
    all.put(SecretKind.IP, MachineAddresses::new);
    all.put(SecretKind.PHONE, PhoneNumbers::new);
    List<Detector> detectors = new ArrayList<>();
    all.forEach(
        (kind, detector) -> {
          if (settings.kinds().contains(kind)) {
            detectors.add(detector.get());
          }
        });
    return new SecretMask(
        detectors,
        settings.kinds().contains(SecretKind.NAMED) ? named : null,
        settings.patterns().stream().map(OwnPattern::new).toList());
  }

  /** Returns the text without its secrets; the same object where it has none. */
  public String mask(String text) {
    String masked = maskKnown(text);
    for (OwnPattern pattern : patterns) {
      masked = pattern.mask(masked);
    }
    return masked;
  }

  /** Returns the value without its secrets: all of it where the name tells that it is one. */
  public String maskValue(String name, String value) {
    return named != null && named.isSecret(name, value) ? WILDCARD : mask(value);
  }

  private String maskKnown(String text) {
    Scan scan = new Scan(text);
    StringBuilder out = null;
    FrameLines frames = null;
    int first = 0;
    int second = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int at = c < ASCII ? c : Detector.OTHER;
      int bits = near[at * ASCII + first];
      bits = bits == 0 ? 0 : bits(at, second * ASCII + first);
      second = first;
      first = at;
      if (bits == 0 || !find(scan, i, bits)) {
        continue;
      }
      out = out == null ? new StringBuilder(text.length()) : out;
      frames = frames == null ? new FrameLines(text) : frames;
      if (!frames.hold(scan.from)) {
        out.append(text, scan.done, Math.max(scan.from, scan.done)).append(WILDCARD);
        scan.done = scan.to;
        i = scan.to - 1;
        first = '>';
        second = '*';
      }
    }
    return out == null ? text : out.append(text, scan.done, text.length()).toString();
  }

  private int bits(int trigger, int before) {
    short[] behind = asked[trigger];
    return behind == null ? 0 : behind[before];
  }

  private boolean find(Scan scan, int at, int bits) {
    for (int rest = bits; rest != 0; rest &= rest - 1) {
      Detector detector = detectors[Integer.numberOfTrailingZeros(rest)];
      if (detector.find(scan, at) && scan.to > scan.done) {
        return true;
      }
    }
    return false;
  }
}
