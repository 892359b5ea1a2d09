package org.goodterms.ui.kit;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import org.goodterms.kernel.MoneyText;
import org.goodterms.kernel.Problem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A field for an amount in one currency, whose code stands at its right end. */
public final class MoneyField extends ValueField<Money> {
    private final Formats formats;
    private final ObjectProperty<CurrencyUnit> currency;

    public MoneyField(Formats formats, CurrencyUnit currency) {
        this(formats, new SimpleObjectProperty<>(currency));
    }

    private MoneyField(Formats formats, ObjectProperty<CurrencyUnit> currency) {
        super(text -> formats.parseMoney(text, currency.get()), money -> MoneyText.grouped(money, formats.locale()));
        this.formats = formats;
        this.currency = currency;
        Label code = new Label();
        code.getStyleClass().add("field-unit");
        code.textProperty().bind(currency.map(CurrencyUnit::getCode));
        setRight(code);
        getStyleClass().addAll("figures", "money-field");
        currency.addListener((o, was, is) -> changeCurrency());
    }

    private void changeCurrency() {
        String typed = getText();
        setValue(null);
        setText("");
        setText(typed);
    }

    /** Changing it keeps what was typed. */
    public ObjectProperty<CurrencyUnit> currencyProperty() {
        return currency;
    }

    @Override
    protected Problem problem(String text) {
        return Problem.of("window.not_an_amount", text, formats.amount(Money.ofMinor(currency.get(), 119_000)));
    }
}
