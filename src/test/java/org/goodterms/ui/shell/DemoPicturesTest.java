package org.goodterms.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.goodterms.fixture.Screenshots;
import org.goodterms.fixture.Screenshots.Size;
import org.goodterms.fixture.Window;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Place;
import org.junit.jupiter.api.Test;

/** Pictures of every part of the kit, light and dark: for looking at, and none of them may be empty or fail. */
class DemoPicturesTest {

    private static void pictures(String name, String section, java.util.function.Consumer<DemoScreens> then, List<Size> sizes) throws Exception {
        MainWindow[] window = new MainWindow[1];
        DemoScreens demo = Window.on(DemoScreens::new);
        Window.run(() -> {
            window[0] = demo.window();
            demo.desk.navigator().home(Place.of(section));
        });
        for (Path file : Screenshots.of("kit-" + name, window[0].root(), sizes, () -> then.accept(demo))) {
            assertThat(Files.size(file)).as(file.toString()).isGreaterThan(15_000);
        }
    }

    @Test
    void key_figures_and_charts() throws Exception {
        pictures("today", "today", demo -> { }, Size.ALL);
    }

    @Test
    void a_long_list_and_an_empty_one() throws Exception {
        pictures("list", "invoices", demo -> { }, Size.ALL);
        pictures("empty", "payments", demo -> { }, List.of(Size.USUAL));
    }

    @Test
    void a_form_with_problems() throws Exception {
        pictures("form", "customers", demo -> { }, List.of(Size.USUAL, Size.SMALL));
    }

    @Test
    void a_preview_beside_a_list() throws Exception {
        pictures("split", "followups", demo -> { }, List.of(Size.USUAL));
    }

    @Test
    void notices_and_dialogs() throws Exception {
        pictures("toast", "invoices", demo -> {
            demo.desk.overlay().undoable("Follow-up done: ask Brightwater about the second reminder", () -> { });
            demo.desk.overlay().toast("Invoice INV-2026-1042 issued");
        }, List.of(Size.USUAL));
        pictures("confirm", "invoices", demo -> demo.desk.overlay().confirm("Issue INV-2026-1042?",
                "An issued invoice cannot be changed any more; it is corrected by a credit note.",
                Action.of("Issue", "fth-send", () -> { })), List.of(Size.USUAL));
        pictures("fault", "today", demo -> demo.desk.overlay().fault(new IllegalStateException("no such row"), () -> { }),
                List.of(Size.USUAL));
    }

    @Test
    void the_palette() throws Exception {
        MainWindow[] window = new MainWindow[1];
        DemoScreens demo = Window.on(DemoScreens::new);
        Window.run(() -> {
            window[0] = demo.window();
            demo.desk.navigator().home(Place.of("invoices"));
        });
        assertThat(Screenshots.of("kit-palette", window[0].root(), List.of(Size.USUAL), () -> window[0].palette(false)))
                .hasSize(2);
    }
}
