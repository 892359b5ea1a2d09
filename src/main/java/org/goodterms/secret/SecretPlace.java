package org.goodterms.secret;

import java.util.Optional;
import org.goodterms.kernel.Outcome;

/** Keeps secrets by name. Whatever is wrong with it is a refusal, never an exception. */
public interface SecretPlace {

    /** The secret of that name; empty where it has none. */
    Outcome<Optional<String>> get(String name);

    /** Keeps it, in the place of an earlier one. */
    Outcome<Secrets.Kept> put(String name, String secret);

    /** Forgets it; {@code false} where there was none. */
    Outcome<Boolean> remove(String name);
}
