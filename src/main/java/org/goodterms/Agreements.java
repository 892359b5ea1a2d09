package org.goodterms;

import org.goodterms.agreement.ExtensionService;
import org.goodterms.agreement.PlanService;
import org.goodterms.agreement.PromiseService;

/** What is agreed with customers about debts that stand: promises, payment plans, later due days. */
public record Agreements(PromiseService promises, PlanService plans, ExtensionService extensions) {

    static Agreements of(PromiseService.Rooms rooms) {
        return new Agreements(new PromiseService(rooms), new PlanService(rooms),
                new ExtensionService(rooms.db(), rooms.ids(), rooms.companies(), rooms.receivables()));
    }
}
