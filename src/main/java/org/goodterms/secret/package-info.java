/**
 * Secrets of this user on this machine: passwords of mail accounts and servers, passphrases of backups.
 *
 * <p>They lie in the keychain of the operating system or, where there is none, in an encrypted file of the user's own
 * folder; never in a book, a log or an address. Neither keeps them from other programs that the same user runs. Nothing
 * here throws: a keychain that is locked, missing or silent is an answer.
 */
@NullMarked
package org.goodterms.secret;

import org.jspecify.annotations.NullMarked;
