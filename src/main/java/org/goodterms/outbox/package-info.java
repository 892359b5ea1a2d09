/**
 * Messages on their way: written in the transaction that causes them, sent by a dispatcher, never twice.
 *
 * <p>Owns the tables message and message_event (append-only, each row linked to the one before by its
 * hash), message_head.
 *
 * <p>Invariants: a message is claimed by one dispatcher in a transaction that is committed and on disk before anything
 * leaves the house. What is sent is the archived bytes with the hash the message names. Of a message whose dispatcher
 * died nobody knows whether it arrived: it becomes unknown, is never sent again by itself, and a person settles it.
 * Among messages that are not cancelled a unique key stands once.
 */
@NullMarked
package org.goodterms.outbox;

import org.jspecify.annotations.NullMarked;
