package org.goodterms.invoice;

import java.time.LocalDate;
import org.goodterms.archive.Archive;
import org.goodterms.company.Company;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Outcome;
import org.goodterms.pdf.Accent;
import org.goodterms.pdf.Layout;
import org.goodterms.pdf.Letterhead;
import org.goodterms.pdf.Logo;
import org.goodterms.pdf.PdfRenderer;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Prints letters on the firm's paper in the reader's language. What it prints is kept nowhere: it can be printed again. */
public final class LetterService {
    private final InvoiceService.Rooms rooms;
    private final Archive archive;

    public LetterService(InvoiceService.Rooms rooms, Archive archive) {
        this.rooms = rooms;
        this.archive = archive;
    }

    /**
     * The letter to a customer as PDF.
     *
     * @param currency in which it speaks of paying
     * @param day      of the letter
     */
    public byte[] print(Tx tx, Customer customer, CurrencyUnit currency, LocalDate day, LetterPage.Writing writing) {
        Company firm = rooms.companies().company(tx);
        Parties parties = Parties.of(firm, customer, rooms.companies().payTo(tx, currency));
        return print(firm, parties, customer.trade().language(), day, writing);
    }

    byte[] print(Company firm, Parties parties, String language, LocalDate day, LetterPage.Writing writing) {
        DocumentWords say = DocumentWords.of(language, firm.country());
        Letterhead letterhead = new Letterhead(logo(parties.get("page.logo")), parties.get("seller.name"),
                parties.lines("seller.address"), Accent.of(parties.get("page.accent")), InvoicePage.footer(parties, language),
                Layout.of(parties.get("page.layout")));
        return new PdfRenderer().render(writing.write(parties, say, day).on(letterhead, parties, say,
                day.atStartOfDay(firm.zone()).toInstant()));
    }

    private @Nullable Logo logo(String hash) {
        return !hash.isEmpty() && archive.get(hash).then(Logo::accept) instanceof Outcome.Ok<Logo>(Logo logo) ? logo : null;
    }
}
