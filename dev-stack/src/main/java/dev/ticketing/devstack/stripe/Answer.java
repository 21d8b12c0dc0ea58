package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the API answers: a status, a JSON body, and whether it is a stored answer given once more.
 */
record Answer(int status, ObjectNode body, boolean replayed) {

  static Answer of(int status, ObjectNode body) {
    return new Answer(status, body, false);
  }

  static Answer ok(ObjectNode body) {
    return of(200, body);
  }
}
