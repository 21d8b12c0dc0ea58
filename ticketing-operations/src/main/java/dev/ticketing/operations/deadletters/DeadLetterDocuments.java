package dev.ticketing.operations.deadletters;

import dev.ticketing.operations.source.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;

/** The dead letters as documents, without their payload. */
public final class DeadLetterDocuments implements Source {

  private final DeadLetters letters;

  public DeadLetterDocuments(DeadLetters letters) {
    this.letters = letters;
  }

  @Override
  public void scan(Consumer<List<Document>> reader) {
    List<Document> page = new ArrayList<>(BATCH);
    letters.read(
        letter -> {
          page.add(document(letter));
          if (page.size() == BATCH) {
            reader.accept(List.copyOf(page));
            page.clear();
          }
        });
    if (!page.isEmpty()) {
      reader.accept(page);
    }
  }

  @Override
  public List<Document> withIds(Collection<String> ids) {
    Set<String> wanted = new HashSet<>(ids);
    List<Document> found = new ArrayList<>();
    letters.read(
        letter -> {
          if (wanted.contains(letter.id())) {
            found.add(document(letter));
          }
        });
    return found;
  }

  private static Document document(DeadLetter letter) {
    return new Document("_id", letter.id())
        .append("kind", letter.kind())
        .append("type", letter.type())
        .append("key", letter.key())
        .append("origin", letter.origin())
        .append("reason", letter.reason());
  }
}
