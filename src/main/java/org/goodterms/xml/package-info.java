/**
 * How XML is read and written: one place for e-invoices and bank files, since a reader that trusts its input is how a file
 * of a stranger reaches the files of the house. The only machinery that other machinery may use.
 */
@NullMarked
package org.goodterms.xml;

import org.jspecify.annotations.NullMarked;
