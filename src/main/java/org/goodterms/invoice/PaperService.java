package org.goodterms.invoice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodterms.archive.Archive;
import org.goodterms.company.Company;
import org.goodterms.company.PayTo;
import org.goodterms.company.TaxRate;
import org.goodterms.customer.Customer;
import org.goodterms.db.BookFailure;
import org.goodterms.db.Tx;
import org.goodterms.invoice.InvoicePage.Behind;
import org.goodterms.invoice.Totals.TaxRow;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.pdf.Accent;
import org.goodterms.pdf.Layout;
import org.goodterms.pdf.Letterhead;
import org.goodterms.pdf.Lettering;
import org.goodterms.pdf.Logo;
import org.goodterms.pdf.PaymentSlip;
import org.goodterms.pdf.PdfRenderer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The pages of documents as PDF: made once from what was frozen at issue, kept in the archive, and from then on only
 * read. A page that was never made, because the program ended between issue and making it, is made when first asked for.
 */
public final class PaperService {
    private final InvoiceService.Rooms rooms;
    private final Archive archive;
    private final DocumentStore store = new DocumentStore();
    private final IssuingService issuing;

    public PaperService(InvoiceService.Rooms rooms, Archive archive) {
        this.rooms = rooms;
        this.archive = archive;
        this.issuing = new IssuingService(rooms, store);
    }

    /** A document with what its page needs. */
    private record Told(Document document, Parties parties, Behind behind) {
    }

    /** The page of an issued document. Refused where the firm has not said how it is to be paid in that currency. */
    public Outcome<byte[]> pdf(String number) {
        return rooms.db().read(tx -> store.byNumber(tx, number, rooms.ledger().currency(tx)).map(Document::id))
                .map(this::pdf).orElseGet(() -> Outcome.refused(Problem.at("number", "invoice.no_such_number", number)));
    }

    public Outcome<byte[]> pdf(Id<Document> id) {
        Optional<Told> told = rooms.db().read(tx -> store.byId(tx, id, rooms.ledger().currency(tx))
                .filter(document -> !document.isDraft()).map(document -> told(tx, document)));
        if (told.isEmpty()) {
            return Outcome.refused(Problem.of("invoice.no_draft"));
        }
        String kept = told.get().document().trace().pdfHash();
        if (kept == null) {
            return made(told.get());
        }
        Outcome<byte[]> found = archive.get(kept);
        return found.isOk() ? found : healed(told.get(), kept, found);
    }

    /** Makes the page of what was just issued; what stands in the way now does not undo the issue. */
    Outcome<Issued> kept(Outcome<Issued> outcome) {
        return outcome.map(PaperService::looked).map(issued -> {
            try {
                return pdf(issued.document().id()) instanceof Outcome.Ok<byte[]>(byte[] pdf)
                        ? new Issued(issued.document().paged(Archive.hash(pdf)), issued.warnings()) : issued;
            } catch (BookFailure e) {
                return issued;
            }
        });
    }

    /** With a warning where the page shows empty boxes in place of letters. */
    private static Issued looked(Issued issued) {
        Document document = issued.document();
        Parties parties = Objects.requireNonNull(document.parties());
        Draft.Wording wording = document.content().wording();
        String missing = Lettering.missing(Stream.concat(document.content().lines().stream().map(Line::text), Stream.of(
                parties.get("buyer.name"), parties.get("buyer.address"), wording.intro(), wording.closing(), wording.contact(),
                wording.orderNumber())).collect(Collectors.joining(" ")));
        return missing.isEmpty() ? issued : new Issued(document, Stream.concat(issued.warnings().stream(),
                Stream.of(Problem.at("lines", "invoice.unprintable", document.number(), missing))).toList());
    }

    /** What the file of an issued document is called, without ending. */
    public static String fileName(Document issued) {
        return InvoicePage.fileName(issued, Objects.requireNonNull(issued.parties()));
    }

    /** How the page of a draft would look now; it is kept nowhere. */
    public Outcome<byte[]> preview(Draft draft) {
        Outcome<Told> told = rooms.db().read(tx -> issuing.drafted(tx, draft, rooms.ids().nextId(), tx.now(), 1).map(document -> {
            Customer customer = rooms.customers().customer(tx, draft.customer());
            Company company = rooms.companies().company(tx);
            Optional<PayTo> payTo = rooms.companies().payTo(tx, draft.pricing().currency());
            return new Told(document, Parties.of(company, customer, payTo), behind(tx, document, company.currency()));
        }));
        return told.map(this::rendered);
    }

    /** An invoice made up, as it would look with that look; it is kept nowhere. */
    public byte[] proof(Company.Look look) {
        return rendered(rooms.db().read(tx -> {
            Company firm = rooms.companies().company(tx).withLook(look);
            Proof proof = new Proof(firm);
            BigDecimal rate = rooms.companies().taxRates(tx, rooms.companies().today(tx)).stream().map(TaxRate::percent).max(BigDecimal::compareTo)
                    .orElse(BigDecimal.ZERO);
            return new Told(proof.document(rate), proof.parties(rooms.companies().payTo(tx, firm.currency())), Behind.NOTHING);
        }));
    }

    /**
     * Makes the pages that were never made, each in its own step.
     *
     * @return how many were made
     */
    public int makeMissing(Progress progress) {
        List<Id<Document>> missing = rooms.db().read(store::withoutPage);
        int made = 0;
        for (Id<Document> id : missing) {
            progress.stopIfCancelled();
            made += pdf(id).isOk() ? 1 : 0;
            progress.at(made, missing.size(), "invoice.making_pages");
        }
        return made;
    }

    private Outcome<byte[]> made(Told told) {
        Optional<Problem> unpayable = unpayable(told);
        if (unpayable.isPresent()) {
            return Outcome.refused(unpayable.get());
        }
        byte[] pdf = rendered(told);
        return archive.put(pdf).then(hash -> {
            boolean first = rooms.db().write(tx -> {
                boolean set = store.setPage(tx, told.document().id(), hash);
                if (set) {
                    tx.touched(Document.class);
                }
                return Outcome.ok(set);
            }).orThrow();
            return first ? Outcome.ok(pdf) : pdf(told.document().id());
        });
    }

    private static Optional<Problem> unpayable(Told told) {
        boolean asks = !told.document().isCredit() && told.document().sums().payable().isPositive();
        if (asks && !told.parties().knowsHowToPay()) {
            return Optional.of(Problem.of("invoice.no_pay_to", told.document().content().pricing().currency().getCode()));
        }
        DocumentWords words = DocumentWords.of(told.document().content().wording().language(), told.parties().get("seller.country"));
        return !asks ? Optional.empty() : new PayDocument(told.document(), told.parties(), words).slip().flatMap(PaymentSlip::wrong)
                .map(field -> Problem.at(field, "invoice.slip_field", field));
    }

    /** The same bytes again, where the archive has lost them and they come out the same. */
    private Outcome<byte[]> healed(Told told, String hash, Outcome<byte[]> lost) {
        byte[] pdf = rendered(told);
        return Archive.hash(pdf).equals(hash) ? archive.put(pdf).map(same -> pdf) : lost;
    }

    private Told told(Tx tx, Document document) {
        Parties parties = Objects.requireNonNull(document.parties());
        CurrencyUnit currency = document.content().pricing().currency();
        Parties paid = parties.knowsHowToPay() || document.isCredit() ? parties
                : rooms.companies().payTo(tx, currency).map(to -> to.liked(rooms.customers().customer(tx, document.content().customer())
                        .payables().ways())).map(parties::paidTo).orElse(parties);
        return new Told(document, paid, behind(tx, document, rooms.ledger().currency(tx)));
    }

    private Behind behind(Tx tx, Document document, CurrencyUnit book) {
        Document credited = store.byNumber(tx, document.credits(), book).orElse(null);
        Document deposit = store.byNumber(tx, document.content().deposit().less(), book).orElse(null);
        return new Behind(deposit, deposit == null ? null : depositTax(tx, document, book), credited);
    }

    private Money depositTax(Tx tx, Document document, CurrencyUnit book) {
        return issuing.deductedBy(tx, document, book).rows().stream().map(TaxRow::tax)
                .reduce(Money.of(document.content().pricing().currency(), BigDecimal.ZERO), Money::plus);
    }

    private byte[] rendered(Told told) {
        Parties parties = told.parties();
        String language = told.document().content().wording().language();
        Letterhead letterhead = new Letterhead(logo(parties.get("page.logo")), parties.get("seller.name"),
                parties.lines("seller.address"), Accent.of(parties.get("page.accent")), InvoicePage.footer(parties, language),
                Layout.of(parties.get("page.layout")));
        return new PdfRenderer().render(InvoicePage.of(told.document(), parties, told.behind(), letterhead));
    }

    private @Nullable Logo logo(String hash) {
        if (hash.isEmpty()) {
            return null;
        }
        return archive.get(hash).then(Logo::accept) instanceof Outcome.Ok<Logo>(Logo logo) ? logo : null;
    }
}
