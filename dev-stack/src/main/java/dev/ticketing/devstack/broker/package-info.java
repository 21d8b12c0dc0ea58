/** An Apache Kafka broker in this JVM, with a data directory of its own. */
package dev.ticketing.devstack.broker;
