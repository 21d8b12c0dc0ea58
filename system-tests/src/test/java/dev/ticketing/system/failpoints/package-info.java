/**
 * Deaths of the server at named places in its code. The places are a table, {@code
 * fail-points.txt}; each lies on a journey, a class here that leads a user over it. A Java agent
 * that only these tests give to the server's JVM (Byteman) makes rules of the table; the product
 * knows nothing of it. A further place on a journey that is there already is one more line; the
 * rules of all lines are held against the packaged application in every run.
 */
package dev.ticketing.system.failpoints;
