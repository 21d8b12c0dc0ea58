package dev.ticketing.auth.adapter.argon2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.error.Refusal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.junit.jupiter.api.Test;

class HashSlotsTest {

  @Test
  void whoFindsNoFreeSlotInTimeIsAskedToTryAgain() throws Exception {
    HashSlots slots = new HashSlots(1, 64, Duration.ofMillis(20));
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<Boolean> first =
        CompletableFuture.supplyAsync(
            () ->
                slots.use(
                    memory -> {
                      taken.countDown();
                      return await(done);
                    }));
    taken.await();
    Refusal refusal = assertThrows(Refusal.class, () -> slots.use(memory -> true));
    assertEquals(Refusal.Reason.OVERLOADED, refusal.reason());
    done.countDown();
    assertTrue(first.get());
    assertEquals("done", slots.<String>use(memory -> "done"));
  }

  @Test
  void aSlotIsFreeAgainAfterWorkThatFailed() {
    HashSlots slots = new HashSlots(1, 64, Duration.ofMillis(20));
    assertThrows(
        IllegalStateException.class,
        () ->
            slots.use(
                memory -> {
                  throw new IllegalStateException("failed");
                }));
    assertEquals("done", slots.<String>use(memory -> "done"));
  }

  @Test
  void memoryIsHandedOnFromOneHashToTheNext() {
    HashSlots slots = new HashSlots(2, 64, Duration.ofMillis(20));
    BlockPool first = slots.use(memory -> memory);
    assertSame(first, slots.use(memory -> memory));
  }

  @Test
  void hashesAtOnceNeverWorkInTheSameMemory() {
    HashSlots slots = new HashSlots(2, 64, Duration.ofMillis(20));
    slots.use(outer -> slots.use(inner -> assertNotShared(outer, inner)));
  }

  @Test
  void theSlotsOfADefaultServerFitIntoAQuarterOfItsHeap() {
    long heapKib = Runtime.getRuntime().maxMemory() / 1024;
    int memoryKib = (int) (heapKib / 8);
    assertTrue(HashSlots.defaultCount(memoryKib) <= 2);
    assertEquals(1, HashSlots.defaultCount((int) heapKib));
  }

  private static boolean assertNotShared(BlockPool outer, BlockPool inner) {
    assertTrue(outer != inner);
    return true;
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
