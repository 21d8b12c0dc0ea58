package dev.ticketing.operations.check;

import dev.ticketing.operations.source.Documents;
import dev.ticketing.operations.source.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;

/** Documents that are in no store: those of Stripe and of the broker, as a rule sees them. */
public final class ListedDocuments implements Source {

  private final List<Document> documents = new ArrayList<>();

  public void set(Collection<Document> all) {
    documents.clear();
    documents.addAll(all);
  }

  public List<Document> all() {
    return documents;
  }

  @Override
  public void scan(Consumer<List<Document>> reader) {
    reader.accept(List.copyOf(documents));
  }

  @Override
  public List<Document> withIds(Collection<String> ids) {
    return documents.stream().filter(found -> ids.contains(Documents.idOf(found))).toList();
  }
}
