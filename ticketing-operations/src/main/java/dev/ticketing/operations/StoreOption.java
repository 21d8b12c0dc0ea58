package dev.ticketing.operations;

import com.mongodb.client.MongoClient;
import picocli.CommandLine.Option;

/** The option that says where the document store is. */
public final class StoreOption {

  @Option(
      names = "--mongodb-uri",
      paramLabel = "URI",
      defaultValue = "${env:MONGODB_URI:-mongodb://127.0.0.1:27017}",
      description = "The document store; else MONGODB_URI, else mongodb://127.0.0.1:27017.")
  private String uri;

  String uri() {
    return uri;
  }

  public MongoClient open() {
    return Deployment.storeAt(uri);
  }
}
