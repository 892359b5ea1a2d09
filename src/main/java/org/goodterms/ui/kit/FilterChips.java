package org.goodterms.ui.kit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/** A row of choices of which one holds: All, Open, Overdue … with how many each has. Where there is no room it takes two lines. */
public final class FilterChips<E> extends FlowPane {
    private final Map<E, ToggleButton> chips = new LinkedHashMap<>();
    private final Map<E, Label> counts = new LinkedHashMap<>();
    private final ObjectProperty<E> chosen;

    /** The first choice holds at the beginning. */
    public FilterChips(List<E> choices, Function<E, String> name) {
        getStyleClass().add("chips");
        setMinWidth(0);
        chosen = new SimpleObjectProperty<>(choices.getFirst());
        ToggleGroup group = new ToggleGroup();
        for (E choice : choices) {
            ToggleButton chip = new ToggleButton(name.apply(choice));
            chip.getStyleClass().setAll("chip");
            chip.setToggleGroup(group);
            chip.setId("chip-" + choice);
            chip.setMinWidth(USE_PREF_SIZE);
            chip.setOnAction(e -> choose(choice));
            Label count = new Label();
            count.getStyleClass().add("chip-count");
            chips.put(choice, chip);
            counts.put(choice, count);
            getChildren().add(chip);
        }
        chosen.addListener((o, was, is) -> chips.get(is).setSelected(true));
        chips.get(chosen.get()).setSelected(true);
    }

    /** All in one line, where there is room. */
    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + snappedRightInset() + getHgap() * (getChildren().size() - 1)
                + getChildren().stream().mapToDouble(chip -> Math.ceil(chip.prefWidth(-1))).sum();
    }

    private void choose(E choice) {
        chosen.set(choice);
        chips.get(choice).setSelected(true);
    }

    /** Which one holds; set it to choose another. */
    public ObjectProperty<E> chosen() {
        return chosen;
    }

    /** How many each has; one with nothing says no number, but for the choice that shows all. */
    public void count(ToLongFunction<E> of, E all, Formats formats) {
        chips.keySet().forEach(choice -> {
            long number = of.applyAsLong(choice);
            count(choice, choice.equals(all) || number > 0 ? number : -1, formats);
        });
    }

    /** How many a choice has; a negative number takes it away. */
    public void count(E choice, long number, Formats formats) {
        counts.get(choice).setText(formats.number(number));
        chips.get(choice).setGraphic(number < 0 ? null : counts.get(choice));
    }
}
