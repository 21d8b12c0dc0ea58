/**
 * Who asks, as far as the rules of access need to know. The rules themselves are each domain's own,
 * in the one class of its application layer whose name ends in Access.
 */
package dev.ticketing.platform.access;
