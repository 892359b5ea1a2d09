package org.goodterms;

import org.goodterms.agreement.ExtensionService;
import org.goodterms.agreement.PlanPaperService;
import org.goodterms.agreement.PlanService;
import org.goodterms.agreement.PromiseService;
import org.goodterms.archive.Archive;

/** What is agreed with customers about debts that stand: promises, payment plans, later due days. */
public record Agreements(PromiseService promises, PlanService plans, PlanPaperService planPapers,
        ExtensionService extensions) {

    static Agreements of(PromiseService.Rooms rooms, Archive archive) {
        PlanService plans = new PlanService(rooms);
        return new Agreements(new PromiseService(rooms), plans, new PlanPaperService(rooms, archive, plans),
                new ExtensionService(rooms.db(), rooms.ids(), rooms.companies(), rooms.receivables()));
    }
}
