package org.goodterms.ui.kit;

import java.util.List;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/**
 * Columns keep the widths they have or are given, and those that were declared wide share what is left. Where too little is
 * left all are squeezed a little; where that would not do, they keep their widths and the table scrolls sideways.
 */
@SuppressWarnings("rawtypes")
final class WideColumns implements Callback<TableView.ResizeFeatures, Boolean> {
    private static final String SQUEEZED = "squeezed";
    private static final double WIDE_AT_LEAST = 150;
    private static final double TIGHTEST = 0.86;
    private static final double SCROLL_BAR = 14;

    @Override
    public Boolean call(TableView.ResizeFeatures features) {
        return fit(features);
    }

    private static <T> boolean fit(TableView.ResizeFeatures<T> features) {
        TableView<T> table = features.getTable();
        if (features.getColumn() != null && !drag(features)) {
            return false;
        }
        List<? extends TableColumnBase<T, ?>> visible = table.getVisibleLeafColumns();
        List<? extends TableColumnBase<T, ?>> wide = visible.stream()
                .filter(c -> c.getProperties().containsKey(ListTable.WIDE) && c != features.getColumn()).toList();
        List<? extends TableColumnBase<T, ?>> others = visible.stream().filter(c -> !wide.contains(c)).toList();
        double room = table.getWidth() - SCROLL_BAR;
        double wanted = others.stream().mapToDouble(WideColumns::wanted).sum();
        double fitting = wanted <= 0 ? 1 : Math.min(1, (room - WIDE_AT_LEAST * wide.size()) / wanted);
        double squeezed = fitting < TIGHTEST ? 1 : fitting;
        table.getProperties().put(SQUEEZED, squeezed);
        double taken = 0;
        for (TableColumnBase<T, ?> column : others) {
            double width = Math.max(column.getMinWidth(), Math.floor(wanted(column) * squeezed));
            features.setColumnWidth(column, width);
            taken += width;
        }
        for (TableColumnBase<T, ?> column : wide) {
            features.setColumnWidth(column, Math.max(WIDE_AT_LEAST, Math.floor((room - taken) / wide.size())));
        }
        return true;
    }

    private static double wanted(TableColumnBase<?, ?> column) {
        return Math.clamp(column.getPrefWidth(), column.getMinWidth(), column.getMaxWidth());
    }

    /** The user pulls a column's edge: what it shall be without squeezing is kept. */
    private static <T> boolean drag(TableView.ResizeFeatures<T> features) {
        TableColumnBase<T, ?> column = features.getColumn();
        double width = column.getWidth() + features.getDelta();
        if (width < column.getMinWidth() || width > column.getMaxWidth()) {
            return false;
        }
        double squeezed = features.getTable().getProperties().get(SQUEEZED) instanceof Double before ? before : 1;
        column.setPrefWidth(width / squeezed);
        return true;
    }
}
