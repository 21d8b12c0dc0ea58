package dev.ticketing.platform.aggregate;

import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerException;

/** Tells a document store that cannot be reached, or not be written to, from one that refuses. */
public final class Outage {

  private Outage() {}

  /**
   * Whether the store was away, anywhere in the chain of causes; what was asked may have happened.
   */
  public static boolean isCauseOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      boolean refused = cause instanceof MongoServerException;
      if (cause instanceof MongoException && !refused
          || cause instanceof MongoNotPrimaryException
          || cause instanceof MongoNodeIsRecoveringException) {
        return true;
      }
    }
    return false;
  }
}
