package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Merges metadata as Stripe does: an empty value removes a key, and the limits hold. */
final class Metadata {
  private Metadata() {}

  static void merge(Params params, ObjectNode record) {
    ObjectNode metadata = record.withObjectProperty("metadata");
    for (Map.Entry<String, String> entry : params.entries("metadata").entrySet()) {
      String param = "metadata[" + entry.getKey() + "]";
      if (entry.getKey().length() > 40) {
        throw invalid(param, "Metadata keys can have up to 40 characters");
      }
      if (entry.getValue().length() > 500) {
        throw invalid(param, "Metadata values can have up to 500 characters");
      }
      if (entry.getValue().isEmpty()) {
        metadata.remove(entry.getKey());
      } else {
        metadata.put(entry.getKey(), entry.getValue());
      }
    }
    if (metadata.size() > 50) {
      throw invalid("metadata", "Metadata can have up to 50 keys");
    }
  }

  private static ApiError invalid(String param, String message) {
    return ApiError.parameter("parameter_invalid", param, message);
  }
}
