package dev.ticketing.operations.check;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** One thing that must be true of every document of a place. Its class is named after it. */
public interface Rule {

  /** The place whose documents it is about. */
  Place subjects();

  /** All places it reads; where one of them is missing the rule is not checked. */
  Set<Place> reads();

  /** What is wrong with this document, if anything. */
  Optional<Violation> examine(Document subject, Batch batch);

  /** The name of its class as a sentence. */
  default String statement() {
    String words = getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    String sentence = words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    return sentence.replace("stripe", "Stripe");
  }
}
