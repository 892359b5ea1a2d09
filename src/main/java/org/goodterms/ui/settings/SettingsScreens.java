package org.goodterms.ui.settings;

import org.goodterms.App;
import org.goodterms.ui.kit.Desk;

/** Tells the navigator which screen there is for the settings. */
public final class SettingsScreens {

    private SettingsScreens() {
    }

    public static void register(Desk desk, App app, SettingsView.Look look) {
        desk.navigator().route("settings", "settings", place -> {
            SettingsView settings = new SettingsView(desk, app, look);
            String subject = place.about(String.class);
            if (subject != null) {
                settings.about(SettingsView.Subject.valueOf(subject));
            }
            return settings;
        });
    }
}
