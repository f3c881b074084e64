package dev.mendgate.gateway.source.ownership;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who answers together.
 *
 * @param name as it is shown; where it is written as in CODEOWNERS, {@code @group/team}, what is
 *     said here holds for owners from there too
 * @param responseTime how soon the team answers; null where it does not say
 * @param contact where it is reached, such as a channel or a mail address; null where it does not
 *     say
 */
public record Team(String name, @Nullable Duration responseTime, @Nullable String contact) {}
