package dev.ticketing.devstack.stripe;

/**
 * One of Stripe's documented test cards: the name in its token, its number, and what comes of using
 * it. A card may ask for authentication first and be declined after that.
 */
record TestCard(
    String name, String number, String brand, boolean authenticates, String declineCode) {

  String lastFour() {
    return number.substring(number.length() - 4);
  }

  CardDecline decline() {
    return declineCode == null ? null : CardDecline.of(declineCode);
  }
}
