/**
 * Mail to people. Whoever wants to write keeps a letter: what it is about, not what it says. It is
 * worded only when it is sent, so that no secret lies in the store, and it is stored before what it
 * tells of is done, so that no crash loses it.
 */
package dev.ticketing.platform.mail;
