/**
 * Proves what must always be true of the stored data (the domain rules, section 11), as far as it can be read off it.
 *
 * <p>Owns no table and changes nothing. Each check has a name that stays, and says in one line what it found.
 */
@NullMarked
package org.goodterms.check;

import org.jspecify.annotations.NullMarked;
