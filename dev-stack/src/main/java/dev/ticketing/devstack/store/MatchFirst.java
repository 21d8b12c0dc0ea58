package dev.ticketing.devstack.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;

/**
 * An aggregation that begins with {@code $match}, which is also how drivers count documents: the
 * match is made by a query, so that it may use an index, and only the rest runs as a pipeline.
 */
record MatchFirst(MongoDatabase database, DatabaseResolver databases, Oplog oplog) {

  static boolean applies(String command, Document query) {
    return command.equalsIgnoreCase("aggregate")
        && query.get("pipeline") instanceof List<?> stages
        && !stages.isEmpty()
        && stages.get(0) instanceof Document first
        && first.get("$match") instanceof Document;
  }

  Document aggregate(Document query) {
    String name = query.get("aggregate").toString();
    MongoCollection<?> collection = database.resolveCollection(name, false);
    List<Document> stages = Aggregation.parse(query.get("pipeline"));
    Aggregation rest =
        Aggregation.fromPipeline(
            stages.subList(1, stages.size()), databases, database, collection, oplog);
    rest.validate(query);
    List<Document> found =
        collection == null
            ? List.of()
            : rest.runStages(
                collection.handleQueryAsStream((Document) stages.get(0).get("$match")));
    Document cursor = new Document("id", 0L);
    cursor.put("ns", database.getDatabaseName() + "." + name);
    cursor.put("firstBatch", found);
    Document reply = new Document("cursor", cursor);
    Utils.markOkay(reply);
    return reply;
  }
}
