/** What is looked at beside the answers: processes, topics, the end of every order. */
package dev.ticketing.system.soak.measure;
