/** What a whole run of the tests has written down, searched for what must not be in it. */
package dev.ticketing.system.secrecy;
