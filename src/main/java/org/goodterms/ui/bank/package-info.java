/** Screens about the bank: a file dropped and looked at, its lines reviewed one after the other, split, booked, undone. */
@NullMarked
package org.goodterms.ui.bank;

import org.jspecify.annotations.NullMarked;
