package dev.ticketing.operations.check;

/**
 * A violation that did not settle.
 *
 * @param id of the document that the rule is broken for
 */
public record Finding(String rule, Place place, String id, String expected, String found) {}
