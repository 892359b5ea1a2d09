package org.goodterms.secret;

import java.util.Optional;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/** All secrets: in the keychain where it works, otherwise in the vault. */
public final class Secrets {
    private static final int LONGEST_NAME = 400;
    private static final int LONGEST_SECRET = 1000;
    private final SecretPlace keychain;
    private final SecretPlace vault;

    /** Where a secret lies, to be told honestly to its owner. */
    public enum Kept {
        /** In the keychain of the operating system. */
        KEYCHAIN("secret.kept_in_keychain"),
        /** In a file encrypted by a passphrase. */
        PASSPHRASE("secret.kept_by_passphrase"),
        /** In a file encrypted by a key that lies beside it, readable by this user only. */
        KEY_FILE("secret.kept_by_key_file");

        private final String textKey;

        Kept(String textKey) {
            this.textKey = textKey;
        }

        public String textKey() {
            return textKey;
        }
    }

    /** @param vault used where {@code keychain} refuses */
    public Secrets(SecretPlace keychain, SecretPlace vault) {
        this.keychain = keychain;
        this.vault = vault;
    }

    /**
     * The secret of that name; empty where none is kept. Refused where the vault cannot be opened, or where the keychain
     * did not answer and may be the one that has it.
     */
    public Outcome<Optional<String>> get(String name) {
        Outcome<Optional<String>> first = keychain.get(name);
        if (first instanceof Outcome.Ok<Optional<String>>(Optional<String> found) && found.isPresent()) {
            return first;
        }
        Outcome<Optional<String>> second = vault.get(name);
        boolean nowhere = second instanceof Outcome.Ok<Optional<String>>(Optional<String> found) && found.isEmpty();
        return nowhere && isSilent(first) ? first : second;
    }

    private static boolean isSilent(Outcome<?> answer) {
        return answer.problems().stream().anyMatch(problem -> !problem.code().equals("secret.no_keychain"));
    }

    /** Keeps a secret and says where. */
    public Outcome<Kept> put(String name, String secret) {
        if (secret.isEmpty() || secret.length() > LONGEST_SECRET || secret.indexOf('\0') >= 0
                || name.isBlank() || name.length() > LONGEST_NAME) {
            return Outcome.refused(Problem.at("password", "secret.not_kept", LONGEST_SECRET));
        }
        Outcome<Kept> kept = keychain.put(name, secret);
        if (kept.isOk()) {
            vault.remove(name);
            return kept;
        }
        return vault.put(name, secret);
    }

    /** Forgets it everywhere; {@code false} where there was none. */
    public Outcome<Boolean> remove(String name) {
        boolean fromKeychain = keychain.remove(name) instanceof Outcome.Ok<Boolean>(Boolean was) && was;
        return vault.remove(name).map(was -> was || fromKeychain);
    }
}
