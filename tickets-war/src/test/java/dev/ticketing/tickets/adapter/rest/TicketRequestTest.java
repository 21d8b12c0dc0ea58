package dev.ticketing.tickets.adapter.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.ticketing.contracts.Money;
import dev.ticketing.platform.json.Json;
import dev.ticketing.tickets.domain.Offer;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketRequestTest {

  private static final Instant NOW = Instant.parse("2027-05-01T19:30:00Z");
  private static final Validator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .clockProvider(() -> Clock.fixed(NOW, ZoneOffset.UTC))
          .buildValidatorFactory()
          .getValidator();

  @ParameterizedTest
  @ValueSource(strings = {"1.01", "1.1", "2", "19.99", "999999.99", "1E+2"})
  void aPriceIsOverOneAndAtMostAMillionLessACent(String price) {
    assertEquals(List.of(), faultsOf(priced(price)));
  }

  @ParameterizedTest
  @CsvSource({
    "1, price must be over 1",
    "1.00, price must be over 1",
    "0, price must be over 1",
    "-5, price must be over 1",
    "1000000, price must be at most 999999.99",
    "1E+12, price must be at most 999999.99",
    "1E+2147483646, price must be at most 999999.99",
    "1.005, price must have at most two decimals",
    "19.999, price must have at most two decimals"
  })
  void anyOtherPriceIsRefusedForTheReasonThatHolds(String price, String fault) {
    assertEquals(List.of(fault), faultsOf(priced(price)));
  }

  @ParameterizedTest
  @CsvSource({"1, true", "200, true", "201, false"})
  void aTitleHasUpToTwoHundredCharacters(int length, boolean valid) {
    assertEquals(valid, faultsOf(titled("x".repeat(length))).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u00a0\u2003"})
  void aTitleIsNotBlank(String title) {
    assertEquals(List.of("title must not be blank"), faultsOf(titled(title)));
  }

  @Test
  void aTitleMayHaveSeveralLines() {
    assertEquals(List.of(), faultsOf(titled("\nTwo\nlines\n")));
  }

  @Test
  void aDateIsNotInThePast() {
    assertEquals(List.of(), faultsOf(dated(NOW)));
    assertEquals(List.of(), faultsOf(dated(NOW.plusSeconds(1))));
    assertEquals(List.of("date must not be in the past"), faultsOf(dated(NOW.minusSeconds(1))));
  }

  @Test
  void wordsHaveTheirLimits() {
    assertEquals(List.of(), faultsOf(described("x".repeat(5_000), "x".repeat(200))));
    assertEquals(
        List.of(
            "description must be at most 5000 characters", "venue must be at most 200 characters"),
        faultsOf(described("x".repeat(5_001), "x".repeat(201))));
  }

  @Test
  void aListingNeedsATitleAndAPriceAndAnEditNothing() {
    TicketRequest empty = new TicketRequest(null, null, null, null, null);
    assertEquals(List.of("price is required", "title is required"), faultsOf(empty));
    assertEquals(0, VALIDATOR.validate(empty).size());
  }

  @Test
  void anEditKeepsToTheSameLimits() {
    assertEquals(1, VALIDATOR.validate(priced("1")).size());
    assertEquals(1, VALIDATOR.validate(titled(" ")).size());
  }

  @Test
  void anOfferHasTheTitleStrippedAndThePriceInMinorUnits() throws Exception {
    TicketRequest request =
        Json.mapper()
            .readValue(
                "{\"title\":\" A concert \",\"price\":19.99,\"date\":\"2027-05-01T19:30:00Z\"}",
                TicketRequest.class);
    assertEquals(
        new Offer("A concert", null, null, NOW, new Money(1999, "usd")), request.toOffer());
  }

  @Test
  void anOffersDateHasThePrecisionThatIsStored() {
    Instant stored = NOW.plusMillis(125);
    assertEquals(stored, dated(stored.plusNanos(999_999)).toOffer().date());
  }

  @Test
  void whatAnEditLeavesOutIsLeftOutOfTheOffer() {
    Offer offer = new TicketRequest(null, null, null, null, null).toOffer();
    assertEquals(new Offer(null, null, null, null, null), offer);
    assertNull(offer.price());
  }

  private static TicketRequest priced(String price) {
    return new TicketRequest("A concert", new BigDecimal(price), null, null, null);
  }

  private static TicketRequest titled(String title) {
    return new TicketRequest(title, BigDecimal.TEN, null, null, null);
  }

  private static TicketRequest dated(Instant date) {
    return new TicketRequest("A concert", BigDecimal.TEN, null, null, date);
  }

  private static TicketRequest described(String description, String venue) {
    return new TicketRequest("A concert", BigDecimal.TEN, description, venue, null);
  }

  private static List<String> faultsOf(TicketRequest request) {
    return VALIDATOR.validate(request, TicketRequest.Listing.class).stream()
        .map(fault -> fault.getPropertyPath() + " " + fault.getMessage())
        .sorted()
        .toList();
  }
}
