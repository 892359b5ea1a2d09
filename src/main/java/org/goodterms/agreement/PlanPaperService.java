package org.goodterms.agreement;

import org.goodterms.archive.Archive;
import org.goodterms.company.Company;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.invoice.DocumentWords;
import org.goodterms.invoice.InvoicePage;
import org.goodterms.invoice.Parties;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.pdf.Accent;
import org.goodterms.pdf.Layout;
import org.goodterms.pdf.Letterhead;
import org.goodterms.pdf.Logo;
import org.goodterms.pdf.PdfRenderer;
import org.jspecify.annotations.Nullable;

/** Payment plans on paper, to be signed. The same plan and parties give the same bytes. */
public final class PlanPaperService {
    private final PromiseService.Rooms rooms;
    private final Archive archive;
    private final PlanService plans;

    public PlanPaperService(PromiseService.Rooms rooms, Archive archive, PlanService plans) {
        this.rooms = rooms;
        this.archive = archive;
        this.plans = plans;
    }

    /** The agreement over the customer's latest plan. Refused where there is none. */
    public Outcome<byte[]> pdf(Id<Customer> customer) {
        return rooms.db().read(tx -> plans.of(tx, customer, rooms.companies().today(tx)).stream().map(PlanStanding::plan)
                .reduce((first, second) -> second).map(plan -> Outcome.ok(rendered(tx, plan)))
                .orElseGet(() -> Outcome.refused(Problem.at("customer", "agreement.no_plan"))));
    }

    /** The agreement as it would be over a plan that is still being thought about; nothing is kept. */
    public Outcome<byte[]> draft(PlanService.Request request) {
        return plans.preview(request).map(plan -> rooms.db().read(tx -> rendered(tx, plan)));
    }

    private byte[] rendered(Tx tx, Plan plan) {
        Company firm = rooms.companies().company(tx);
        Customer customer = rooms.customers().customer(tx, plan.customer());
        Parties parties = Parties.of(firm, customer, rooms.companies().payTo(tx, plan.currency()));
        String language = customer.trade().language();
        Letterhead letterhead = new Letterhead(logo(parties.get("page.logo")), firm.name(), parties.lines("seller.address"),
                Accent.of(parties.get("page.accent")), InvoicePage.footer(parties, language),
                Layout.of(parties.get("page.layout")));
        return new PdfRenderer().render(PlanPage.of(plan, parties, DocumentWords.of(language, firm.country()), letterhead,
                plan.agreedOn().atStartOfDay(firm.zone()).toInstant()));
    }

    private @Nullable Logo logo(String hash) {
        return !hash.isEmpty() && archive.get(hash).then(Logo::accept) instanceof Outcome.Ok<Logo>(Logo logo) ? logo : null;
    }
}
