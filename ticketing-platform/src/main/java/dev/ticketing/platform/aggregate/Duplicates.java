package dev.ticketing.platform.aggregate;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoServerException;

/** Recognises the document store's "this value is taken" among its other errors. */
public final class Duplicates {

  private Duplicates() {}

  /** Whether a value that must be unique was taken, anywhere in the chain of causes. */
  public static boolean isCauseOf(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof MongoServerException server && isDuplicate(server)
          || cause instanceof org.hibernate.ogm.exception.EntityAlreadyExistsException) {
        return true;
      }
    }
    return false;
  }

  /** Whether all that the store complained of is values that were taken. */
  public static boolean areTheOnlyCauseOf(MongoException e) {
    return e instanceof MongoBulkWriteException bulk
        ? bulk.getWriteConcernError() == null
            && bulk.getWriteErrors().stream().allMatch(error -> isDuplicate(error.getCode()))
        : isDuplicate(e.getCode());
  }

  private static boolean isDuplicate(MongoException e) {
    return e instanceof MongoBulkWriteException bulk
        ? bulk.getWriteErrors().stream().anyMatch(error -> isDuplicate(error.getCode()))
        : isDuplicate(e.getCode());
  }

  private static boolean isDuplicate(int code) {
    return ErrorCategory.fromErrorCode(code) == ErrorCategory.DUPLICATE_KEY;
  }
}
