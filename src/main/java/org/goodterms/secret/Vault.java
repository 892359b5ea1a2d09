package org.goodterms.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An encrypted file of secrets. A random key seals the content; that key is sealed by a passphrase or, where its owner
 * wants none, by a key file beside it that only this user may read. A key file protects a copy of the vault alone (a
 * backup, a synchronised folder), not against whoever can read both.
 */
public final class Vault implements SecretPlace {
    private static final String FILE = "secrets.vault";
    private static final String KEY_FILE = "secrets.key";
    private static final int LARGEST = 1 << 20;
    private static final long FIRST_PAUSE = 250;
    private static final int MOST_DOUBLINGS = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OwnFiles files;
    private final char @Nullable [] passphrase;
    private final Supplier<VaultKey.Cost> cost;
    private final LongConsumer pause;
    private int wrong;

    /** As it lies in the file; {@code salt}, {@code memoryKib} and {@code rounds} only with a passphrase. */
    private record Sealed(int version, String kind, byte[] salt, int memoryKib, int rounds, byte[] key, byte[] content) {
        String about() {
            return "goodterms-vault/" + version + "/" + kind + "/" + memoryKib + "/" + rounds;
        }
    }

    private record Open(Sealed sealed, byte[] key, Map<String, String> content) {
    }

    Vault(Path folder, char @Nullable [] passphrase, Supplier<VaultKey.Cost> cost, LongConsumer pause) {
        this.files = new OwnFiles(folder);
        this.passphrase = passphrase == null ? null : passphrase.clone();
        this.cost = cost;
        this.pause = pause;
    }

    /** Opened by a key file in the same folder, made when the first secret is kept. */
    public static Vault withKeyFile(Path folder) {
        return new Vault(folder, null, VaultKey.Cost::calibrated, Vault::sleep);
    }

    /** Opened by a passphrase. */
    public static Vault withPassphrase(Path folder, char[] passphrase) {
        return new Vault(folder, passphrase, VaultKey.Cost::calibrated, Vault::sleep);
    }

    @Override
    public Outcome<Optional<String>> get(String name) {
        return guarded(() -> open().map(open -> Optional.ofNullable(open.content().get(name))));
    }

    @Override
    public Outcome<Secrets.Kept> put(String name, String secret) {
        return guarded(() -> open().then(open -> {
            open.content().put(name, secret);
            return save(open).map(saved -> passphrase == null ? Secrets.Kept.KEY_FILE : Secrets.Kept.PASSPHRASE);
        }));
    }

    @Override
    public Outcome<Boolean> remove(String name) {
        return guarded(() -> !files.exists(FILE) ? Outcome.ok(false) : open().then(open ->
                open.content().remove(name) == null ? Outcome.ok(false) : save(open).map(saved -> true)));
    }

    /** Seals the same content by another passphrase; the old one opens nothing any more. */
    public Outcome<Vault> changePassphrase(char[] next) {
        return guarded(() -> open().then(open -> {
            Vault changed = new Vault(files.folder(), next, cost, pause);
            return changed.sealed(open.key()).then(fresh -> save(new Open(fresh, open.key(), open.content())))
                    .map(saved -> changed);
        }));
    }

    private interface Work<T> {
        Outcome<T> run() throws IOException;
    }

    /** One at a time, also between programs. */
    private synchronized <T> Outcome<T> guarded(Work<T> work) {
        try (var lock = files.lock()) {
            return work.run();
        } catch (IOException e) {
            return Outcome.refused(Problem.of("secret.vault_not_readable", files.folder().toString()));
        }
    }

    private Outcome<Open> open() throws IOException {
        byte[] stored;
        try {
            stored = files.read(FILE, LARGEST);
        } catch (NoSuchFileException e) {
            byte[] key = VaultKey.random(VaultKey.BYTES);
            return sealed(key).map(sealed -> new Open(sealed, key, new TreeMap<>()));
        }
        try {
            return opened(JSON.readValue(stored, Sealed.class));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return damaged();
        }
    }

    private Outcome<Open> opened(Sealed sealed) throws IOException {
        if (sealed.version() != 1 || sealed.key() == null || sealed.content() == null || sealed.kind() == null
                || sealed.salt() == null) {
            return damaged();
        }
        Outcome<byte[]> opener = opener(sealed);
        if (!(opener instanceof Outcome.Ok<byte[]>(byte[] by))) {
            return Outcome.refused(opener.problems());
        }
        byte[] key = VaultKey.open(by, sealed.key(), sealed.about());
        if (key == null) {
            return passphrase == null ? damaged() : wrongPassphrase();
        }
        wrong = 0;
        byte[] plain = VaultKey.open(key, sealed.content(), sealed.about());
        return plain == null ? damaged() : Outcome.ok(new Open(sealed, key, JSON.readValue(plain, new TypeReference<TreeMap<String, String>>() {
        })));
    }

    /** What opens the key: the passphrase stretched, or the key file. */
    private Outcome<byte[]> opener(Sealed sealed) throws IOException {
        boolean byPassphrase = sealed.kind().equals("argon2id");
        if (byPassphrase != (passphrase != null)) {
            return Outcome.refused(Problem.at("passphrase", byPassphrase ? "secret.passphrase_needed" : "secret.no_passphrase"));
        }
        if (passphrase != null) {
            return Outcome.ok(VaultKey.fromPassphrase(passphrase, sealed.salt(), new VaultKey.Cost(sealed.memoryKib(), sealed.rounds())));
        }
        return files.exists(KEY_FILE) ? Outcome.ok(files.read(KEY_FILE, VaultKey.BYTES))
                : Outcome.refused(Problem.of("secret.key_file_missing", files.folder().resolve(KEY_FILE).toString()));
    }

    /** A new seal around {@code key}, with nothing in it. */
    private Outcome<Sealed> sealed(byte[] key) {
        try {
            char[] typed = passphrase;
            if (typed == null) {
                if (!files.exists(KEY_FILE)) {
                    files.write(KEY_FILE, VaultKey.random(VaultKey.BYTES));
                }
                Sealed empty = new Sealed(1, "keyfile", new byte[0], 0, 0, new byte[0], new byte[0]);
                return Outcome.ok(with(empty, VaultKey.seal(files.read(KEY_FILE, VaultKey.BYTES), key, empty.about())));
            }
            VaultKey.Cost work = cost.get();
            byte[] salt = VaultKey.random(16);
            Sealed empty = new Sealed(1, "argon2id", salt, work.memoryKib(), work.rounds(), new byte[0], new byte[0]);
            return Outcome.ok(with(empty, VaultKey.seal(VaultKey.fromPassphrase(typed, salt, work), key, empty.about())));
        } catch (IOException e) {
            return Outcome.refused(Problem.of("secret.vault_not_readable", files.folder().toString()));
        }
    }

    private static Sealed with(Sealed s, byte[] key) {
        return new Sealed(s.version(), s.kind(), s.salt(), s.memoryKib(), s.rounds(), key, s.content());
    }

    private Outcome<Open> save(Open open) {
        Sealed s = open.sealed();
        try {
            byte[] content = VaultKey.seal(open.key(), JSON.writeValueAsBytes(open.content()), s.about());
            Sealed filled = new Sealed(s.version(), s.kind(), s.salt(), s.memoryKib(), s.rounds(), s.key(), content);
            files.write(FILE, JSON.writeValueAsBytes(filled));
            return Outcome.ok(open);
        } catch (IOException e) {
            return Outcome.refused(Problem.of("secret.vault_not_written", files.folder().toString()));
        }
    }

    private Outcome<Open> damaged() {
        return Outcome.refused(Problem.of("secret.vault_damaged", files.folder().resolve(FILE).toString()));
    }

    /** The same answer each time, and each time later. */
    private Outcome<Open> wrongPassphrase() {
        pause.accept(FIRST_PAUSE << Math.min(wrong, MOST_DOUBLINGS));
        wrong++;
        return Outcome.refused(Problem.at("passphrase", "secret.wrong_passphrase"));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
