package dev.ticketing.platform.aggregate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.hibernate.ogm.exception.EntityAlreadyExistsException;
import org.junit.jupiter.api.Test;

class DuplicatesTest {

  private static final ServerAddress SERVER = new ServerAddress();

  @Test
  void aTakenValueIsRecognisedInAWriteAndInACommand() {
    assertTrue(Duplicates.isCauseOf(write(11_000)));
    assertTrue(Duplicates.isCauseOf(command(11_000)));
  }

  @Test
  void aTakenValueIsRecognisedInABatchOfInserts() {
    assertTrue(Duplicates.isCauseOf(new IllegalStateException(bulk(11_000))));
    assertFalse(Duplicates.isCauseOf(new IllegalStateException(bulk(121))));
  }

  @Test
  void aTakenValueIsRecognisedBeneathOtherExceptions() {
    assertTrue(Duplicates.isCauseOf(new PersistenceException(new RuntimeException(write(11_000)))));
  }

  @Test
  void aTakenIdIsRecognisedAsHibernateTellsIt() {
    Throwable taken = new EntityAlreadyExistsException("taken", null);
    assertTrue(Duplicates.isCauseOf(new PersistenceException(taken)));
  }

  @Test
  void anyOtherFailureIsNotATakenValue() {
    assertFalse(Duplicates.isCauseOf(write(121)));
    assertFalse(Duplicates.isCauseOf(command(50)));
    assertFalse(Duplicates.isCauseOf(new MongoSocketException("gone", SERVER)));
    assertFalse(Duplicates.isCauseOf(new MongoException(11_000, "not from the server")));
    assertFalse(Duplicates.isCauseOf(new IllegalStateException()));
  }

  private static MongoServerException write(int code) {
    return new MongoWriteException(new WriteError(code, "refused", new BsonDocument()), SERVER);
  }

  private static MongoServerException bulk(int code) {
    return new MongoBulkWriteException(
        BulkWriteResult.unacknowledged(),
        List.of(new BulkWriteError(code, "refused", new BsonDocument(), 0)),
        null,
        SERVER,
        Set.of());
  }

  private static MongoServerException command(int code) {
    return new MongoCommandException(new BsonDocument("code", new BsonInt32(code)), SERVER);
  }
}
