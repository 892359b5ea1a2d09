package org.goodterms.ui.bank;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.goodterms.App;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Place;

/** Tells the navigator which screens there are about the bank. */
public final class BankScreens {

    private BankScreens() {
    }

    /** A file dropped anywhere on the window leads to the bank, which looks at it. */
    public static void register(Desk desk, App app) {
        desk.navigator().route("bank", "bank", place -> {
            BankViewModel model = new BankViewModel(desk, new BankViewModel.Rooms(app.bank().lines(), app.bank().imports(),
                    app.bank().matching(), app.payments(), app.customers(), app.ledger(), app.bank().learned()), app.company().company().currency());
            if (place.about() instanceof Path file) {
                model.choose(file);
            }
            return new BankView(desk, model);
        });
        desk.overlay().addEventHandler(DragEvent.DRAG_OVER, BankScreens::over);
        desk.overlay().addEventHandler(DragEvent.DRAG_DROPPED, event -> dropped(desk, event));
    }

    private static void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
    }

    private static void dropped(Desk desk, DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        if (!files.isEmpty()) {
            desk.navigator().go(Place.of("bank", files.getFirst().toPath()));
        }
    }
}
