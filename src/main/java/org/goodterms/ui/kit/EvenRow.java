package org.goodterms.ui.kit;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Parts side by side, all of the same width and height; where each would be too narrow they stand one under the other. */
public final class EvenRow extends Pane {
    private static final double GAP = 16;
    private final double narrowest;

    /** @param narrowest how narrow a part may get before they are stacked, in pixels */
    public EvenRow(double narrowest, Node... parts) {
        super(parts);
        this.narrowest = narrowest;
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double share(double width) {
        int count = Math.max(1, getManagedChildren().size());
        double each = Math.floor((width - GAP * (count - 1)) / count);
        return each < narrowest ? width : each;
    }

    private boolean stacked(double width) {
        return share(width) >= width && getManagedChildren().size() > 1;
    }

    @Override
    protected double computePrefWidth(double height) {
        return narrowest * getManagedChildren().size();
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? prefWidth(-1) : width;
        List<Node> parts = getManagedChildren();
        double share = share(room);
        return stacked(room) ? parts.stream().mapToDouble(part -> part.prefHeight(share)).sum() + GAP * (parts.size() - 1)
                : parts.stream().mapToDouble(part -> part.prefHeight(share)).max().orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double share = share(getWidth());
        boolean stacked = stacked(getWidth());
        double at = 0;
        for (Node part : getManagedChildren()) {
            double height = stacked ? part.prefHeight(share) : getHeight();
            part.resizeRelocate(stacked ? 0 : at, stacked ? at : 0, share, height);
            at += (stacked ? height : share) + GAP;
        }
    }
}
