/**
 * Before a book is open: the first start, making a book, the books opened before, and what to do where a book is locked
 * or is not what it was.
 */
@NullMarked
package org.goodterms.ui.start;

import org.jspecify.annotations.NullMarked;
