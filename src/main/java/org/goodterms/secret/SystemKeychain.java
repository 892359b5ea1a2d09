package org.goodterms.secret;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The keychain of the operating system: Windows Credential Manager, macOS Keychain, Secret Service or KWallet on Linux.
 * It may ask its owner for a password of its own, so each call waits, but not for ever.
 */
public final class SystemKeychain implements SecretPlace {
    private static final String SERVICE = "Good Terms";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("keychain").factory());
    private @Nullable Keyring keyring;
    private volatile @Nullable Problem given;

    @Override
    public Outcome<Optional<String>> get(String name) {
        return asked(() -> {
            try {
                return Optional.ofNullable(open().getPassword(SERVICE, name));
            } catch (PasswordAccessException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Outcome<Secrets.Kept> put(String name, String secret) {
        return asked(() -> {
            open().setPassword(SERVICE, name, secret);
            return Secrets.Kept.KEYCHAIN;
        });
    }

    @Override
    public Outcome<Boolean> remove(String name) {
        return asked(() -> {
            try {
                open().deletePassword(SERVICE, name);
                return true;
            } catch (PasswordAccessException e) {
                return false;
            }
        });
    }

    private Keyring open() throws BackendNotSupportedException {
        Keyring open = keyring;
        if (open == null) {
            open = Keyring.create();
            keyring = open;
        }
        return open;
    }

    /** A keychain that is not there, or once was silent, is not asked again by this program. */
    private <T> Outcome<T> asked(Callable<T> question) {
        Problem before = given;
        if (before != null) {
            return Outcome.refused(before);
        }
        Future<T> answer = worker.submit(() -> {
            try {
                return question.call();
            } catch (LinkageError e) {
                // the system lacks a library that the keychain needs
                throw new BackendNotSupportedException(e.toString());
            }
        });
        try {
            return Outcome.ok(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            given = Problem.of("secret.keychain_silent");
            return Outcome.refused(Problem.of("secret.keychain_silent"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.refused(Problem.of("secret.keychain_silent"));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PasswordAccessException) {
                return Outcome.refused(Problem.of("secret.keychain_refused"));
            }
            given = Problem.of("secret.no_keychain");
            return Outcome.refused(Problem.of("secret.no_keychain"));
        }
    }
}
