package dev.ticketing.operations.source;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;

/**
 * The PaymentIntents of a Stripe account as documents: {@code {_id, status, currency, capturable,
 * received, refunded, orderId, paymentId}}, amounts in minor units. A scan lists them all and
 * remembers a fingerprint of each, so that Stripe need not be asked for every one again.
 */
public final class StripeIntents implements Source {

  private static final long PAGE = 100;
  private static final String CHARGE = "latest_charge";
  private static final int NOT_FOUND = 404;

  private final StripeClient stripe;
  private Fingerprints listed = new Fingerprints();

  public StripeIntents(StripeClient stripe) {
    this.stripe = stripe;
  }

  @Override
  public void scan(Consumer<List<Document>> reader) {
    Fingerprints seen = new Fingerprints();
    List<PaymentIntent> page = page(null);
    while (!page.isEmpty()) {
      page.forEach(intent -> seen.add(intent.getId()));
      reader.accept(page.stream().map(StripeIntents::document).toList());
      page = page(page.get(page.size() - 1).getId());
    }
    listed = seen;
  }

  private List<PaymentIntent> page(String after) {
    PaymentIntentListParams.Builder params =
        PaymentIntentListParams.builder().setLimit(PAGE).addExpand("data." + CHARGE);
    if (after != null) {
      params.setStartingAfter(after);
    }
    try {
      return stripe.v1().paymentIntents().list(params.build()).getData();
    } catch (StripeException e) {
      throw new StripeDoesNotAnswer(e);
    }
  }

  @Override
  public List<Document> withIds(Collection<String> ids) {
    return ids.stream().map(this::find).flatMap(Optional::stream).toList();
  }

  @Override
  public Set<String> present(Collection<String> ids) {
    Set<String> present = new HashSet<>();
    List<String> unseen = new ArrayList<>();
    ids.forEach(id -> (listed.contains(id) ? present : unseen).add(id));
    present.addAll(Documents.byId(withIds(unseen)).keySet());
    return present;
  }

  private Optional<Document> find(String id) {
    PaymentIntentRetrieveParams params =
        PaymentIntentRetrieveParams.builder().addExpand(CHARGE).build();
    try {
      return Optional.of(document(stripe.v1().paymentIntents().retrieve(id, params)));
    } catch (InvalidRequestException e) {
      if (e.getStatusCode() != null && e.getStatusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw new StripeDoesNotAnswer(e);
    } catch (StripeException e) {
      throw new StripeDoesNotAnswer(e);
    }
  }

  private static Document document(PaymentIntent intent) {
    return new Document(Documents.ID, intent.getId())
        .append("status", intent.getStatus())
        .append("currency", intent.getCurrency())
        .append("capturable", orZero(intent.getAmountCapturable()))
        .append("received", orZero(intent.getAmountReceived()))
        .append("refunded", givenBack(intent))
        .append("orderId", intent.getMetadata().get("orderId"))
        .append("paymentId", intent.getMetadata().get("paymentId"));
  }

  /** Stripe calls the charge of an authorisation that was let go refunded, too. */
  private static long givenBack(PaymentIntent intent) {
    Charge charge = intent.getLatestChargeObject();
    boolean received = orZero(intent.getAmountReceived()) > 0;
    return charge == null || !received ? 0 : orZero(charge.getAmountRefunded());
  }

  private static long orZero(Long amount) {
    return amount == null ? 0 : amount;
  }
}
