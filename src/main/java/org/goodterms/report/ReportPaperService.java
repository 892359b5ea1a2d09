package org.goodterms.report;

import java.util.List;
import java.util.Optional;
import org.goodterms.archive.Archive;
import org.goodterms.company.Company;
import org.goodterms.company.CompanyService;
import org.goodterms.csv.CsvOut;
import org.goodterms.kernel.Outcome;
import org.goodterms.pdf.Accent;
import org.goodterms.pdf.Layout;
import org.goodterms.pdf.Letterhead;
import org.goodterms.pdf.Logo;
import org.goodterms.pdf.Paper;
import org.goodterms.pdf.PdfRenderer;
import org.jspecify.annotations.Nullable;

/** Reports on paper and for spreadsheets, in the firm's language. The same report gives the same bytes. */
public final class ReportPaperService {
    private final CompanyService company;
    private final Archive archive;

    public ReportPaperService(CompanyService company, Archive archive) {
        this.company = company;
        this.archive = archive;
    }

    /** The tables of reports in the firm's language. */
    public Printouts printouts() {
        return new Printouts(company.company().locale());
    }

    /** The PDF of a report. */
    public byte[] pdf(Printout printout) {
        Company firm = company.company();
        Letterhead letterhead = new Letterhead(logo(firm.look().logoHash()), firm.name(), List.of(), Accent.of(firm.look().accent()),
                List.of(), Layout.of(firm.look().design().layout().word()));
        return new PdfRenderer().render(ReportPage.of(printout, firm.locale(), Paper.valueOf(firm.practice().paper().name()), letterhead,
                printout.day().atStartOfDay(firm.zone()).toInstant()));
    }

    /** The rows for a spreadsheet, without headings between them; numbers stay numbers, and nothing is run as a formula. */
    public byte[] csv(Printout printout) {
        CsvOut out = new CsvOut(printout.columns().stream().map(Printout.Column::heading).toList());
        printout.rows().stream().filter(row -> row.kind() != Printout.Kind.GROUP).forEach(row -> out.row(row.cells().toArray()));
        return out.bytes();
    }

    private @Nullable Logo logo(@Nullable String hash) {
        return Optional.ofNullable(hash).map(h -> archive.get(h).then(Logo::accept))
                .map(found -> found instanceof Outcome.Ok<Logo>(Logo logo) ? logo : null).orElse(null);
    }
}
