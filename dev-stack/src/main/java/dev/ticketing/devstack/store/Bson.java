package dev.ticketing.devstack.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Collections;

/** Documents as bytes, and values in the one form in which equal ones are {@code equals}. */
final class Bson {

  private static final int USUAL_SIZE = 1024;

  private Bson() {}

  static byte[] encode(Document document) {
    ByteBuf buffer = Unpooled.buffer(USUAL_SIZE);
    BsonEncoder.encodeDocument(document, buffer);
    return ByteBufUtil.getBytes(buffer);
  }

  static Document decode(byte[] bytes) {
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
  }

  /** The number 1 is the same value as an int, a long and a double. */
  static Object normalized(Object value) {
    return value instanceof String
        ? value
        : new KeyValue(Collections.singletonList(value)).normalized().get(0);
  }
}
