/**
 * Mail: a message as data becomes bytes, and bytes reach a server, a folder, or the mail program of this machine.
 *
 * <p>What is handed over is exactly the bytes that were rendered; nothing is rendered twice. An answer is always one of
 * four: sent, put off, failed, or not known, told apart by reply codes and by whether the end of the message was
 * written, never by the words of a server or a library. A password is never sent over a line that is not encrypted,
 * unless the server is this machine.
 */
@NullMarked
package org.goodterms.mail;

import org.jspecify.annotations.NullMarked;
