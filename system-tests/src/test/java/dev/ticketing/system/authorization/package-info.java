/** Who may take which route: a table, and the people and things to try it with. */
package dev.ticketing.system.authorization;
