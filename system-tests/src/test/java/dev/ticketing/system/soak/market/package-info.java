/**
 * The marketplace as its users believe it to be: who they are, what is on sale, which orders wait,
 * and a ledger of everything they were told.
 */
package dev.ticketing.system.soak.market;
