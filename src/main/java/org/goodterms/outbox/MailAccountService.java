package org.goodterms.outbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodterms.company.CompanyService;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Outcome;
import org.goodterms.mail.ConnectionTest;
import org.goodterms.mail.MailAccount;

/** The firm's mail account: kept in the book's settings without its password, tried without sending anything. */
public final class MailAccountService {
    /** The fields of an account, as typed and as named in problems. */
    public static final List<String> FIELDS = List.of("host", "port", "security", "user", "from", "fromName", "replyTo");
    private static final String PREFIX = "mail.";
    private final Database db;
    private final CompanyService companies;

    public MailAccountService(Database db, CompanyService companies) {
        this.db = db;
        this.companies = companies;
    }

    /** What is stored, by field; where no account is set up, empty texts. */
    public Map<String, String> settings() {
        return db.read(this::settings);
    }

    private Map<String, String> settings(Tx tx) {
        Map<String, String> settings = new LinkedHashMap<>();
        FIELDS.forEach(field -> settings.put(field, companies.setting(tx, PREFIX + field).orElse("")));
        return settings;
    }

    /** The account to send by; empty where none is set up, or where what is stored is none any more. */
    public Optional<MailAccount> account() {
        Map<String, String> settings = settings();
        return settings.get("host").isEmpty() ? Optional.empty()
                : MailAccount.read(settings) instanceof Outcome.Ok<MailAccount>(MailAccount account)
                ? Optional.of(account) : Optional.empty();
    }

    /** Stores an account; refused with a problem for each field that is wrong. An empty host takes the account away. */
    public Outcome<Map<String, String>> save(Map<String, String> typed) {
        if (typed.getOrDefault("host", "").isBlank()) {
            return store(Map.of());
        }
        return MailAccount.read(typed).then(account -> store(account.settings()));
    }

    private Outcome<Map<String, String>> store(Map<String, String> settings) {
        return db.write(tx -> {
            FIELDS.forEach(field -> companies.putSetting(tx, PREFIX + field, settings.getOrDefault(field, "")));
            return Outcome.ok(settings(tx));
        });
    }

    /**
     * Tries what was typed: reaches the server, encrypts, logs in, sends nothing. Takes at most half a minute.
     *
     * @return the host reached; or what to change, at its field
     */
    public Outcome<String> test(Map<String, String> typed, String password) {
        return MailAccount.read(typed).then(account -> new ConnectionTest().run(account, password));
    }
}
