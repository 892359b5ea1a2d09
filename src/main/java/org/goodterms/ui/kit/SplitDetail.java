package org.goodterms.ui.kit;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A list with the detail of what is selected beside it; without a detail the list has the whole width. */
public final class SplitDetail extends SplitPane {
    private static final double HALF = 0.5;
    private final Preferences preferences;
    private final String key;
    private final double share;
    private double narrow;

    /** @param share the list's part of the width, until the user moves the divider */
    public SplitDetail(Desk desk, String name, Node list, double share) {
        this.preferences = desk.preferences();
        this.key = "split." + name;
        this.share = share;
        getStyleClass().add("split-detail");
        VBox.setVgrow(this, Priority.ALWAYS);
        getItems().add(list);
    }

    /** Where the whole is narrower than that many pixels, the detail stands under the list, with half of the height. */
    public SplitDetail stackedBelow(double width) {
        narrow = width;
        widthProperty().addListener((o, was, is) -> turn());
        return this;
    }

    private void turn() {
        Orientation now = getWidth() > 0 && getWidth() < narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL;
        if (now != getOrientation()) {
            setOrientation(now);
            if (getItems().size() > 1) {
                setDividerPositions(position());
            }
        }
    }

    private String place() {
        return getOrientation() == Orientation.VERTICAL ? key + ".stacked" : key;
    }

    private double position() {
        return preferences.number(place(), getOrientation() == Orientation.VERTICAL ? HALF : share);
    }

    public void show(@Nullable Node detail) {
        if (detail == null) {
            getItems().remove(1, getItems().size());
        } else if (getItems().size() == 1) {
            getItems().add(detail);
            setDividerPositions(position());
            getDividers().getFirst().positionProperty().addListener((o, was, is) -> preferences.put(place(), is));
        } else {
            getItems().set(1, detail);
            setDividerPositions(position());
        }
    }
}
