package org.goodterms.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.goodterms.archive.Archive;
import org.goodterms.company.Company;
import org.goodterms.company.CompanyService;
import org.goodterms.company.PayTo;
import org.goodterms.customer.Customer;
import org.goodterms.db.Database;
import org.goodterms.invoice.DocumentWords;
import org.goodterms.invoice.InvoicePage;
import org.goodterms.invoice.Parties;
import org.goodterms.kernel.Outcome;
import org.goodterms.pdf.Accent;
import org.goodterms.pdf.Layout;
import org.goodterms.pdf.Letterhead;
import org.goodterms.pdf.Logo;
import org.goodterms.pdf.PageDescription;
import org.goodterms.pdf.PdfRenderer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Statements of account on paper, in the customer's language. The same statement gives the same bytes. */
public final class StatementPaperService {
    private final Database db;
    private final CompanyService company;
    private final ReportService reports;
    private final Archive archive;

    public StatementPaperService(Database db, CompanyService company, ReportService reports, Archive archive) {
        this.db = db;
        this.company = company;
        this.reports = reports;
        this.archive = archive;
    }

    /**
     * The PDF of a customer's statement.
     *
     * @param from     first day of a balance-forward statement; null for all movements there were
     * @param currency null for the currency most of the customer's items are in
     */
    public byte[] pdf(Customer customer, Statement.Form form, @Nullable LocalDate from, LocalDate to,
            @Nullable CurrencyUnit currency) {
        return pdf(customer, reports.statement(customer, form, from, to, currency));
    }

    /** The PDF of a statement that is there. */
    public byte[] pdf(Customer customer, Statement statement) {
        return new PdfRenderer().render(page(customer, statement));
    }

    private PageDescription page(Customer customer, Statement statement) {
        CurrencyUnit currency = statement.closing().getCurrencyUnit();
        AgingRow aging = reports.aging(statement.to(), AgingBasis.DUE_DATE, null, currency).rows().stream()
                .filter(row -> row.customer().equals(customer.id())).findFirst().orElseGet(() -> none(customer, currency));
        return db.read(tx -> {
            Company firm = company.company(tx);
            Optional<PayTo> payTo = company.payTo(tx, currency);
            Parties parties = Parties.of(firm, customer, payTo);
            String language = customer.trade().language();
            Letterhead letterhead = new Letterhead(logo(parties.get("page.logo")), firm.name(), parties.lines("seller.address"),
                    Accent.of(parties.get("page.accent")), InvoicePage.footer(parties, language),
                Layout.of(parties.get("page.layout")));
            ZoneId zone = firm.zone();
            return StatementPage.of(statement, aging, parties, DocumentWords.of(language, firm.country()), letterhead,
                    statement.to().atStartOfDay(zone).toInstant());
        });
    }

    private static AgingRow none(Customer customer, CurrencyUnit currency) {
        Money zero = Money.zero(currency);
        return new AgingRow(customer.id(), customer.code(), customer.name(), List.of(zero), zero, zero, zero, zero);
    }

    private @Nullable Logo logo(String hash) {
        return !hash.isEmpty() && archive.get(hash).then(Logo::accept) instanceof Outcome.Ok<Logo>(Logo logo) ? logo : null;
    }
}
