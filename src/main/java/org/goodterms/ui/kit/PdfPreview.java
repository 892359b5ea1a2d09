package org.goodterms.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Dimension2D;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Texts;

/**
 * Shows a document page by page as it is printed: zoom, fit to the width, a list of pages where there are several. Only
 * the pages in sight are drawn.
 */
public final class PdfPreview extends BorderPane {
    private static final double MARGIN = 48;
    private static final double LARGEST = 4;
    private static final double SMALLEST = 0.25;
    private static final double STEP = 1.2;
    private final Tasks tasks;
    private final Texts texts;
    private final ScrollPane scroll = new ScrollPane();
    private final VBox column = new VBox();
    private final VBox thumbs = new VBox();
    private final ScrollPane thumbList = new ScrollPane(thumbs);
    private final Label where = new Label();
    private final Label zoomed = new Label();
    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private final List<Paper> papers = new ArrayList<>();
    private boolean fitting = true;

    public PdfPreview(Desk desk) {
        this.tasks = desk.tasks();
        this.texts = desk.texts();
        column.getStyleClass().add("pages-column");
        scroll.getStyleClass().addAll("pages", "edge-to-edge");
        scroll.setContent(column);
        scroll.setFitToWidth(true);
        thumbs.getStyleClass().add("pages-list");
        thumbList.getStyleClass().addAll("pages", "edge-to-edge");
        thumbList.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        thumbList.setMinWidth(Region.USE_PREF_SIZE);
        setTop(bar());
        setCenter(scroll);
        scroll.viewportBoundsProperty().addListener((o, was, is) -> fit());
        scroll.vvalueProperty().addListener((o, was, is) -> look());
        column.heightProperty().addListener((o, was, is) -> look());
        zoom.addListener((o, was, is) -> resize());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setMinSize(0, 0);
        VBox.setVgrow(this, Priority.ALWAYS);
        HBox.setHgrow(this, Priority.ALWAYS);
    }

    private HBox bar() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        where.getStyleClass().add("muted");
        zoomed.getStyleClass().add("muted");
        zoomed.setMinWidth(44);
        zoomed.setAlignment(javafx.geometry.Pos.CENTER);
        HBox bar = new HBox(where, space,
                Buttons.icon(texts, Action.of("preview.smaller", "fth-zoom-out", () -> zoomBy(1 / STEP))), zoomed,
                Buttons.icon(texts, Action.of("preview.larger", "fth-zoom-in", () -> zoomBy(STEP))),
                Buttons.icon(texts, Action.of("preview.fit", "fth-maximize", this::fitWidth)));
        bar.getStyleClass().add("pages-bar");
        return bar;
    }

    /**
     * Shows a document.
     *
     * @param sizes   of each page, in points
     * @param drawing draws one page; called away from the window's thread
     */
    public void show(List<Dimension2D> sizes, PageImage.Drawing drawing) {
        papers.clear();
        thumbs.getChildren().clear();
        for (int i = 0; i < sizes.size(); i++) {
            int page = i;
            papers.add(new Paper(tasks, sizes.get(i), scale -> drawing.draw(page, scale)));
            Paper thumb = new Paper(tasks, sizes.get(i), scale -> drawing.draw(page, scale));
            thumb.zoom(84 / sizes.get(i).getWidth());
            thumb.getStyleClass().setAll("thumb");
            thumb.setOnMouseClicked(e -> go(page));
            thumbs.getChildren().add(thumb);
        }
        column.getChildren().setAll(papers);
        setLeft(sizes.size() > 1 ? thumbList : null);
        scroll.setVvalue(0);
        fit();
        resize();
        if (sizes.size() > 1) {
            thumbs.getChildren().stream().limit(12).forEach(thumb -> ((Paper) thumb).draw(1));
        }
    }

    public void show(Pages pages) {
        show(pages.sizes(), pages.drawing());
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && (event.getCode() == KeyCode.PLUS || event.getCode() == KeyCode.EQUALS)) {
            zoomBy(STEP);
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.MINUS) {
            zoomBy(1 / STEP);
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.DIGIT0) {
            fitWidth();
        } else {
            return;
        }
        event.consume();
    }

    public void fitWidth() {
        fitting = true;
        fit();
    }

    private void zoomBy(double factor) {
        fitting = false;
        zoom.set(Math.clamp(zoom.get() * factor, SMALLEST, LARGEST));
    }

    private void fit() {
        double room = scroll.getViewportBounds().getWidth() - MARGIN;
        if (fitting && !papers.isEmpty() && room > 100) {
            double widest = papers.stream().mapToDouble(p -> p.size().getWidth()).max().orElse(1);
            zoom.set(Math.clamp(room / widest, SMALLEST, 1.6));
        }
        look();
    }

    private void resize() {
        papers.forEach(paper -> paper.zoom(zoom.get()));
        zoomed.setText(Math.round(zoom.get() * 100) + "%");
        column.applyCss();
        column.layout();
        look();
    }

    private void look() {
        double seen = scroll.getViewportBounds().getHeight();
        double top = scroll.getVvalue() * Math.max(0, column.getHeight() - seen);
        double pixels = getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
        int current = 0;
        for (int i = 0; i < papers.size(); i++) {
            Paper paper = papers.get(i);
            boolean near = paper.getBoundsInParent().getMaxY() > top - seen && paper.getBoundsInParent().getMinY() < top + 2 * seen;
            if (near || i == 0) {
                paper.draw(Math.max(1, pixels));
            } else {
                paper.forget();
            }
            current = paper.getBoundsInParent().getMinY() < top + seen / 2 ? i : current;
        }
        where.setText(papers.isEmpty() ? "" : texts.get("preview.page", current + 1, papers.size()));
        for (int i = 0; i < thumbs.getChildren().size(); i++) {
            thumbs.getChildren().get(i).getStyleClass().setAll(i == current ? List.of("thumb", "now") : List.of("thumb"));
        }
    }

    private void go(int page) {
        double y = papers.get(page).getBoundsInParent().getMinY() - 20;
        scroll.setVvalue(y / Math.max(1, column.getHeight() - scroll.getViewportBounds().getHeight()));
    }
}
