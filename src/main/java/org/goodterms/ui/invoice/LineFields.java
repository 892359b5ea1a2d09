package org.goodterms.ui.invoice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.goodterms.invoice.Line;
import org.goodterms.invoice.TaxKey;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** One line of an invoice as it is typed. What the editor does not show of a stored line stays as it was. */
final class LineFields {
    final StringProperty text = new SimpleStringProperty("");
    final ObjectProperty<@Nullable BigDecimal> quantity = new SimpleObjectProperty<>();
    final StringProperty unit = new SimpleStringProperty("");
    final ObjectProperty<@Nullable BigDecimal> price = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable Off> off = new SimpleObjectProperty<>();
    final ObjectProperty<TaxKey> tax = new SimpleObjectProperty<>();
    private final Line before;

    LineFields(Line line) {
        before = line;
        text.set(line.text());
        quantity.set(line.quantity());
        unit.set(line.unit());
        price.set(line.price().signum() == 0 && line.text().isEmpty() ? null : line.price());
        off.set(line.discount() == null ? null : Off.of(line.discount().percent(), line.discount().amount()));
        tax.set(line.tax());
    }

    /** An empty line of quantity one. */
    static LineFields empty(TaxKey tax) {
        return new LineFields(Line.of("", BigDecimal.ONE, BigDecimal.ZERO, tax));
    }

    boolean isBlank() {
        return text.get().isBlank() && price.get() == null;
    }

    /** What is not typed counts as one piece, and costs nothing. */
    Line line(CurrencyUnit currency) {
        Off typed = off.get();
        return new Line(text.get().strip(), Objects.requireNonNullElse(quantity.get(), BigDecimal.ONE), unit.get().strip(),
                Objects.requireNonNullElse(price.get(), BigDecimal.ZERO), before.per(),
                typed == null ? null : typed.discount(currency), tax.get(),
                before.account());
    }

    void onChange(Runnable act) {
        List.<ObservableValue<?>>of(text, quantity, unit, price, off, tax).forEach(
                property -> property.addListener((o, was, is) -> act.run()));
    }
}
