package org.goodterms.ui.kit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Picks one of a fixed list of codes by typing part of its name or the code: countries, currencies, languages. What is
 * typed and is none of them is handed on as it stands, so that whoever judges it can name it.
 */
public final class CodeField {
    private static final int MOST = 60;

    /** A code and what it is called. */
    public record Code(String code, String name) {
    }

    private final List<Code> codes;
    private final Picker<Code> picker;
    private final StringProperty code = new SimpleStringProperty("");
    private boolean typing;

    /** @param line how a choice is written, in the field and in its list */
    public CodeField(Tasks tasks, List<Code> codes, Function<Code, String> line) {
        this.codes = List.copyOf(codes);
        this.picker = new Picker<>(tasks, this::matching, line, line);
        picker.textProperty().addListener((o, was, is) -> follow());
        picker.valueProperty().addListener((o, was, is) -> follow());
        picker.focusedProperty().addListener((o, was, is) -> {
            if (is) {
                javafx.application.Platform.runLater(picker::selectAll);
            } else {
                settle();
            }
        });
        code.addListener((o, was, is) -> {
            if (!typing) {
                show(is);
            }
        });
    }

    private List<Code> matching(String typed) {
        String wanted = RowFilter.fold(typed);
        return codes.stream().filter(one -> RowFilter.fold(one.name()).contains(wanted)
                || one.code().toLowerCase(Locale.ROOT).startsWith(wanted)).sorted((a, b) ->
                Integer.compare(rank(a, wanted), rank(b, wanted))).limit(MOST).toList();
    }

    private static int rank(Code one, String wanted) {
        return one.code().toLowerCase(Locale.ROOT).equals(wanted) ? 0 : RowFilter.fold(one.name()).startsWith(wanted) ? 1 : 2;
    }

    private void follow() {
        Code picked = picker.valueProperty().get();
        typing = true;
        code.set(picked != null ? picked.code() : named(picker.getText()).map(Code::code).orElse(picker.getText().strip()));
        typing = false;
    }

    private Optional<Code> named(String text) {
        return codes.stream().filter(one -> one.code().equalsIgnoreCase(text.strip())
                || one.name().equalsIgnoreCase(text.strip())).findFirst();
    }

    private void settle() {
        if (picker.valueProperty().get() == null) {
            named(picker.getText()).ifPresent(picker.valueProperty()::set);
        }
    }

    private void show(String wanted) {
        codes.stream().filter(one -> one.code().equals(wanted)).findFirst().ifPresentOrElse(picker.valueProperty()::set, () -> {
            picker.valueProperty().set(null);
            picker.setText(wanted);
        });
    }

    /** The code of what was picked; what was typed where that is no choice. */
    public StringProperty codeProperty() {
        return code;
    }

    /** Follows a property of the view model, both ways. */
    public CodeField bound(StringProperty model) {
        show(model.get());
        code.set(model.get());
        code.bindBidirectional(model);
        show(model.get());
        return this;
    }

    /** The control for the form. */
    public Picker<Code> control() {
        return picker;
    }
}
