package dev.ticketing.platform.messaging;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.platform.aggregate.Aggregate;
import dev.ticketing.platform.aggregate.EnvelopesConverter;
import dev.ticketing.platform.aggregate.OutboxFields;
import dev.ticketing.platform.aggregate.TrailConverter;
import dev.ticketing.platform.json.EventJson;
import java.util.List;
import org.bson.Document;

/** A collection of aggregates with their outboxes, as the persistence provider keeps them. */
record Outboxes(MongoCollection<Document> documents) {

  /** Stores the aggregate as it is. */
  void write(Aggregate aggregate) {
    Document document =
        new Document("_id", aggregate.id())
            .append("title", "kept")
            .append(
                OutboxFields.EVENTS,
                new EnvelopesConverter().convertToDatabaseColumn(aggregate.outbox()))
            .append(OutboxFields.MARK, aggregate.outboxMark())
            .append(
                OutboxFields.TRAIL,
                new TrailConverter().convertToDatabaseColumn(aggregate.trail()));
    documents.replaceOne(eq("_id", aggregate.id()), document, new ReplaceOptions().upsert(true));
  }

  List<Envelope<?>> waitingOf(String id) {
    String events = documents.find(eq("_id", id)).first().getString(OutboxFields.EVENTS);
    return events == null ? List.of() : EventJson.readAll(events);
  }

  Document of(String id) {
    return documents.find(eq("_id", id)).first();
  }
}
