package org.goodterms.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A list with the detail of what is selected beside it; without a detail the list has the whole width. */
public final class SplitDetail extends SplitPane {
    private final Preferences preferences;
    private final String key;
    private final double share;

    /** @param share the list's part of the width, until the user moves the divider */
    public SplitDetail(Desk desk, String name, Node list, double share) {
        this.preferences = desk.preferences();
        this.key = "split." + name;
        this.share = share;
        getStyleClass().add("split-detail");
        VBox.setVgrow(this, Priority.ALWAYS);
        getItems().add(list);
    }

    public void show(@Nullable Node detail) {
        if (detail == null) {
            getItems().remove(1, getItems().size());
        } else if (getItems().size() == 1) {
            getItems().add(detail);
            setDividerPositions(preferences.number(key, share));
            getDividers().getFirst().positionProperty().addListener((o, was, is) -> preferences.put(key, is));
        } else {
            getItems().set(1, detail);
            setDividerPositions(preferences.number(key, share));
        }
    }
}
