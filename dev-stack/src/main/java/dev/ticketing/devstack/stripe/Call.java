package dev.ticketing.devstack.stripe;

/**
 * One call of an endpoint: the id in its path (or null), its parameters, what it may change, the
 * kind of key it came with, what a switch makes of it, and where the client found the sandbox.
 */
record Call(
    String id,
    Params params,
    Changes changes,
    boolean publishable,
    ForcedOutcome forced,
    String origin) {}
