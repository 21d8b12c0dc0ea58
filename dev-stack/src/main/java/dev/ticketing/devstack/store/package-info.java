/**
 * A document store in this JVM that speaks MongoDB's wire protocol and keeps its data in one file.
 * It is mongo-java-server with what a marketplace needs and the library lacks: ordered indexes and
 * a planner that uses them, documents no reader can see half written, and a commit before the reply
 * of every write. It has no transactions, change streams or TTL indexes.
 */
package dev.ticketing.devstack.store;
