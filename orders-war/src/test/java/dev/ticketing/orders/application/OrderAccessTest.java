package dev.ticketing.orders.application;

import static dev.ticketing.orders.Marketplace.ALICE;
import static dev.ticketing.orders.Marketplace.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.orders.Marketplace;
import dev.ticketing.orders.domain.Order;
import dev.ticketing.platform.access.Reader;
import org.junit.jupiter.api.Test;

class OrderAccessTest {

  private static final Reader ADMIN = new Reader("root", true);

  private final Order order = new Marketplace().place(ALICE);
  private final OrderView view = OrderView.of(order);

  @Test
  void anOrderIsSeenByItsBuyerAndByAdmins() {
    assertEquals(view, OrderAccess.requireMaySee(new Reader(ALICE, false), view));
    assertEquals(view, OrderAccess.requireMaySee(ADMIN, view));
    assertForbidden(() -> OrderAccess.requireMaySee(new Reader(BOB, false), view));
  }

  @Test
  void onlyTheBuyerCancels() {
    OrderAccess.requireMayCancel(ALICE, order);
    assertForbidden(() -> OrderAccess.requireMayCancel(BOB, order));
    assertForbidden(() -> OrderAccess.requireMayCancel(ADMIN.userId(), order));
  }

  @Test
  void everybodyListsTheirOwn() {
    assertEquals(ALICE, OrderAccess.whoseAreListed(new Reader(ALICE, false)));
    assertEquals("root", OrderAccess.whoseAreListed(ADMIN));
  }

  private static void assertForbidden(org.junit.jupiter.api.function.Executable request) {
    assertEquals(Refusal.Reason.FORBIDDEN, assertThrows(Refusal.class, request).reason());
  }
}
