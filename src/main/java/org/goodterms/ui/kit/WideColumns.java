package org.goodterms.ui.kit;

import java.util.List;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/**
 * Columns keep the widths they have or are given, and those that were declared wide share what is left. Where nothing is
 * left the table scrolls sideways.
 */
@SuppressWarnings("rawtypes")
final class WideColumns implements Callback<TableView.ResizeFeatures, Boolean> {
    private static final double WIDE_AT_LEAST = 160;
    private static final double SCROLL_BAR = 14;

    @Override
    public Boolean call(TableView.ResizeFeatures features) {
        return fit(features);
    }

    private static <T> boolean fit(TableView.ResizeFeatures<T> features) {
        TableView<T> table = features.getTable();
        if (features.getColumn() != null) {
            double width = features.getColumn().getWidth() + features.getDelta();
            if (width < features.getColumn().getMinWidth() || width > features.getColumn().getMaxWidth()) {
                return false;
            }
            features.getColumn().setPrefWidth(width);
            features.setColumnWidth(features.getColumn(), width);
        }
        List<? extends TableColumnBase<T, ?>> visible = table.getVisibleLeafColumns();
        List<? extends TableColumnBase<T, ?>> wide = visible.stream()
                .filter(c -> c.getProperties().containsKey(ListTable.WIDE) && c != features.getColumn()).toList();
        double taken = 0;
        for (TableColumnBase<T, ?> column : visible) {
            if (!wide.contains(column)) {
                double width = Math.clamp(column.getPrefWidth(), column.getMinWidth(), column.getMaxWidth());
                features.setColumnWidth(column, width);
                taken += width;
            }
        }
        double left = table.getWidth() - taken - SCROLL_BAR;
        for (TableColumnBase<T, ?> column : wide) {
            features.setColumnWidth(column, Math.max(WIDE_AT_LEAST, Math.floor(left / wide.size())));
        }
        return true;
    }
}
