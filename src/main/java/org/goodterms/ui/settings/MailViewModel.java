package org.goodterms.ui.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.MailService;
import org.goodterms.ui.kit.Desk;

/** The mail account as it is typed, tried and stored. */
public final class MailViewModel {
    private static final List<String> FIELDS = List.of("host", "port", "security", "user", "from", "fromName", "replyTo");
    private final Desk desk;
    private final MailService mail;
    private final Map<String, StringProperty> fields = new TreeMap<>();
    final StringProperty password = new SimpleStringProperty("");
    final StringProperty result = new SimpleStringProperty("");
    final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());

    public MailViewModel(Desk desk, MailService mail) {
        this.desk = desk;
        this.mail = mail;
        FIELDS.forEach(name -> fields.put(name, new SimpleStringProperty("")));
        field("security").set("starttls");
    }

    StringProperty field(String name) {
        return fields.get(name);
    }

    void load() {
        desk.tasks().load(fields, progress -> mail.settings(), stored -> stored.forEach((name, value) -> {
            if (!value.isEmpty()) {
                field(name).set(value);
            }
        }));
    }

    private Map<String, String> typed() {
        Map<String, String> typed = new HashMap<>();
        fields.forEach((name, value) -> typed.put(name, value.get() == null ? "" : value.get().strip()));
        return typed;
    }

    /** Tries what is typed; says what was reached or what to change. */
    void test() {
        result.set("");
        Map<String, String> typed = typed();
        String secret = password.get();
        desk.tasks().run("settings.mail.test", progress -> mail.test(typed, secret), host -> {
            problems.set(List.of());
            result.set(desk.texts().get("settings.mail.works", host));
        }, problems::set);
    }

    /** Stores the account, and the password where one was typed; an empty server takes the account away. */
    void save() {
        Map<String, String> typed = typed();
        String secret = password.get();
        if (typed.get("host").isEmpty()) {
            forget();
            return;
        }
        desk.tasks().run("settings.mail.save", progress -> mail.save(typed, secret), where -> {
            problems.set(List.of());
            password.set("");
            desk.overlay().toast(desk.texts().get(where.isEmpty() ? "settings.saved" : where));
        }, problems::set);
    }

    private void forget() {
        desk.tasks().run("settings.mail.save", progress -> mail.settings().isEmpty() ? Outcome.ok(true) : mail.forget(),
                gone -> desk.overlay().toast(desk.texts().get("settings.saved")), problems::set);
    }
}
