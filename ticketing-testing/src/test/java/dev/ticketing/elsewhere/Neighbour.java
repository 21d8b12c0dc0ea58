package dev.ticketing.elsewhere;

/** A class of another domain than the broken one. */
public class Neighbour {}
