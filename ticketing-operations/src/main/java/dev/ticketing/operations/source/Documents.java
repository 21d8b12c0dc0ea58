package dev.ticketing.operations.source;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** Reads what every document has. */
public final class Documents {

  public static final String ID = "_id";

  private Documents() {}

  public static String idOf(Document document) {
    return document.getString(ID);
  }

  public static Map<String, Document> byId(Collection<Document> documents) {
    Map<String, Document> found = new HashMap<>();
    documents.forEach(document -> found.put(idOf(document), document));
    return found;
  }

  /** A time of the document, or null. */
  public static Instant time(Document document, String field) {
    Date date = document.getDate(field);
    return date == null ? null : date.toInstant();
  }
}
