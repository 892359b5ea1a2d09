package org.goodterms.kernel;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Says after a commit which record classes were touched; open screens then query again. Carries no payload, so nothing
 * can go stale. Listeners are called on the thread that committed.
 */
public final class Changes {
    private final List<Consumer<Set<Class<?>>>> listeners = new CopyOnWriteArrayList<>();

    /** @return runs once to stop listening */
    public Runnable subscribe(Consumer<Set<Class<?>>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public void publish(Set<Class<?>> touched) {
        if (!touched.isEmpty()) {
            listeners.forEach(listener -> listener.accept(touched));
        }
    }
}
