package dev.ticketing.platform.mail.delivery;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.mail.Letter;
import dev.ticketing.platform.mail.Letters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The letters of one domain, a document each, until they are sent. Of several servers one at a time
 * has a letter in hand: taking it moves the time it is due, which also gives it to somebody else
 * should that server die. A letter that was given up on stays, without that time and with the
 * reason, for a person to look at.
 */
public final class LetterBox implements Letters {

  public static final String COLLECTION = "letters";

  /** When a letter is to be sent, or its sender to be thought dead. */
  public static final String DUE = "dueAt";

  private static final Duration IN_HAND = Duration.ofMinutes(2);
  private static final String ID = "_id";
  private static final String KIND = "kind";
  private static final String FACTS = "facts";
  private static final String POSTED = "postedAt";
  private static final String TAKEN = "taken";
  private static final String FAILURES = "failures";
  private static final String REASON = "reason";
  private static final String DEAD = "deadAt";

  private final MongoCollection<Document> letters;
  private final Clock clock;

  public LetterBox(MongoCollection<Document> letters, Clock clock) {
    this.letters = letters;
    this.clock = clock;
  }

  /**
   * A letter in hand.
   *
   * @param turn which taking of it this is
   * @param failures how many earlier ones have failed
   */
  record InHand(Letter letter, int turn, int failures) {}

  @Override
  public String post(String kind, Map<String, String> facts) {
    String id = Identifier.next();
    Date now = Date.from(clock.instant());
    letters.insertOne(
        new Document(ID, id)
            .append(KIND, kind)
            .append(FACTS, new Document(new TreeMap<>(facts)))
            .append(POSTED, now)
            .append(TAKEN, 0)
            .append(FAILURES, 0)
            .append(DUE, now));
    return id;
  }

  @Override
  public void withdraw(String id) {
    letters.deleteOne(and(eq(ID, id), eq(TAKEN, 0)));
  }

  /** Takes the letter in hand that has been due the longest. */
  Optional<InHand> take() {
    Instant now = clock.instant();
    Document taken =
        letters.findOneAndUpdate(
            lte(DUE, Date.from(now)),
            combine(inc(TAKEN, 1), set(DUE, Date.from(now.plus(IN_HAND)))),
            new FindOneAndUpdateOptions()
                .sort(Sorts.ascending(DUE))
                .returnDocument(ReturnDocument.AFTER));
    return Optional.ofNullable(taken).map(LetterBox::inHand);
  }

  /** The letter is sent, or need not be. */
  void finish(InHand inHand) {
    letters.deleteOne(eq(ID, inHand.letter().id()));
  }

  /** Back into the box, though nothing has failed. */
  void putBack(InHand inHand, Duration wait) {
    letters.updateOne(ours(inHand), due(wait));
  }

  /** Back into the box after a failure. */
  void putBack(InHand inHand, Duration wait, String reason) {
    letters.updateOne(ours(inHand), combine(due(wait), inc(FAILURES, 1), set(REASON, reason)));
  }

  /** For a person to look at. */
  void giveUp(InHand inHand, String reason) {
    letters.updateOne(
        ours(inHand),
        combine(
            unset(DUE),
            inc(FAILURES, 1),
            set(REASON, reason),
            set(DEAD, Date.from(clock.instant()))));
  }

  /** Unless somebody else has it in hand by now. */
  private static Bson ours(InHand inHand) {
    return and(eq(ID, inHand.letter().id()), eq(TAKEN, inHand.turn()));
  }

  private Bson due(Duration wait) {
    return set(DUE, Date.from(clock.instant().plus(wait)));
  }

  private static InHand inHand(Document document) {
    Map<String, String> facts = new TreeMap<>();
    document.get(FACTS, Document.class).forEach((name, value) -> facts.put(name, (String) value));
    Letter letter =
        new Letter(
            document.getString(ID),
            document.getString(KIND),
            facts,
            document.getDate(POSTED).toInstant());
    return new InHand(letter, document.getInteger(TAKEN), document.getInteger(FAILURES));
  }
}
