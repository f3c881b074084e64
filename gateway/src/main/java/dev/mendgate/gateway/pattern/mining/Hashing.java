package dev.mendgate.gateway.pattern.mining;

/**
 * 64-bit hashes of tokens and of sequences of them: a polynomial over the ring of longs, finished
 * with the mixer of SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number
 * generators").
 */
final class Hashing {
  static final long START = 0x243F6A8885A308D3L;

  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private Hashing() {}

  /** Adds a character or a token's hash to a running hash. */
  static long add(long running, long next) {
    return (running + next) * FACTOR;
  }

  static long finish(long running) {
    long z = (running ^ (running >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  static long of(CharSequence word) {
    long running = START;
    for (int i = 0; i < word.length(); i++) {
      running = add(running, word.charAt(i));
    }
    return finish(running);
  }
}
