package org.goodterms.ui.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Which screen is shown, and the way back. Screens left stay as they were, so that going back finds the list where it
 * was; at most {@value #DEPTH} are kept.
 */
public final class Navigator {
    private static final int DEPTH = 30;

    private record Route(String section, Function<Place, Screen> screen) {
    }

    private record Shown(Place place, String section, Screen screen) {
    }

    private final Map<String, Route> routes = new HashMap<>();
    private final Deque<Shown> past = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable Screen> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<String> section = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private @Nullable Shown now;

    /**
     * Says which screen a kind of place has.
     *
     * @param section the side bar's entry that is lit while it is shown
     */
    public void route(String kind, String section, Function<Place, Screen> screen) {
        routes.put(kind, new Route(section, screen));
    }

    public boolean knows(String kind) {
        return routes.containsKey(kind);
    }

    /** Goes to a place; the present screen is kept for the way back. */
    public void go(Place place) {
        Route route = routes.get(place.kind());
        if (route == null) {
            throw new IllegalArgumentException("no screen for " + place.kind());
        }
        if (now != null && now.place().equals(place)) {
            return;
        }
        if (now != null) {
            past.push(now);
            if (past.size() > DEPTH) {
                past.removeLast();
            }
        }
        show(new Shown(place, route.section(), route.screen().apply(place)));
    }

    /** Goes to a place instead of the present one: from "new invoice" to the invoice, say. Back skips the present one. */
    public void replace(Place place) {
        hide();
        now = null;
        go(place);
    }

    /** Goes to a place of the side bar: there is no way back from it. */
    public void home(Place place) {
        past.clear();
        if (now == null || !now.place().equals(place)) {
            hide();
            now = null;
            go(place);
        }
        canGoBack.set(false);
    }

    /** Back to where we came from; nothing where we came from nowhere. */
    public void back() {
        if (!past.isEmpty()) {
            show(past.pop());
        }
    }

    private void show(Shown next) {
        hide();
        now = next;
        section.set(next.section());
        canGoBack.set(!past.isEmpty());
        current.set(next.screen());
        next.screen().onShow();
    }

    private void hide() {
        if (now != null && current.get() == now.screen()) {
            now.screen().onHide();
        }
    }

    public ReadOnlyObjectProperty<@Nullable Screen> current() {
        return current.getReadOnlyProperty();
    }

    /** The side bar's entry to light. */
    public ReadOnlyObjectProperty<String> section() {
        return section.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoBack() {
        return canGoBack.getReadOnlyProperty();
    }
}
