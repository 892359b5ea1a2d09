package org.goodterms.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

class NavigatorTest {
    private final List<String> told = new ArrayList<>();
    private final Navigator navigator = new Navigator();

    private final class Told implements Screen {
        private final String name;
        private final Node node = new Group();

        private Told(Place place) {
            name = place.kind() + (place.about() == null ? "" : place.about());
        }

        @Override
        public String titleKey() {
            return name;
        }

        @Override
        public Node node() {
            return node;
        }

        @Override
        public void onShow() {
            told.add("+" + name);
        }

        @Override
        public void onHide() {
            told.add("-" + name);
        }
    }

    private NavigatorTest() {
        navigator.route("list", "list", Told::new);
        navigator.route("one", "list", Told::new);
        navigator.route("other", "other", Told::new);
    }

    @Test
    void back_shows_the_very_screen_again() {
        navigator.home(Place.of("list"));
        Screen list = navigator.current().get();
        navigator.go(Place.of("one", 7));
        assertThat(navigator.canGoBack().get()).isTrue();
        navigator.back();
        assertThat(navigator.current().get()).isSameAs(list);
        assertThat(navigator.canGoBack().get()).isFalse();
        assertThat(told).containsExactly("+list", "-list", "+one7", "-one7", "+list");
    }

    @Test
    void the_side_bar_forgets_the_way_back() {
        navigator.home(Place.of("list"));
        navigator.go(Place.of("one", 7));
        navigator.home(Place.of("other"));
        assertThat(navigator.canGoBack().get()).isFalse();
        assertThat(navigator.section().get()).isEqualTo("other");
        navigator.back();
        assertThat(navigator.section().get()).isEqualTo("other");
    }

    @Test
    void replacing_takes_the_present_screen_out_of_the_way_back() {
        navigator.home(Place.of("list"));
        navigator.go(Place.of("one", "new"));
        navigator.replace(Place.of("one", 7));
        navigator.back();
        assertThat(navigator.current().get().titleKey()).isEqualTo("list");
    }

    @Test
    void going_where_one_is_does_nothing() {
        navigator.home(Place.of("list"));
        navigator.go(Place.of("list"));
        assertThat(told).containsExactly("+list");
    }

    @Test
    void a_place_without_screen_is_a_fault() {
        assertThatThrownBy(() -> navigator.go(Place.of("nowhere"))).hasMessageContaining("nowhere");
    }
}
