package org.goodterms.ui.kit;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import org.goodterms.kernel.Changes;
import org.jspecify.annotations.Nullable;

/**
 * What a screen loads, and on which changes it loads again. A screen calls {@link #start} in {@code onShow} and
 * {@link #stop} in {@code onHide}: what has changed meanwhile is loaded when it is shown again, and nothing else is.
 */
public final class Subscriptions {

    private static final class Reload {
        private final Runnable load;
        private final Set<Class<?>> about;
        private boolean due = true;

        private Reload(Runnable load, Set<Class<?>> about) {
            this.load = load;
            this.about = about;
        }
    }

    private final Executor ui;
    private final List<Reload> reloads = new ArrayList<>();
    private boolean shown;
    private @Nullable Runnable unsubscribe;

    /**
     * Listens until {@link #close}, or until nobody holds this object any more.
     *
     * @param ui the window's thread; changes are told on the thread that committed
     */
    public Subscriptions(Changes changes, Executor ui) {
        this.ui = ui;
        this.unsubscribe = listen(changes, new WeakReference<>(this));
    }

    private static Runnable listen(Changes changes, WeakReference<Subscriptions> weakly) {
        Runnable[] stop = new Runnable[1];
        stop[0] = changes.subscribe(touched -> {
            Subscriptions alive = weakly.get();
            if (alive == null) {
                stop[0].run();
            } else {
                alive.ui.execute(() -> alive.touched(touched));
            }
        });
        return stop[0];
    }

    public Subscriptions(Changes changes) {
        this(changes, Subscriptions::onWindow);
    }

    private static void onWindow(Runnable run) {
        Platform.runLater(run);
    }

    /** Loads at the first {@link #start}, and again when one of these record classes was touched. */
    public Subscriptions on(Runnable load, Class<?>... about) {
        reloads.add(new Reload(load, Set.of(about)));
        return this;
    }

    public void start() {
        shown = true;
        loadWhatIsDue();
    }

    public void stop() {
        shown = false;
    }

    /** For good: nothing is loaded any more. */
    public void close() {
        stop();
        if (unsubscribe != null) {
            unsubscribe.run();
            unsubscribe = null;
        }
    }

    private void touched(Set<Class<?>> classes) {
        for (Reload reload : reloads) {
            reload.due |= reload.about.stream().anyMatch(classes::contains);
        }
        if (shown) {
            loadWhatIsDue();
        }
    }

    private void loadWhatIsDue() {
        for (Reload reload : reloads) {
            if (reload.due) {
                reload.due = false;
                reload.load.run();
            }
        }
    }
}
