package org.goodterms.ui.intake;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.goodterms.intake.ImportKind;
import org.goodterms.intake.ImportReport;
import org.goodterms.kernel.Texts;
import org.goodterms.ui.intake.ImportViewModel.Step;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.Shortcut;

/** Brings customers, invoices or payments in from a file, in three steps; nothing happens before the last. */
public final class ImportView implements Screen {
    private final Desk desk;
    private final Texts texts;
    private final ImportViewModel model;
    private final Label banner = new Label();
    private final FileStep file;
    private final ColumnsStep columns;
    private final TrialStep trial;
    private final Page page;
    private List<Action> actions = List.of();

    public ImportView(Desk desk, ImportViewModel model) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.file = new FileStep(desk, model);
        this.columns = new ColumnsStep(desk, model);
        this.trial = new TrialStep(desk, model);
        this.page = new Page(texts.get(titleKey()));
        banner.getStyleClass().add("form-banner");
        banner.setWrapText(true);
        banner.setMinHeight(Region.USE_PREF_SIZE);
        banner.setMaxWidth(Double.MAX_VALUE);
        banner.setVisible(false);
        banner.managedProperty().bind(banner.visibleProperty());
        model.problems.addListener((o, was, is) -> {
            banner.setText(String.join("\n", is.stream().map(texts::of).toList()));
            banner.setVisible(!is.isEmpty());
        });
        model.step.addListener((o, was, is) -> show());
        model.report.addListener((o, was, is) -> show());
        page.sub().textProperty().bind(Bindings.createStringBinding(() -> texts.get("import.step." + model.step.get().name()
                .toLowerCase(java.util.Locale.ROOT), model.fileName.get()), model.step, model.fileName));
        show();
    }

    private void show() {
        ImportReport report = model.report.get();
        switch (model.step.get()) {
            case FILE -> {
                buttons();
                page.content(banner, file.node());
            }
            case COLUMNS -> {
                buttons(back(), Action.of("import.trial", "fth-play", model::attempt).on(Shortcut.COMMIT).disabledWhile(
                        Bindings.createBooleanBinding(() -> !model.lacking().isEmpty() || model.looked.get() != null
                                && !model.looked.get().unclear().isEmpty() || desk.tasks().busy("import.trial").get(), model.looked,
                                desk.tasks().busy("import.trial"))));
                page.scrolling(banner, columns.node());
            }
            case TRIAL -> {
                boolean all = report != null && report.errors().isEmpty();
                buttons(back(), Action.of(all ? "import.bring" : "import.keep_good", "fth-download", () -> model.bring(!all))
                        .on(Shortcut.COMMIT).disabledWhile(Bindings.createBooleanBinding(() -> report == null
                                || report.imported() == 0 || desk.tasks().busy("import.bring").get(), desk.tasks().busy("import.bring"))));
                if (report != null) {
                    page.content(banner, trial.node(report, false));
                }
            }
            case DONE -> {
                buttons(Action.of("import.another", "fth-upload", () -> model.another(next())), Action.of("import.look_at", "fth-arrow-right",
                        () -> desk.navigator().home(Place.of(shownAt()))));
                if (report != null) {
                    page.content(banner, trial.node(report, true));
                }
            }
        }
    }

    private Action back() {
        return Action.of("shortcut.back", "fth-arrow-left", model::back);
    }

    /** Customers are followed by their invoices, these by payments. */
    private ImportKind next() {
        return model.kind.get() == ImportKind.CUSTOMERS ? ImportKind.INVOICES : ImportKind.PAYMENTS;
    }

    private String shownAt() {
        String place = model.kind.get() == ImportKind.INVOICES ? "aging" : model.kind.get().word();
        return desk.navigator().knows(place) ? place : "customers";
    }

    private void buttons(Action... all) {
        actions = List.of(all);
        Button[] buttons = new Button[all.length];
        for (int i = 0; i < all.length; i++) {
            buttons[i] = i == all.length - 1 ? Buttons.primary(texts, all[i]) : Buttons.of(texts, all[i]);
        }
        page.actions(new HBox(8, buttons));
    }

    @Override
    public String titleKey() {
        return "import";
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public Node firstFocus() {
        return model.step.get() == Step.FILE ? page.lookup("#import-choose") == null ? page : page.lookup("#import-choose") : page;
    }
}
