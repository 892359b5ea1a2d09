package org.goodterms.ui.intake;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.intake.ImportKind;
import org.goodterms.intake.ImportReport;
import org.goodterms.intake.ImportService;
import org.goodterms.intake.LookService;
import org.goodterms.intake.Looked;
import org.goodterms.intake.Mapping;
import org.goodterms.intake.Program;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;
import org.goodterms.ui.kit.Desk;
import org.jspecify.annotations.Nullable;

/** An import, step by step: the file, its columns, a trial that changes nothing, and the import itself. */
public final class ImportViewModel {

    /** Where in the import one is. */
    public enum Step {
        FILE, COLUMNS, TRIAL, DONE
    }

    private final Desk desk;
    private final LookService looks;
    private final ImportService imports;
    private byte[] bytes = new byte[0];
    final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.FILE);
    final ObjectProperty<ImportKind> kind = new SimpleObjectProperty<>(ImportKind.CUSTOMERS);
    final StringProperty fileName = new SimpleStringProperty("");
    final ObjectProperty<@Nullable Looked> looked = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable ImportReport> report = new SimpleObjectProperty<>();
    final ObservableList<ImportReport.RowProblem> refused = FXCollections.observableArrayList();
    final ObservableList<String> saved = FXCollections.observableArrayList();
    final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());

    public ImportViewModel(Desk desk, LookService looks, ImportService imports) {
        this.desk = desk;
        this.looks = looks;
        this.imports = imports;
    }

    /** Reads a file and looks at it; the columns are the next step. */
    void choose(Path file) {
        ImportKind asked = kind.get();
        desk.tasks().run("import.look", progress -> looks.bytes(file).then(read -> {
            ImportKind what = looks.kindOf(read, asked);
            return looks.look(what, read, null).map(found -> new Chosen(what, read, found));
        }), chosen -> {
            problems.set(List.of());
            bytes = chosen.bytes();
            kind.set(chosen.kind());
            Looked found = chosen.looked();
            fileName.set(file.getFileName().toString());
            looked.set(found);
            loadSaved();
            step.set(Step.COLUMNS);
        }, problems::set);
    }

    private record Chosen(ImportKind kind, byte[] bytes, Looked looked) {
    }

    /** The program whose file it is, where it is known: its columns need no choice. */
    Optional<Program> program() {
        return looked.get() == null ? Optional.empty() : looked.get().program();
    }

    /** Reads a file of a known program as any other: its own columns, chosen by hand. */
    void byHand() {
        byte[] file = bytes;
        ImportKind what = kind.get();
        desk.tasks().load(looked, progress -> looks.look(what, file, Mapping.NOTHING).then(found -> looks.look(what, file,
                Mapping.NOTHING.with(what.propose(found.columns()), Map.of()))), outcome -> {
                    problems.set(outcome.problems());
                    outcome.ifOk(looked::set);
                });
    }

    private void loadSaved() {
        ImportKind what = kind.get();
        desk.tasks().load(saved, progress -> List.copyOf(looks.saved(what).keySet()), saved::setAll);
    }

    /** Looks again with what was told: another separator, encoding, date form. */
    void tell(Mapping told) {
        byte[] file = bytes;
        ImportKind what = kind.get();
        boolean columnsMove = looked.get() != null && (!java.util.Objects.equals(told.delimiter(), looked.get().mapping().delimiter())
                || !java.util.Objects.equals(told.header(), looked.get().mapping().header())
                || !java.util.Objects.equals(told.encoding(), looked.get().mapping().encoding()));
        desk.tasks().load(looked, progress -> looks.look(what, file, told).then(found -> columnsMove && found.mapping().fields().isEmpty()
                ? looks.look(what, file, told.with(what.propose(found.columns()), told.constants())) : org.goodterms.kernel.Outcome.ok(found)),
                outcome -> {
                    problems.set(outcome.problems());
                    outcome.ifOk(looked::set);
                });
    }

    /** Gives a field a column, a value for all rows, or neither. */
    void assign(String field, @Nullable String column, @Nullable String constant) {
        Looked now = looked.get();
        if (now == null) {
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>(now.mapping().fields());
        Map<String, String> constants = new LinkedHashMap<>(now.mapping().constants());
        fields.remove(field);
        constants.remove(field);
        if (column != null) {
            fields.put(field, column);
        }
        if (constant != null && !constant.isBlank()) {
            constants.put(field, constant);
        }
        if (!fields.equals(now.mapping().fields()) || !constants.equals(now.mapping().constants())) {
            tell(now.mapping().with(fields, constants));
        }
    }

    /** Fields that still lack a column. */
    List<String> lacking() {
        return looked.get() == null ? List.of() : LookService.lacking(kind.get(), looked.get().mapping());
    }

    void useSaved(String name) {
        Mapping mapping = looks.saved(kind.get()).get(name);
        if (mapping != null) {
            tell(mapping);
        }
    }

    void save(String name, Runnable closed, java.util.function.Consumer<List<Problem>> wrong) {
        Looked now = looked.get();
        ImportKind what = kind.get();
        if (now != null) {
            desk.tasks().run("import.save_mapping", progress -> looks.save(what, name, now.mapping()), kept -> {
                closed.run();
                loadSaved();
                desk.overlay().toast(desk.texts().get("import.mapping_saved", kept));
            }, wrong);
        }
    }

    /** Says what an import would do, and changes nothing. */
    void attempt() {
        run("import.trial", true, false, Step.TRIAL);
    }

    /** @param keepGood brings in the good rows although others are refused */
    void bring(boolean keepGood) {
        run("import.bring", false, keepGood, Step.DONE);
    }

    private void run(String key, boolean dry, boolean keepGood, Step then) {
        Looked now = looked.get();
        if (now == null) {
            return;
        }
        ImportService.Order order = new ImportService.Order(kind.get(), bytes,
                now.program().isPresent() ? null : looks.mapFile(now.mapping()), dry, keepGood);
        ImportReport tried = report.get();
        long rows = tried == null || dry ? 0 : tried.rows();
        desk.tasks().run(key, progress -> imports.run(order, of(progress, rows)), made -> {
            problems.set(List.of());
            report.set(made);
            refused.setAll(made.errors());
            step.set(then);
        }, problems::set);
    }

    /** A trial has counted the rows: from then on the end is known. */
    private static Progress of(Progress progress, long rows) {
        return new Progress() {
            @Override
            public void at(long done, long total, String textKey) {
                progress.at(done, rows, textKey);
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }

    void back() {
        problems.set(List.of());
        step.set(step.get() == Step.TRIAL ? Step.COLUMNS : Step.FILE);
    }

    /** Begins with another file. */
    void another(ImportKind next) {
        kind.set(next);
        looked.set(null);
        report.set(null);
        refused.clear();
        problems.set(List.of());
        step.set(Step.FILE);
    }
}
