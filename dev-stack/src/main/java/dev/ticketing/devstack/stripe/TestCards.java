package dev.ticketing.devstack.stripe;

import java.util.HashMap;
import java.util.Map;

/**
 * Stripe's documented test cards, found by number or by the name in {@code tok_<name>} and {@code
 * pm_card_<name>}. Names of declines are understood with and without Stripe's "visa_" before them.
 */
final class TestCards {
  private static final Map<String, TestCard> BY_NAME = new HashMap<>();
  private static final Map<String, TestCard> BY_NUMBER = new HashMap<>();

  static {
    approved("visa", "4242424242424242", "visa");
    approved("visa_debit", "4000056655665556", "visa");
    approved("mastercard", "5555555555554444", "mastercard");
    approved("mastercard_2", "2223003122003222", "mastercard");
    approved("mastercard_debit", "5200828282828210", "mastercard");
    approved("mastercard_prepaid", "5105105105105100", "mastercard");
    approved("amex", "378282246310005", "amex");
    approved("amex_2", "371449635398431", "amex");
    approved("discover", "6011111111111117", "discover");
    approved("discover_2", "6011000990139424", "discover");
    approved("diners", "3056930009020004", "diners");
    approved("diners_14digits", "36227206271667", "diners");
    approved("jcb", "3566002020360505", "jcb");
    approved("unionpay", "6200000000000005", "unionpay");
    approved("riskLevelElevated", "4000000000009235", "visa");
    approved("bypassPending", "4000000000000077", "visa");
    approved("threeDSecureOptional", "4000000000003055", "visa");

    declined("chargeDeclined", "4000000000000002", "generic_decline");
    declined("chargeDeclinedInsufficientFunds", "4000000000009995", "insufficient_funds");
    declined("chargeDeclinedLostCard", "4000000000009987", "lost_card");
    declined("chargeDeclinedStolenCard", "4000000000009979", "stolen_card");
    declined("chargeDeclinedExpiredCard", "4000000000000069", "expired_card");
    declined("chargeDeclinedIncorrectCvc", "4000000000000127", "incorrect_cvc");
    declined("chargeDeclinedProcessingError", "4000000000000119", "processing_error");
    declined("chargeDeclinedVelocityLimitExceeded", "4000000000006975", "card_velocity_exceeded");
    declined("chargeCustomerFail", "4000000000000341", "generic_decline");
    declined("radarBlock", "4100000000000019", "fraudulent");
    declined("chargeDeclinedFraudulent", "4100000000000019", "fraudulent");

    authenticated("threeDSecure2Required", "4000000000003220", null);
    authenticated("threeDSecureRequired", "4000000000003063", null);
    authenticated("authenticationRequired", "4000002760003184", null);
    authenticated("authenticationRequiredOnSetup", "4000002500003155", null);
    authenticated("threeDSecureRequiredChargeDeclined", "4000008400001629", "generic_decline");
    authenticated(
        "authenticationRequiredChargeDeclinedInsufficientFunds",
        "4000008260003178",
        "insufficient_funds");
  }

  private TestCards() {}

  /** The card of {@code tok_<name>} or {@code pm_card_<name>}, or null. */
  static TestCard named(String prefix, String id) {
    return id.startsWith(prefix) ? named(id.substring(prefix.length())) : null;
  }

  static TestCard named(String name) {
    TestCard card = BY_NAME.get(name);
    return card == null && name.startsWith("visa_") ? BY_NAME.get(name.substring(5)) : card;
  }

  static TestCard numbered(String number) {
    return BY_NUMBER.get(number);
  }

  private static void approved(String name, String number, String brand) {
    add(new TestCard(name, number, brand, false, null));
  }

  private static void declined(String name, String number, String declineCode) {
    add(new TestCard(name, number, "visa", false, declineCode));
  }

  private static void authenticated(String name, String number, String declineCode) {
    add(new TestCard(name, number, "visa", true, declineCode));
  }

  private static void add(TestCard card) {
    BY_NAME.put(card.name(), card);
    BY_NUMBER.putIfAbsent(card.number(), card);
  }
}
