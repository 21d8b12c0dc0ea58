package dev.ticketing.tickets.domain;

import dev.ticketing.contracts.Money;
import java.time.Instant;

/**
 * What a seller says about a ticket. In an edit, null leaves a part as it is.
 *
 * @param date when the ticketed event takes place
 */
public record Offer(String title, String description, String venue, Instant date, Money price) {}
