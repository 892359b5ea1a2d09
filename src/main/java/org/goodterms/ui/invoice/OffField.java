package org.goodterms.ui.invoice;

import java.util.Optional;
import org.goodterms.kernel.Problem;
import org.goodterms.ui.kit.Formats;
import org.goodterms.ui.kit.ValueField;

/** A field for a discount or charge: a percent where a percent sign stands behind it, else an amount. */
final class OffField extends ValueField<Off> {
    private final Formats formats;

    OffField(Formats formats) {
        super(text -> read(formats, text), off -> formats.numberTyped(off.number()) + (off.percent() ? " %" : ""));
        this.formats = formats;
        getStyleClass().add("figures");
    }

    private static Optional<Off> read(Formats formats, String text) {
        String typed = text.strip();
        boolean percent = typed.endsWith("%");
        return formats.parseNumber(percent ? typed.substring(0, typed.length() - 1) : typed).map(number -> new Off(number, percent));
    }

    @Override
    protected Problem problem(String text) {
        return Problem.of("window.not_an_off", text, formats.numberExample());
    }
}
