package org.goodterms.ui.kit;

import java.math.BigDecimal;
import org.goodterms.kernel.Problem;

/** A field for a decimal number: a quantity, a unit price, a rate. Keeps all decimals typed. */
public final class DecimalField extends ValueField<BigDecimal> {
    private final Formats formats;

    public DecimalField(Formats formats) {
        super(formats::parseNumber, formats::numberTyped);
        this.formats = formats;
        getStyleClass().add("figures");
    }

    @Override
    protected Problem problem(String text) {
        return Problem.of("window.not_a_number", text, formats.numberExample());
    }
}
