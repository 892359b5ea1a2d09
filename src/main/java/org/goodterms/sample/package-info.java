/**
 * A believable firm of two years, to try the program with: made by a seeded plan and carried out, day by day, through the
 * same services that people use. Owns no table. The same seed and day give the same firm.
 */
@NullMarked
package org.goodterms.sample;

import org.jspecify.annotations.NullMarked;
