package org.goodterms.ui.intake;

import org.goodterms.App;
import org.goodterms.ui.kit.Desk;

/** Tells the navigator where files are brought in. */
public final class ImportScreens {
    private ImportScreens() {
    }

    public static void register(Desk desk, App app) {
        desk.navigator().route("import", "customers", place -> new ImportView(desk, new ImportViewModel(desk, app.imports().looks(), app.imports())));
    }
}
