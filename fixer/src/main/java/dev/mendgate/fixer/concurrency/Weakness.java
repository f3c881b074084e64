package dev.mendgate.fixer.concurrency;

import com.github.javaparser.ast.Node;
import dev.mendgate.fixer.CandidateFix;

/**
 * Code that will fail some day, found without a failure.
 *
 * @param at the code
 * @param fix what repairs it
 */
public record Weakness(Node at, CandidateFix fix) {}
