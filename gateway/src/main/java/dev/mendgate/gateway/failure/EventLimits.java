package dev.mendgate.gateway.failure;

/**
 * How large an event may be.
 *
 * @param maxBytes encoded size in bytes
 * @param maxAttributes number of attributes
 */
public record EventLimits(int maxBytes, int maxAttributes) {
  /** One MiB and 128 attributes. */
  public static final EventLimits DEFAULT = new EventLimits(1 << 20, 128);
}
