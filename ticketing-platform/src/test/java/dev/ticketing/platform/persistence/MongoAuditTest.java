package dev.ticketing.platform.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.ticketing.platform.MemoryStore;
import dev.ticketing.platform.audit.AuditEntry;
import dev.ticketing.platform.audit.AuditEntry.Outcome;
import dev.ticketing.platform.audit.Deed;
import dev.ticketing.platform.audit.RequestOrigin;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoAuditTest {

  private static final Instant NOON = Instant.parse("2027-01-01T12:00:30Z");
  private static final RequestOrigin ANN = new RequestOrigin("ann", "192.0.2.1", "curl/8");

  private final MemoryStore store = new MemoryStore();
  private final MongoAudit audit = at(NOON);

  @AfterEach
  void close() {
    RequestOrigin.leave();
    store.close();
  }

  private MongoAudit at(Instant time) {
    return new MongoAudit(store.collection("audit"), Clock.fixed(time, ZoneOffset.UTC));
  }

  private List<Document> kept() {
    return store.collection("audit").find().into(new ArrayList<>());
  }

  @Test
  void aDeedIsKeptWithWhoWhatWhenAndFromWhere() {
    RequestOrigin.enter(() -> ANN);
    audit.write(Deed.done("SignOut", "s").with("more"));
    Document entry = kept().get(0);
    entry.remove("_id");
    assertEquals(
        new Document("at", Date.from(NOON))
            .append("what", "SignOut")
            .append("outcome", "DONE")
            .append("who", "ann")
            .append("address", "192.0.2.1")
            .append("agent", "curl/8")
            .append("subject", "s")
            .append("detail", "more"),
        entry);
  }

  @Test
  void aDeedCanNameItsDoerWhomTheRequestDoesNotKnowYet() {
    RequestOrigin.enter(() -> new RequestOrigin(RequestOrigin.ANONYMOUS, "192.0.2.1", null));
    audit.write(Deed.done("SignIn", "bob").by("bob"));
    assertEquals("bob", kept().get(0).getString("who"));
    assertEquals("192.0.2.1", kept().get(0).getString("address"));
    assertNull(kept().get(0).getString("agent"));
  }

  @Test
  void anEntryThatComesAgainAfterACrashIsOneAndHoldsUpNoOther() {
    AuditEntry first = entry("000000000000000000000001");
    AuditEntry next = entry("000000000000000000000002");
    audit.add(List.of(first));
    audit.add(List.of(first, next));
    assertEquals(2, kept().size());
  }

  @Test
  void ofWhatAnybodyCanRepeatWithoutEndOneAMinuteIsKept() {
    RequestOrigin.enter(() -> ANN);
    Deed bogus = Deed.refused("StripeWebhook", null, "INVALID").oncePerMinute();
    for (int i = 0; i < 100; i++) {
      audit.write(bogus);
    }
    assertEquals(1, kept().size());
    at(NOON.plusSeconds(60)).write(bogus);
    RequestOrigin.enter(() -> new RequestOrigin("ann", "192.0.2.2", null));
    audit.write(bogus);
    assertEquals(3, kept().size());
  }

  private static AuditEntry entry(String id) {
    return new AuditEntry(id, NOON, "OrderCreated", Outcome.DONE, ANN, "order", null);
  }
}
