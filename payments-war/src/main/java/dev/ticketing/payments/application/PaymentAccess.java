package dev.ticketing.payments.application;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.payments.domain.PayableOrder;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.platform.access.Reader;
import java.util.Optional;

/**
 * Who may do what with payments. Only the buyer pays an order; a payment is seen by its buyer and
 * by admins. What is somebody else's is refused with FORBIDDEN, not hidden.
 */
public final class PaymentAccess {

  private PaymentAccess() {}

  /**
   * @throws Refusal FORBIDDEN when the order is another buyer's
   */
  static void requireMayPay(String userId, PayableOrder order) {
    if (!order.userId().equals(userId)) {
      throw Refusal.forbidden("This order belongs to another buyer");
    }
  }

  /**
   * @return the payment, when the reader may see it
   * @throws Refusal FORBIDDEN when it is another buyer's
   */
  public static Payment requireMaySee(Reader reader, Payment payment) {
    if (!reader.maySeeWhatIsOf(payment.userId())) {
      throw Refusal.forbidden("This payment belongs to another buyer");
    }
    return payment;
  }

  /**
   * Whose payments are listed: the reader's own, or anybody's when an admin asks for one order.
   *
   * @param orderId null for every order
   * @return empty for anybody's
   */
  public static Optional<String> whoseAreListed(Reader reader, String orderId) {
    boolean anybodys = reader.admin() && orderId != null;
    return anybodys ? Optional.empty() : Optional.of(reader.userId());
  }
}
