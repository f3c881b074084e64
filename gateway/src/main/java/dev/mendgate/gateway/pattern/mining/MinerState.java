package dev.mendgate.gateway.pattern.mining;

import java.util.List;
import java.util.Map;

/**
 * What a miner has learned.
 *
 * @param variable keys of variable places
 * @param known hashes of words known as values
 * @param templates texts of the templates, those seen last at the end
 * @param aliases hashes of replaced templates, each with the hash of what they are now
 */
record MinerState(
    long[] variable, long[] known, List<String> templates, Map<String, String> aliases) {
  MinerState {
    templates = List.copyOf(templates);
    aliases = Map.copyOf(aliases);
  }
}
