/** The root of the server: the pages a person uses, and addresses that belong to no domain. */
package dev.ticketing.web;
