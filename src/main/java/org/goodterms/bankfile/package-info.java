/**
 * Files that banks give: camt.052, .053 and .054 of every version, MT940 and MT942 with their dialects, OFX 1 (SGML) and
 * 2 (XML), QIF. Recognised by what they hold, never by their name. (CSV has a machinery of its own.)
 *
 * <p>Machinery: speaks its own type, {@link org.goodterms.bankfile.BankFile}, and knows no room. SWIFT messages are taken
 * apart by Prowide, OFX by ofx4j. camt is read here: the libraries have one set of classes for each version, none for the
 * newest and none for files without a namespace, while all versions share the few elements that count. Nothing is
 * computed: amounts, dates and balances are what the file says. A file that breaks off, or that has an amount or a date
 * that is none, is refused as a whole; document types and entities are never followed.
 */
@NullMarked
package org.goodterms.bankfile;

import org.jspecify.annotations.NullMarked;
