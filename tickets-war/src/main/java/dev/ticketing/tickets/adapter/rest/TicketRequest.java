package dev.ticketing.tickets.adapter.rest;

import dev.ticketing.contracts.Money;
import dev.ticketing.tickets.domain.Offer;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The body that lists or edits a ticket; an edit may leave parts out.
 *
 * @param price in US dollars
 */
public record TicketRequest(
    @NotNull(groups = Listing.class, message = "is required")
        @Size(max = 200, message = "must be at most 200 characters")
        @Pattern(regexp = "(?sU).*\\S.*", message = "must not be blank")
        String title,
    @NotNull(groups = Listing.class, message = "is required")
        @DecimalMin(value = "1", inclusive = false, message = "must be over 1")
        @DecimalMax(value = "999999.99", message = "must be at most 999999.99")
        @Digits(
            integer = Integer.MAX_VALUE,
            fraction = 2,
            message = "must have at most two decimals")
        BigDecimal price,
    @Size(max = 5000, message = "must be at most 5000 characters") String description,
    @Size(max = 200, message = "must be at most 200 characters") String venue,
    @FutureOrPresent(message = "must not be in the past") Instant date) {

  /** What a new listing needs: all that an edit needs, and more. */
  public interface Listing extends Default {}

  private static final String CURRENCY = "usd";

  /** The offer as it is stored: its title without outer space, its date to the millisecond. */
  Offer toOffer() {
    return new Offer(
        title == null ? null : title.strip(),
        description,
        venue,
        date == null ? null : date.truncatedTo(ChronoUnit.MILLIS),
        price == null ? null : Money.of(price, CURRENCY));
  }
}
