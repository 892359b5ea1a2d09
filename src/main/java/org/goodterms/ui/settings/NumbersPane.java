package org.goodterms.ui.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.goodterms.company.NumberService;
import org.goodterms.company.Series;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.FormRow;
import org.goodterms.ui.kit.SectionCard;

/** The number series, each with the number that comes next. */
final class NumbersPane {
    private final Desk desk;
    private final Texts texts;
    private final NumberService numbers;
    private final VBox cards = new VBox(20);

    NumbersPane(Desk desk, NumberService numbers) {
        this.desk = desk;
        this.texts = desk.texts();
        this.numbers = numbers;
    }

    Node node() {
        return cards;
    }

    /** A series and the count it goes on with. */
    private record Standing(Series series, long next) {
    }

    void load() {
        desk.tasks().load(cards, progress -> numbers.all().stream()
                .map(series -> new Standing(series, numbers.next(series.name(), desk.formats().today()))).toList(), this::show);
    }

    private void show(List<Standing> all) {
        cards.getChildren().setAll(all.stream().map(this::card).toList());
    }

    private Node card(Standing standing) {
        Form form = new Form(texts);
        String name = standing.series().name();
        TextField pattern = new TextField(standing.series().pattern());
        pattern.setId("series-" + name);
        TextField next = new TextField(String.valueOf(standing.next()));
        FormRow row = form.add("series", "settings.pattern", pattern);
        Runnable preview = () -> row.hint(preview(name, pattern.getText(), next.getText()));
        pattern.textProperty().addListener((o, was, is) -> preview.run());
        next.textProperty().addListener((o, was, is) -> preview.run());
        preview.run();
        Action save = Action.of("settings.save_series", "fth-check", () -> save(name, pattern.getText(), next.getText(), form));
        HBox line = Form.line(row, form.add("next", "settings.next", next).width(110));
        return new SectionCard(texts.get("settings.series." + name), Form.column(form.banner(), line))
                .actions(Buttons.quiet(texts, save));
    }

    private String preview(String name, String pattern, String next) {
        boolean count = next.strip().matches("[0-9]{1,12}");
        return count && Series.of(name, pattern.strip()) instanceof Outcome.Ok<Series>(Series series)
                ? texts.get("settings.next_number", series.number(desk.formats().today(), Long.parseLong(next.strip()))) : "";
    }

    private void save(String name, String pattern, String next, Form form) {
        long count = next.strip().matches("[0-9]{1,12}") ? Long.parseLong(next.strip()) : 0;
        desk.tasks().run("settings.save_series",
                progress -> numbers.change(name, pattern.strip(), count, desk.formats().today()), changed -> {
                    desk.overlay().toast(texts.get("settings.saved"));
                    load();
                }, form::show);
    }
}
