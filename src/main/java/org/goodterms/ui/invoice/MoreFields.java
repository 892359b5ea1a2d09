package org.goodterms.ui.invoice;

import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.goodterms.invoice.Draft;
import org.goodterms.invoice.Totals.PriceMode;
import org.jspecify.annotations.Nullable;

/** What an invoice rarely needs: when it was supplied, words above and below, deposits, prices with tax. */
final class MoreFields {
    final ObjectProperty<PriceMode> mode = new SimpleObjectProperty<>(PriceMode.NET);
    final ObjectProperty<@Nullable LocalDate> due = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable LocalDate> supplyFrom = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable LocalDate> supplyTo = new SimpleObjectProperty<>();
    /** A BCP 47 tag; empty for that of the customer. */
    final StringProperty language = new SimpleStringProperty("");
    final StringProperty contact = new SimpleStringProperty("");
    final StringProperty intro = new SimpleStringProperty("");
    final StringProperty closing = new SimpleStringProperty("");
    final StringProperty exemptionReason = new SimpleStringProperty("");
    final BooleanProperty deposit = new SimpleBooleanProperty();
    final StringProperty less = new SimpleStringProperty("");

    void show(Draft draft) {
        mode.set(draft.pricing().mode());
        due.set(draft.agreed().due());
        supplyFrom.set(draft.supply().from());
        supplyTo.set(draft.supply().to());
        language.set(draft.wording().language());
        contact.set(draft.wording().contact());
        intro.set(draft.wording().intro());
        closing.set(draft.wording().closing());
        exemptionReason.set(draft.wording().exemptionReason());
        deposit.set(draft.deposit().asked());
        less.set(draft.deposit().less());
    }

    /** Whether anything of it says something. */
    boolean isUsed() {
        return supplyFrom.get() != null || supplyTo.get() != null || deposit.get() || !less.get().isBlank()
                || !(contact.get() + intro.get() + closing.get() + exemptionReason.get()).isBlank();
    }

    Draft onto(Draft draft, String orderNumber) {
        Draft.Wording known = draft.wording();
        return new Draft(draft.customer(), draft.date(), new Draft.Supply(supplyFrom.get(), supplyTo.get()), draft.pricing(),
                new Draft.Agreed(draft.agreed().terms(), due.get()), new Draft.Wording(spoken(known), orderNumber,
                contact.get().strip(), intro.get().strip(), closing.get().strip(), exemptionReason.get().strip()),
                new Draft.Deposit(deposit.get(), less.get() == null ? "" : less.get().strip(), draft.deposit().corrects()), draft.lines(), draft.allowances());
    }

    private String spoken(Draft.Wording known) {
        String chosen = language.get();
        return chosen == null || chosen.isEmpty() ? known.language() : chosen;
    }

    void onChange(Runnable act) {
        List.of(mode, due, deposit, less).forEach(property -> property.addListener((o, was, is) -> act.run()));
    }
}
