package org.goodterms.ui.plan;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Dialog;
import org.goodterms.ui.kit.Form;

/** Asked once, before the first list leaves: whether something else reminds these customers, too. */
final class ElsewhereQuestion {
    private static final double WIDTH = 520;
    private final Desk desk;
    private final Texts texts;
    private final PlanViewModel model;

    ElsewhereQuestion(Desk desk, PlanViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
    }

    /** Goes on at once where it was answered before. */
    void before(Runnable send) {
        model.askElsewhere(answered -> {
            if (answered) {
                send.run();
            } else {
                ask(send);
            }
        });
    }

    private void ask(Runnable send) {
        Label more = new Label(texts.get("plan.elsewhere.more"));
        more.setWrapText(true);
        more.setMinHeight(Region.USE_PREF_SIZE);
        Form form = new Form(texts);
        TextField name = new TextField();
        Action yes = Action.of("plan.elsewhere.yes", "fth-pause", () -> model.elsewhere(name.getText(), desk.overlay()::close, form::show));
        Action no = Action.of("plan.elsewhere.no", "fth-check", () -> model.nothingElse(() -> {
            desk.overlay().close();
            send.run();
        }));
        desk.overlay().show(new Dialog(texts.get("plan.elsewhere"), Form.column(form.banner(), more,
                form.add("elsewhere", "plan.elsewhere.what", name).hint(texts.get("plan.elsewhere.what.hint"))), WIDTH).buttons(
                Buttons.of(texts, Action.of("window.cancel", "fth-x", desk.overlay()::close)), Buttons.of(texts, yes), Buttons.primary(texts, no)));
    }
}
