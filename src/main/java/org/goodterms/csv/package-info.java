/**
 * Tables of text: files of any separator, encoding, date and number form, found by looking; and files that spreadsheets
 * open without running what stands in them.
 *
 * <p>Machinery: knows columns and rows, no customer and no invoice. What cannot be known from the file (is 01/02/2026 in
 * January or in February?) is refused, never guessed. Caps: 512 MB, 1,000 columns, 2,000,000 rows, 100,000 characters in
 * a cell.
 */
@NullMarked
package org.goodterms.csv;

import org.jspecify.annotations.NullMarked;
