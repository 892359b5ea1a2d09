package org.goodterms;

import org.goodterms.agreement.PlanService;
import org.goodterms.bank.BankImportService;
import org.goodterms.bank.BankMatchService;
import org.goodterms.bank.BankService;
import org.goodterms.bank.LearnedService;

/** The doors of the bank: what is there, what comes in, what a person decides, what is learned from it. */
public record Banking(BankService lines, BankImportService imports, BankMatchService matching, LearnedService learned) {

    static Banking of(BankService.Rooms rooms) {
        BankService lines = new BankService(rooms);
        return new Banking(lines, new BankImportService(rooms), new BankMatchService(rooms, lines),
                new LearnedService(rooms));
    }

    /** Plans are asked for the next instalment. */
    static BankService.Rooms rooms(org.goodterms.payment.PaymentService.Rooms below, BankService.Paying paying,
            PlanService plans) {
        return new BankService.Rooms(below.db(), below.ids(), below.company(), below.ledger(), below.receivables(), paying,
                plans);
    }
}
