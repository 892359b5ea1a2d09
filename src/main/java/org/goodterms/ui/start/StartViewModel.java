package org.goodterms.ui.start;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.Bookcase;
import org.goodterms.Bookcase.Answer;
import org.goodterms.Bookcase.Recent;
import org.goodterms.Bookcase.Suspect;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.ui.kit.Tasks;
import org.jspecify.annotations.Nullable;

/** Which book to open. Whatever opens one ends here; what does not says why, and nothing has changed. */
public final class StartViewModel {

    /** What is shown. */
    public enum Step {
        CHOOSE, MAKE, RECOVER
    }

    private final Tasks tasks;
    private final Bookcase books;
    private final BiConsumer<Bookcase.Opened, Boolean> open;
    final ObservableList<Recent> recent = FXCollections.observableArrayList();
    final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.CHOOSE);
    final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<@Nullable Suspect> suspect = new SimpleObjectProperty<>();
    final BooleanProperty working = new SimpleBooleanProperty();
    final FoundingFields founding;
    private boolean toImport;

    /** @param open shows an open book instead of this screen, at the import where the second is true */
    public StartViewModel(Tasks tasks, Bookcase books, BiConsumer<Bookcase.Opened, Boolean> open) {
        this.tasks = tasks;
        this.books = books;
        this.open = open;
        this.founding = new FoundingFields(books);
        working.bind(tasks.busy("start.opening").map(is -> is || tasks.busy("start.making").get()));
    }

    /** Reads which books were opened before. */
    public void load() {
        tasks.load(recent, progress -> books.recent(), recent::setAll);
    }

    public void open(String place) {
        run("start.opening", progress -> books.open(place));
    }

    void sample() {
        run("start.making", books::sample);
    }

    boolean hasSample() {
        return books.hasSample();
    }

    void make() {
        List<Problem> wrong = founding.problems();
        if (!wrong.isEmpty()) {
            problems.set(wrong);
            return;
        }
        run("start.making", progress -> books.make(founding.place.get(), founding.founding()));
    }

    /** Opens the copy of a book that is not what it was, to look at only. */
    void look() {
        Suspect found = suspect.get();
        if (found != null) {
            run("start.opening", progress -> books.look(found));
        }
    }

    /** Goes on with a book as it is. */
    void accept() {
        Suspect found = suspect.get();
        if (found != null) {
            run("start.opening", progress -> books.accept(found));
        }
    }

    void toMake() {
        toImport = false;
        problems.set(List.of());
        step.set(Step.MAKE);
    }

    /** Makes a book, and goes on to bring in what another program holds. */
    void toImport() {
        toMake();
        toImport = true;
    }

    void back() {
        toImport = false;
        problems.set(List.of());
        suspect.set(null);
        step.set(Step.CHOOSE);
        load();
    }

    private void run(String key, Tasks.Work<Answer> work) {
        problems.set(List.of());
        tasks.<Answer>run(key, progress -> Outcome.ok(work.run(progress)), this::answered, problems::set);
    }

    private void answered(Answer answer) {
        switch (answer) {
            case Bookcase.Opened opened -> open.accept(opened, toImport);
            case Bookcase.Refused refused -> problems.set(refused.problems());
            case Suspect found -> {
                suspect.set(found);
                step.set(Step.RECOVER);
            }
        }
    }
}
