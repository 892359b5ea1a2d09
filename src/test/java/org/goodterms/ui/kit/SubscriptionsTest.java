package org.goodterms.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.goodterms.kernel.Changes;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
    private final Changes changes = new Changes();
    private final List<String> loads = new ArrayList<>();
    private final Subscriptions subscriptions = new Subscriptions(changes, Runnable::run)
            .on(() -> loads.add("texts"), String.class).on(() -> loads.add("numbers"), Integer.class, Long.class);

    @Test
    void everything_is_loaded_at_the_first_showing_and_nothing_at_the_second() {
        subscriptions.start();
        subscriptions.stop();
        subscriptions.start();
        assertThat(loads).containsExactly("texts", "numbers");
    }

    @Test
    void a_change_reloads_what_it_is_about() {
        subscriptions.start();
        loads.clear();
        changes.publish(Set.of(Long.class));
        assertThat(loads).containsExactly("numbers");
    }

    @Test
    void changes_while_hidden_are_loaded_when_shown_again() {
        subscriptions.start();
        subscriptions.stop();
        loads.clear();
        changes.publish(Set.of(String.class));
        changes.publish(Set.of(String.class));
        assertThat(loads).isEmpty();
        subscriptions.start();
        assertThat(loads).containsExactly("texts");
    }

    @Test
    void after_close_nothing_is_loaded() {
        subscriptions.start();
        subscriptions.close();
        loads.clear();
        changes.publish(Set.of(String.class));
        assertThat(loads).isEmpty();
    }
}
