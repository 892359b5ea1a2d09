package org.goodterms.ui.kit;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Asks how a dispute ended. */
public final class EndingDialog {
    private static final double WIDTH = 520;
    private static final String PARTLY = "partly-accepted";
    private static final List<String> OUTCOMES = List.of("rejected", "accepted", PARTLY, "withdrawn");
    private final Desk desk;

    /**
     * How it ended.
     *
     * @param outcome {@code rejected accepted partly-accepted withdrawn}
     * @param granted where the customer was right in part; else null
     */
    public record Ending(String outcome, @Nullable Money granted, String note) {
        /** Whether something is to be credited. */
        public boolean credits() {
            return outcome.equals("accepted") || outcome.equals(PARTLY);
        }
    }

    /** What is done with the answer; {@code problems} shows what is wrong with it. */
    @FunctionalInterface
    public interface Settling {
        void settle(Ending ending, Consumer<List<Problem>> problems);
    }

    public EndingDialog(Desk desk) {
        this.desk = desk;
    }

    /**
     * @param contested by all open disputes of the invoice together
     * @param busy      the name of the task that settles
     */
    public void ask(Money contested, String busy, Settling settling) {
        Texts texts = desk.texts();
        Form form = new Form(texts);
        ComboBox<String> outcome = new ComboBox<>();
        outcome.getItems().setAll(OUTCOMES);
        outcome.setConverter(Choice.named(word -> texts.get("invoice.dispute_outcome." + word)));
        outcome.setValue(OUTCOMES.getFirst());
        MoneyField granted = new MoneyField(desk.formats(), contested.getCurrencyUnit());
        Node part = form.add("amount", "dispute.granted", granted).hint(texts.get("dispute.granted.hint", contested));
        part.visibleProperty().bind(outcome.valueProperty().isEqualTo(PARTLY));
        part.managedProperty().bind(part.visibleProperty());
        TextField note = new TextField();
        Action act = Action.of("invoice.settle_dispute", "fth-check", () -> {
            if (form.readable()) {
                settling.settle(new Ending(outcome.getValue(), outcome.getValue().equals(PARTLY)
                        ? granted.getValue() : null, note.getText()), form::show);
            }
        }).disabledWhile(desk.tasks().busy(busy));
        desk.overlay().show(new Dialog(texts.get("dispute.close"), Form.column(form.banner(),
                form.add("outcome", "invoice.dispute_outcome", outcome), part,
                form.add("note", "invoice.dispute_note", note)), WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)), Buttons.primary(texts, act))
                .focusing(outcome));
    }
}
