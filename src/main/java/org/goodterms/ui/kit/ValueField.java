package org.goodterms.ui.kit;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A field for something that has a form: a date, an amount, a number. The value follows the typing, and is null while
 * nothing or nothing readable stands there; leaving the field puts the text into its usual form.
 */
public class ValueField<T> extends CustomTextField {
    private final ObjectProperty<@Nullable T> value = new SimpleObjectProperty<>();
    private final Function<String, Optional<T>> parse;
    private final Function<T, String> shown;
    private boolean following;

    /**
     * @param parse reads what was typed (never blank)
     * @param shown the usual form of a value, which {@code parse} reads back
     */
    protected ValueField(Function<String, Optional<T>> parse, Function<T, String> shown) {
        this.parse = parse;
        this.shown = shown;
        textProperty().addListener((o, was, is) -> follow(() -> value.set(read().orElse(null))));
        value.addListener((o, was, is) -> follow(this::showValue));
        focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                tidy();
            }
        });
        setOnAction(e -> tidy());
    }

    private void follow(Runnable change) {
        if (!following) {
            following = true;
            try {
                change.run();
            } finally {
                following = false;
            }
        }
    }

    private Optional<T> read() {
        return getText() == null || getText().isBlank() ? Optional.empty() : parse.apply(getText());
    }

    private void showValue() {
        setText(value.get() == null ? "" : shown.apply(value.get()));
    }

    private void tidy() {
        if (value.get() != null && !Objects.equals(getText(), shown.apply(value.get()))) {
            follow(this::showValue);
        }
    }

    /** Shows the value in its usual form again: after the form itself has changed. */
    protected void again() {
        if (value.get() == null) {
            follow(() -> value.set(read().orElse(null)));
        } else {
            follow(this::showValue);
        }
    }

    public ObjectProperty<@Nullable T> valueProperty() {
        return value;
    }

    public @Nullable T getValue() {
        return value.get();
    }

    public void setValue(@Nullable T newValue) {
        value.set(newValue);
        if (newValue == null && !wrong().isEmpty()) {
            clear();
        }
    }

    /** What is wrong with the text itself: nothing where it is empty or can be read. The form puts it under the field. */
    public List<Problem> wrong() {
        return getText() == null || getText().isBlank() || value.get() != null ? List.of() : List.of(problem(getText()));
    }

    /** Why a text cannot be read, and what would be. */
    protected Problem problem(String text) {
        return Problem.of("window.not_readable", text);
    }
}
