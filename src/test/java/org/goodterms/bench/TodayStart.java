package org.goodterms.bench;

import java.nio.file.Path;
import java.time.Clock;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.goodterms.Bookcase;
import org.goodterms.Desktop;
import org.goodterms.ui.kit.Preferences;
import org.goodterms.ui.kit.Tasks;

/** The program in a process of its own: says READY when the Today page is painted and can be clicked, and ends. */
public final class TodayStart {

    private TodayStart() {
    }

    /** @param args the user's home, the book */
    public static void main(String[] args) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        Clock clock = Clock.systemDefaultZone();
        Platform.startup(() -> {
            Desktop desktop = new Desktop(new Stage(), new Bookcase(Path.of(args[0]), clock, null), clock, Preferences.forgetful(),
                    overlay -> Tasks.threaded(fault -> System.out.println(fault)));
            desktop.show(Path.of(args[1]));
            new AnimationTimer() {
                private int painted;

                @Override
                public void handle(long now) {
                    Node today = desktop.stage().getScene().getRoot().lookup("#go-today");
                    painted = today != null && !today.isDisabled() ? painted + 1 : 0;
                    if (painted == 3) {
                        System.out.println("READY");
                        System.out.flush();
                        Runtime.getRuntime().halt(0);
                    }
                }
            }.start();
        });
    }
}
