package dev.ticketing.operations.source;

import com.mongodb.client.MongoIterable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;

/** Hands over what a cursor finds as it comes, so that no more than a batch is in memory. */
final class Batches {

  private Batches() {}

  static void read(MongoIterable<Document> found, Consumer<List<Document>> reader) {
    List<Document> batch = new ArrayList<>(Source.BATCH);
    for (Document document : found.batchSize(Source.BATCH)) {
      batch.add(document);
      if (batch.size() == Source.BATCH) {
        reader.accept(List.copyOf(batch));
        batch.clear();
      }
    }
    if (!batch.isEmpty()) {
      reader.accept(List.copyOf(batch));
    }
  }
}
