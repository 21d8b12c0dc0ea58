/** How letters are kept in the document store, and carried to a mail server over SMTP. */
package dev.ticketing.platform.mail.delivery;
