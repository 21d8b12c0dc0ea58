package dev.ticketing.payments.application;

import java.util.List;
import java.util.Optional;

/** Looks up the payments of a buyer. */
public interface PaymentBook {

  /**
   * @param buyerId empty for every buyer
   * @param orderId null for every order
   * @param before an id; only payments with smaller ones, null for all
   * @return newest first
   */
  List<PaymentView> paidBy(Optional<String> buyerId, String orderId, int limit, String before);
}
