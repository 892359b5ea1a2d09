package org.goodterms.ui.policy;

import org.goodterms.App;
import org.goodterms.reminder.Policies.Subject;
import org.goodterms.ui.kit.Desk;

/** Tells the navigator where policies are edited. */
public final class PolicyScreens {
    private PolicyScreens() {
    }

    public static void register(Desk desk, App app) {
        desk.navigator().route("policy", "reminders", place -> {
            Subject subject = place.about(Subject.class);
            return new PolicyView(desk, new PolicyViewModel(desk, app.reminders().policies(), subject == null ? Subject.COMPANY : subject));
        });
        desk.navigator().route("policy.texts", "reminders", place -> new TextsView(desk, new TextsViewModel(desk, app.reminders().texts())));
    }
}
