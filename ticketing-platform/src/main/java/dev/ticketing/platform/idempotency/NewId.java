package dev.ticketing.platform.idempotency;

import dev.ticketing.platform.aggregate.ReservedId;
import jakarta.enterprise.context.RequestScoped;

/**
 * The id for what a request makes. A request with an {@code Idempotency-Key} has it from the key's
 * record, any other a fresh one.
 */
@RequestScoped
public class NewId {

  private Claim claim;

  void reserve(Claim ofThisRequest) {
    claim = ofThisRequest;
  }

  /** To be called when the request is known to be well formed, and its work begins. */
  public ReservedId take() {
    return claim == null ? ReservedId.fresh() : claim.begin();
  }
}
