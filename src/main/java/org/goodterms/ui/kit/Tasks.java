package org.goodterms.ui.kit;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Progress;

/**
 * Takes work away from the window's thread and brings its result back to it. All methods are called on the window's
 * thread, and all that they call back runs there.
 *
 * <p>An exception that comes out of work is our fault: nothing is called back, the fault goes to whoever was named at
 * construction. Work that stops because it was cancelled ends silently.
 */
public final class Tasks {

    /** Work away from the window's thread. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    private static final String LOADING = "task.loading";
    private final Executor work;
    private final Executor ui;
    private final Consumer<Throwable> faults;
    private final ObservableList<RunningTask> running = FXCollections.observableArrayList();
    private final Map<String, ReadOnlyBooleanWrapper> busy = new HashMap<>();
    private final Map<Object, RunningTask> loads = new IdentityHashMap<>();

    /**
     * @param work   where work runs: virtual threads in the program
     * @param ui     the window's thread: {@code Platform::runLater} in the program
     * @param faults shown what nobody expected
     */
    public Tasks(Executor work, Executor ui, Consumer<Throwable> faults) {
        this.work = work;
        this.ui = ui;
        this.faults = faults;
    }

    /** Tasks of the real window: one virtual thread for each piece of work. */
    public static Tasks threaded(Consumer<Throwable> faults) {
        return new Tasks(run -> Thread.ofVirtual().name("task").start(run), Platform::runLater, faults);
    }

    /** Tasks for tests: everything happens at once on the calling thread, and a fault is thrown to the caller. */
    public static Tasks inline() {
        return new Tasks(Runnable::run, Runnable::run, Tasks::rethrow);
    }

    /**
     * Does one act. While it runs, another call with the same key is ignored (a double click does nothing twice).
     *
     * @param key names the act, and is the text shown in the status strip while it runs
     */
    public <T> void run(String key, Work<Outcome<T>> act, Consumer<? super T> onResult,
                        Consumer<List<Problem>> onProblems) {
        ReadOnlyBooleanWrapper flag = flag(key);
        if (flag.get()) {
            return;
        }
        flag.set(true);
        start(new RunningTask(key, ui), act, () -> flag.set(false), outcome -> {
            switch (outcome) {
                case Outcome.Ok<T>(T value) -> onResult.accept(value);
                case Outcome.Refused<T>(List<Problem> problems) -> onProblems.accept(problems);
            }
        });
    }

    /**
     * Fetches something to show. A newer call for the same target replaces an older one, whose result is dropped.
     *
     * @param target what is being filled, compared by identity: usually the list or property itself
     */
    public <T> void load(Object target, Work<T> query, Consumer<? super T> onResult) {
        RunningTask task = new RunningTask(LOADING, ui);
        RunningTask before = loads.put(target, task);
        if (before != null) {
            before.cancel();
        }
        start(task, query, () -> loads.remove(target, task), result -> {
            if (!task.cancelled()) {
                onResult.accept(result);
            }
        });
    }

    /** Whether the act of that key is running: bind a button's disabled state to it. */
    public ReadOnlyBooleanProperty busy(String key) {
        return flag(key).getReadOnlyProperty();
    }

    /** What is running now, oldest first. */
    public ObservableList<RunningTask> running() {
        return running;
    }

    public void cancelAll() {
        List.copyOf(running).forEach(RunningTask::cancel);
    }

    private ReadOnlyBooleanWrapper flag(String key) {
        return busy.computeIfAbsent(key, k -> new ReadOnlyBooleanWrapper());
    }

    private <T> void start(RunningTask task, Work<T> piece, Runnable ended, Consumer<? super T> then) {
        running.add(task);
        work.execute(() -> {
            T result;
            try {
                result = piece.run(task);
            } catch (CancellationException e) {
                ui.execute(() -> end(task, ended));
                return;
            } catch (Throwable e) {
                ui.execute(() -> {
                    end(task, ended);
                    faults.accept(e);
                });
                return;
            }
            ui.execute(() -> {
                end(task, ended);
                then.accept(result);
            });
        });
    }

    private void end(RunningTask task, Runnable ended) {
        running.remove(task);
        ended.run();
    }

    private static void rethrow(Throwable fault) {
        switch (fault) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(fault);
        }
    }
}
