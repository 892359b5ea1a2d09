package org.goodterms.ui.invoice;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.goodterms.invoice.Allowance;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** A discount or charge on the whole invoice as it is typed. */
final class AllowanceFields {
    final BooleanProperty charge = new SimpleBooleanProperty();
    final StringProperty reason = new SimpleStringProperty("");
    final ObjectProperty<@Nullable Off> off = new SimpleObjectProperty<>();

    AllowanceFields(boolean isCharge) {
        charge.set(isCharge);
    }

    AllowanceFields(Allowance stored) {
        charge.set(stored.charge());
        reason.set(stored.reason());
        off.set(Off.of(stored.percent(), stored.amount()));
    }

    boolean isBlank() {
        return off.get() == null;
    }

    Allowance allowance(CurrencyUnit currency) {
        Off typed = java.util.Objects.requireNonNull(off.get());
        return new Allowance(charge.get(), reason.get().strip(), typed.share(), typed.amount(currency));
    }

    void onChange(Runnable act) {
        charge.addListener((o, was, is) -> act.run());
        reason.addListener((o, was, is) -> act.run());
        off.addListener((o, was, is) -> act.run());
    }
}
