package org.goodterms.ui.intake;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.goodterms.intake.Looked;
import org.goodterms.intake.Mapping;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.kit.Choice;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Form;
import org.goodterms.ui.kit.SectionCard;
import org.jspecify.annotations.Nullable;

/** What was found by looking at the file; each can be told instead. An empty choice means: found by looking. */
final class FoundCard {
    private static final List<String> DATES = List.of("yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy", "M/d/yyyy", "d-M-yyyy", "d.M.yy", "M/d/yy");
    private static final String FOUND = "";
    private final Texts texts;
    private final ImportViewModel model;
    private final ComboBox<String> delimiter;
    private final ComboBox<String> encoding;
    private final ComboBox<String> header;
    private final ComboBox<String> dates;
    private final ComboBox<String> decimal;
    private final Label unclear = new Label();
    private final SectionCard card;
    private boolean showing;

    FoundCard(Desk desk, ImportViewModel model) {
        this.texts = desk.texts();
        this.model = model;
        delimiter = choice(List.of(",", ";", "\t", "|"), this::separator, l -> separator(l.delimiter()));
        encoding = choice(List.of("UTF-8", "windows-1252", "ISO-8859-15", "UTF-16"), name -> name, Looked::encoding);
        header = choice(List.of("yes", "no"), word -> texts.get("import.header." + word), l -> texts.get("import.header."
                + (l.header() ? "yes" : "no")));
        dates = choice(DATES, form -> form, l -> l.dateForm().orElse("\u2013"));
        decimal = choice(List.of(".", ","), this::number, l -> l.decimal().isEmpty() ? "\u2013" : number(l.decimal()));
        unclear.getStyleClass().add("form-banner");
        unclear.setWrapText(true);
        unclear.setMinHeight(Region.USE_PREF_SIZE);
        unclear.setMaxWidth(Double.MAX_VALUE);
        unclear.managedProperty().bind(unclear.visibleProperty());
        Form form = new Form(texts);
        card = new SectionCard(texts.get("import.found"), unclear, Form.column(form.add("delimiter", "import.delimiter", delimiter),
                form.add("encoding", "import.encoding", encoding), form.add("header", "import.header", header),
                form.add("dateFormat", "import.dates", dates), form.add("decimal", "import.decimal", decimal)));
        model.looked.addListener((o, was, is) -> show(is));
        show(model.looked.get());
    }

    SectionCard card() {
        return card;
    }

    private String separator(String sign) {
        return texts.get(switch (sign) {
            case ";" -> "import.delimiter.semicolon";
            case "\t" -> "import.delimiter.tab";
            case "|" -> "import.delimiter.bar";
            default -> "import.delimiter.comma";
        });
    }

    private String number(String mark) {
        return mark.equals(",") ? "1.234,56" : "1,234.56";
    }

    private ComboBox<String> choice(List<String> values, Function<String, String> name, Function<Looked, String> found) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().add(FOUND);
        box.getItems().addAll(values);
        box.setValue(FOUND);
        box.setConverter(Choice.named(value -> named(value, name, found)));
        box.valueProperty().addListener((o, was, is) -> told());
        return box;
    }

    private String named(String value, Function<String, String> name, Function<Looked, String> found) {
        Looked looked = model.looked.get();
        return !value.isEmpty() ? name.apply(value) : looked == null ? "" : texts.get("import.by_looking", found.apply(looked));
    }

    private void told() {
        Looked now = model.looked.get();
        if (!showing && now != null) {
            model.tell(new Mapping(now.mapping().fields(), now.mapping().constants(), value(dates), value(decimal), value(delimiter),
                    value(encoding), value(header) == null ? null : Boolean.valueOf(Objects.equals(value(header), "yes"))));
        }
    }

    private static @Nullable String value(ComboBox<String> box) {
        return box.getValue() == null || box.getValue().isEmpty() ? null : box.getValue();
    }

    private void show(@Nullable Looked looked) {
        if (looked == null) {
            return;
        }
        showing = true;
        Mapping m = looked.mapping();
        set(delimiter, m.delimiter());
        set(encoding, m.encoding());
        set(header, m.header() == null ? null : m.header() ? "yes" : "no");
        set(dates, m.dateFormat());
        set(decimal, m.decimal());
        showing = false;
        unclear.setText(String.join("\n", looked.unclear().stream().map(texts::of).distinct().toList()));
        unclear.setVisible(!looked.unclear().isEmpty());
    }

    /** What was told; what was found by looking is written anew, because it may have changed. */
    private static void set(ComboBox<String> box, @Nullable String told) {
        String value = told == null ? FOUND : told;
        if (!box.getItems().contains(value)) {
            box.getItems().add(value);
        }
        box.setValue(null);
        box.setValue(value);
    }
}
