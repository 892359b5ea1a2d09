/**
 * Documents as they went out, byte for byte. Each is named by the SHA-256 of its content, so nothing can change
 * unnoticed and the same document is kept once. Invariant: what is read has the hash by which it was asked for.
 */
@NullMarked
package org.goodterms.archive;

import org.jspecify.annotations.NullMarked;
