/**
 * PDF machinery: a page described as data in, the bytes of a PDF out.
 *
 * <p>Rooms build a {@link org.goodterms.pdf.PageDescription}: who writes ({@link org.goodterms.pdf.Letterhead}), to
 * whom and about what ({@link org.goodterms.pdf.Head}), and a list of {@link org.goodterms.pdf.Block}s: paragraphs,
 * headings, tables with sums carried forward, totals, how to pay, notes, key figures, a closing. All words and amounts
 * arrive as finished strings in the reader's language; the few words that only the layout can place (page x of y,
 * carried forward, brought forward) come as {@link org.goodterms.pdf.PageWords}.
 *
 * <pre>{@code
 * byte[] pdf = new PdfRenderer().render(new PageDescription(
 *         new Identity("invoice/2026-0104", "Invoice 2026-0104", "Wren & Vale", Locale.ENGLISH, issuedAt),
 *         Paper.A4,
 *         new Letterhead(logo, "Wren & Vale Ltd", List.of("3 Quay St", "Bristol"), Accent.of("#1F6F5C"), footer),
 *         new Head(address, info, "Invoice 2026-0104", ""),
 *         List.of(new Table(columns, rows), new Block.Totals(lines), new Block.Pay(...)),
 *         new PageWords("Page {0} of {1}", "Carried forward", "Brought forward")));
 * }</pre>
 *
 * <p>{@link org.goodterms.pdf.Logo} takes a picture in, {@link org.goodterms.pdf.PageImages} shows pages as pictures,
 * {@link org.goodterms.pdf.Printing} sends them to a printer.
 *
 * <p>Owns no tables. Invariants: the same description gives the same bytes; no text makes rendering fail (what no font
 * can draw becomes a box); every font is embedded; text that is long wraps and long words break, over
 * pages where need be; only what cannot grow (the address window, the foot, the head beyond its room, key figures) is cut
 * with an ellipsis. A landscape page is a report and has no address.
 */
@NullMarked
package org.goodterms.pdf;

import org.jspecify.annotations.NullMarked;
