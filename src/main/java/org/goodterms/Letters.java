package org.goodterms;

import org.goodterms.archive.Archive;
import org.goodterms.claim.ClaimPaperService;
import org.goodterms.claim.InterestService;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.invoice.LetterService;
import org.goodterms.invoice.TradePaperService;
import org.goodterms.payment.PaymentService;
import org.goodterms.payment.ReceiptPaperService;

/**
 * What a firm writes beside invoices and reminders; wired.
 *
 * @param trade    quotes, order confirmations, delivery notes
 * @param receipts for payments
 * @param terms    welcome letters, applications for credit, the working of interest
 */
public record Letters(TradePaperService trade, ReceiptPaperService receipts, ClaimPaperService terms) {

    static Letters of(InvoiceService.Rooms rooms, Archive archive, PaymentService payments, InterestService interest) {
        LetterService letters = new LetterService(rooms, archive);
        return new Letters(new TradePaperService(rooms, letters), new ReceiptPaperService(rooms.db(), rooms.customers(), payments, letters),
                new ClaimPaperService(rooms, interest, letters));
    }
}
