package org.goodterms;

import org.goodterms.agreement.ExtensionService;
import org.goodterms.claim.ChargeService;
import org.goodterms.claim.FeeLawService;
import org.goodterms.claim.HandOverService;
import org.goodterms.claim.InterestService;
import org.goodterms.claim.RecoveryService;
import org.goodterms.claim.WriteOffService;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.payment.PaymentService;
import org.goodterms.reminder.StepFeeService;

/** What late payment costs, and the end of the road: interest, fees, write-offs, recoveries, hand-overs. */
public record Claims(ChargeService charges, InterestService interest, WriteOffService writeOffs,
        RecoveryService recoveries, HandOverService handOvers) {

    /** What the ladder of reminders asks of these. */
    StepFeeService.Late late(InvoiceService.Rooms rooms) {
        return new StepFeeService.Late(charges, new FeeLawService(rooms), handOvers, interest);
    }

    static Claims of(InvoiceService.Rooms rooms, ExtensionService extensions, PaymentService payments) {
        ChargeService charges = new ChargeService(rooms);
        return new Claims(charges, new InterestService(rooms, extensions, charges), new WriteOffService(rooms),
                new RecoveryService(rooms, payments), new HandOverService(rooms, extensions));
    }
}
