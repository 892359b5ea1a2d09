package org.goodterms.ui.payment;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import org.goodterms.kernel.Texts;
import org.goodterms.payment.Method;
import org.goodterms.ui.kit.Choice;
import org.goodterms.ui.kit.StatusPill.Tone;

/** How payments are spoken of on screen. */
final class PaymentWords {

    private PaymentWords() {
    }

    static Tone tone(PaymentLine.State state) {
        return switch (state) {
            case UNKNOWN, UNAPPLIED, PARTLY_APPLIED -> Tone.WATCH;
            case APPLIED -> Tone.GOOD;
            case RETURNED -> Tone.BAD;
            case REFUND -> Tone.QUIET;
        };
    }

    static ComboBox<Method> methods(Texts texts) {
        return choice(List.of(Method.values()), method -> texts.get("payment.method." + method.word()));
    }

    /** A choice of few, by its word. */
    static <T> ComboBox<T> choice(List<T> values, Function<T, String> word) {
        ComboBox<T> choice = new ComboBox<>();
        choice.getItems().setAll(values);
        choice.setConverter(Choice.named(word));
        return choice;
    }
}
