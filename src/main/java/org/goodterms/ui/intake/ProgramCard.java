package org.goodterms.ui.intake;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.intake.Program;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.SectionCard;

/** Which program a file comes from, where that is known. */
final class ProgramCard {
    private final SectionCard card;

    ProgramCard(Desk desk, ImportViewModel model) {
        Texts texts = desk.texts();
        Label name = new Label();
        name.setId("import-program");
        name.getStyleClass().add("empty-heading");
        name.textProperty().bind(Bindings.createStringBinding(() -> model.program().map(Program::title).orElse(""), model.looked));
        Label more = new Label();
        more.textProperty().bind(Bindings.createStringBinding(() -> texts.get("import.program." + model.kind.get().word()), model.kind));
        more.setWrapText(true);
        more.setMinHeight(Region.USE_PREF_SIZE);
        more.getStyleClass().add("subtle");
        VBox column = new VBox(10, name, more, Buttons.quiet(texts, Action.of("import.by_hand", "fth-columns", model::byHand)));
        card = new SectionCard(texts.get("import.program"), column);
    }

    SectionCard card() {
        return card;
    }
}
