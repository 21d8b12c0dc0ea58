/**
 * The record of who did what, when and from where: of every act that concerns somebody's security
 * or money. Nothing in it is ever changed, and nothing secret is ever in it.
 */
package dev.ticketing.platform.audit;
