package dev.ticketing.platform.aggregate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoSocketException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;

class DuplicatesTest {

  private static final int DUPLICATE_KEY = 11000;
  private static final int OTHER = 121;

  @Test
  void aTakenValueIsRecognisedInABatchOfInsertsHoweverDeep() {
    assertTrue(Duplicates.isCauseOf(new IllegalStateException(bulk(DUPLICATE_KEY))));
    assertFalse(Duplicates.isCauseOf(new IllegalStateException(bulk(OTHER))));
  }

  @Test
  void aTakenValueIsRecognisedInASingleCommand() {
    assertTrue(Duplicates.isCauseOf(command(DUPLICATE_KEY)));
    assertFalse(Duplicates.isCauseOf(command(OTHER)));
  }

  @Test
  void anOutageIsNoDuplicate() {
    assertFalse(Duplicates.isCauseOf(new MongoSocketException("gone", new ServerAddress())));
  }

  private static Exception bulk(int code) {
    return new MongoBulkWriteException(
        BulkWriteResult.unacknowledged(),
        List.of(new BulkWriteError(code, "error", new BsonDocument(), 0)),
        null,
        new ServerAddress(),
        Set.of());
  }

  private static Exception command(int code) {
    return new MongoCommandException(
        new BsonDocument("code", new BsonInt32(code)), new ServerAddress());
  }
}
