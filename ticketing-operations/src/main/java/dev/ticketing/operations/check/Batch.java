package dev.ticketing.operations.check;

import dev.ticketing.operations.source.Documents;
import dev.ticketing.operations.source.Source;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Some documents of one place, and what others have about them. That is read for all of them at
 * once when it is first asked for, and shared by all rules.
 */
public final class Batch {

  private final Marketplace marketplace;
  private final List<Document> documents;
  private final Map<String, Object> read = new HashMap<>();

  Batch(Marketplace marketplace, List<Document> documents) {
    this.marketplace = marketplace;
    this.documents = documents;
  }

  List<Document> documents() {
    return documents;
  }

  /** The document in the other place that this field of the subject names. */
  public Optional<Document> named(Document subject, String field, Place place) {
    Map<String, Document> found =
        once(
            "named " + field + " in " + place,
            () -> Documents.byId(source(place).withIds(valuesOf(field))));
    return Optional.ofNullable(found.get(subject.getString(field)));
  }

  /** Whether the other place has what this field of the subject names. */
  public boolean isPresent(Document subject, String field, Place place) {
    Set<String> found =
        once("present " + field + " in " + place, () -> source(place).present(valuesOf(field)));
    return found.contains(subject.getString(field));
  }

  /** The document in the other place that has the subject's id. */
  public Optional<Document> sameIn(Place place, Document subject) {
    return named(subject, Documents.ID, place);
  }

  /** The documents in the other place whose field names the subject. */
  public List<Document> naming(Document subject, String field, Place place) {
    Map<String, List<Document>> found =
        once(
            "naming by " + field + " in " + place,
            () -> source(place).withField(field, valuesOf(Documents.ID)));
    return found.getOrDefault(Documents.idOf(subject), List.of());
  }

  private Source source(Place place) {
    return marketplace.source(place).orElseThrow();
  }

  private Collection<String> valuesOf(String field) {
    return documents.stream()
        .map(document -> document.getString(field))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  @SuppressWarnings("unchecked")
  private <T> T once(String question, Supplier<T> answer) {
    return (T) read.computeIfAbsent(question, key -> answer.get());
  }
}
