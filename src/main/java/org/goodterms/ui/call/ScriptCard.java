package org.goodterms.ui.call;

import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.agreement.PromiseStanding;
import org.goodterms.call.CallCase;
import org.goodterms.call.CallStage;
import org.goodterms.company.Company;
import org.goodterms.kernel.Texts;
import org.goodterms.receivable.OpenItem;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.SectionCard;

/** What is said, by how far matters are, with the names and amounts filled in. */
final class ScriptCard {
    private static final int NAMED = 3;
    private final Desk desk;
    private final Texts texts;
    private final VBox parts = new VBox(12);
    private final SectionCard card;

    ScriptCard(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts();
        card = new SectionCard(texts.get("call.script"), parts);
    }

    SectionCard card() {
        return card;
    }

    void show(CallCase is, Company firm, String person) {
        String stage = is.stage().name().toLowerCase(Locale.ROOT);
        String amount = is.asked().values().stream().map(desk.formats()::money).collect(Collectors.joining(" + "));
        String numbers = is.overdue().stream().map(OpenItem::number).distinct().limit(NAMED).collect(Collectors.joining(", "))
                + (is.overdue().size() > NAMED ? " \u2026" : "");
        long days = is.overdue().isEmpty() ? 0 : is.overdue().getFirst().daysPastDue(desk.formats().today());
        parts.getChildren().setAll(
                part("goal", texts.get("call.goal." + stage)),
                part("opening", texts.get("call.opening", person.isBlank() ? texts.get("call.opening.payables") : person,
                        firm.firm().reach().person().isBlank() ? texts.get("call.opening.self") : firm.firm().reach().person(), firm.name())),
                part("say", is.stage() == CallStage.BROKEN ? broken(is) : texts.get("call.say." + stage, amount, numbers, days)),
                part("ask", texts.get("call.ask." + stage)), part("agree", texts.get("call.agree")), part("close", texts.get("call.close")));
    }

    private String broken(CallCase is) {
        return is.told().promises().stream().filter(one -> one.state().failed()).reduce((a, b) -> b).map(PromiseStanding::promise)
                .map(promise -> texts.get("call.say.broken", promise.amount(), desk.formats().date(promise.by())))
                .orElseGet(() -> texts.get("call.say.broken_plan"));
    }

    private Node part(String name, String text) {
        Label caption = new Label(texts.get("call.part." + name));
        caption.getStyleClass().add("caption");
        Label words = new Label(text);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(2, caption, words);
    }
}
