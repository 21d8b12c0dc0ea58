/**
 * People of all kinds use the marketplace at once, for as long as is wanted; then everything they
 * were told is compared with how it is.
 */
package dev.ticketing.system.soak;
