package org.goodterms.ui.kit;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.goodterms.kernel.Progress;

/** One piece of work that is under way: how far it is, and the way to stop it. */
public final class RunningTask implements Progress {
    private static final double UNKNOWN = -1;
    private final Executor ui;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ReadOnlyStringWrapper textKey;
    private final ReadOnlyDoubleWrapper part = new ReadOnlyDoubleWrapper(UNKNOWN);
    private volatile Step latest;

    private record Step(long done, long total, String textKey) {
    }

    RunningTask(String textKey, Executor ui) {
        this.ui = ui;
        this.textKey = new ReadOnlyStringWrapper(textKey);
        this.latest = new Step(0, 0, textKey);
    }

    /** Called by the work, from its thread, as often as it likes: the window hears of the latest step only. */
    @Override
    public void at(long done, long total, String key) {
        latest = new Step(done, total, key);
        if (scheduled.compareAndSet(false, true)) {
            ui.execute(this::publish);
        }
    }

    private void publish() {
        scheduled.set(false);
        Step step = latest;
        textKey.set(step.textKey());
        part.set(step.total() <= 0 ? UNKNOWN : Math.min(1, (double) step.done() / step.total()));
    }

    @Override
    public boolean cancelled() {
        return cancelled.get();
    }

    /** Asks the work to stop between two items. */
    public void cancel() {
        cancelled.set(true);
    }

    /** What is being done: a key of the text bundle. */
    public ReadOnlyStringProperty textKey() {
        return textKey.getReadOnlyProperty();
    }

    /** Between 0 and 1; -1 where the end is not known. */
    public ReadOnlyDoubleProperty part() {
        return part.getReadOnlyProperty();
    }
}
