package dev.ticketing.devstack.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Event;
import com.stripe.model.HasId;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.param.ChargeListParams;
import com.stripe.param.EventListParams;
import com.stripe.param.PaymentIntentListParams;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingTest extends SandboxFixture {

  @Test
  void pagesShowEveryIntentOnceAndTheNewestFirst() throws StripeException {
    List<String> expected = create(7);
    List<String> found = new ArrayList<>();
    PaymentIntentListParams params = PaymentIntentListParams.builder().setLimit(3L).build();
    for (PaymentIntent intent : stripe.v1().paymentIntents().list(params).autoPagingIterable()) {
      found.add(intent.getId());
    }
    assertEquals(expected, found);
  }

  @Test
  void aPageCanBeTakenFromEitherSideOfACursor() throws StripeException {
    List<String> all = create(6);
    StripeCollection<PaymentIntent> after =
        stripe
            .v1()
            .paymentIntents()
            .list(
                PaymentIntentListParams.builder()
                    .setStartingAfter(all.get(3))
                    .setLimit(10L)
                    .build());
    assertEquals(all.subList(4, 6), ids(after.getData()));
    assertFalse(after.getHasMore());
    StripeCollection<PaymentIntent> before =
        stripe
            .v1()
            .paymentIntents()
            .list(
                PaymentIntentListParams.builder().setEndingBefore(all.get(3)).setLimit(2L).build());
    assertEquals(all.subList(1, 3), ids(before.getData()));
    assertTrue(before.getHasMore());
  }

  @Test
  void aListIsFilteredByTheTimeOfCreation() throws StripeException {
    long created = pay(900).getCreated();
    assertEquals(1, createdFrom(created).size());
    assertEquals(0, createdFrom(created + 1).size());
  }

  @Test
  void chargesAreListedByTheirIntent() throws StripeException {
    pay(900);
    PaymentIntent mine = pay(1000);
    ChargeListParams params =
        ChargeListParams.builder()
            .setPaymentIntent(mine.getId())
            .addExpand("data.payment_intent")
            .build();
    List<Charge> charges = stripe.v1().charges().list(params).getData();
    assertEquals(List.of(mine.getLatestCharge()), ids(charges));
    assertEquals(1000, charges.get(0).getPaymentIntentObject().getAmount());
  }

  @Test
  void eventsAreListedByTheirTypeAndFoundByTheirId() throws StripeException {
    PaymentIntent paid = pay(900);
    EventListParams params = EventListParams.builder().setType("payment_intent.succeeded").build();
    List<Event> events = stripe.v1().events().list(params).getData();
    assertEquals(1, events.size());
    Event found = stripe.v1().events().retrieve(events.get(0).getId());
    PaymentIntent told =
        (PaymentIntent) found.getDataObjectDeserializer().getObject().orElseThrow();
    assertEquals(paid.getId(), told.getId());
  }

  @Test
  void aPageThatMakesNoSenseIsRefused() {
    PaymentIntentListParams tooLarge = PaymentIntentListParams.builder().setLimit(101L).build();
    assertThrows(InvalidRequestException.class, () -> stripe.v1().paymentIntents().list(tooLarge));
    PaymentIntentListParams lost =
        PaymentIntentListParams.builder().setStartingAfter("pi_unheardOf").build();
    assertThrows(InvalidRequestException.class, () -> stripe.v1().paymentIntents().list(lost));
  }

  private List<String> create(int count) throws StripeException {
    List<String> newestFirst = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      newestFirst.add(stripe.v1().paymentIntents().create(cardPayment(900).build()).getId());
    }
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  private List<PaymentIntent> createdFrom(long second) throws StripeException {
    return stripe
        .v1()
        .paymentIntents()
        .list(
            PaymentIntentListParams.builder()
                .setCreated(PaymentIntentListParams.Created.builder().setGte(second).build())
                .build())
        .getData();
  }

  private static List<String> ids(List<? extends HasId> objects) {
    return objects.stream().map(HasId::getId).toList();
  }
}
