package org.goodterms.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String PASSWORD = "correct horse ß 漢";
    @TempDir
    private Path folder;
    private final List<Long> pauses = new ArrayList<>();

    private Vault byKeyFile() {
        return new Vault(folder, null, () -> new VaultKey.Cost(64, 1), pauses::add);
    }

    private Vault byPassphrase(String passphrase) {
        return new Vault(folder, passphrase.toCharArray(), () -> new VaultKey.Cost(64, 1), pauses::add);
    }

    private static String refusal(Outcome<?> outcome) {
        Problem problem = outcome.problems().getFirst();
        assertThat(Texts.of(Locale.ENGLISH).of(problem)).isNotBlank().doesNotContain("{", PASSWORD);
        return problem.code();
    }

    /** A keychain as a test wants it: it works, or it always answers the same. */
    private static final class FakeKeychain implements SecretPlace {
        private final Map<String, String> kept = new HashMap<>();
        private String always = "";

        FakeKeychain answering(String code) {
            always = code;
            return this;
        }

        @Override
        public Outcome<Optional<String>> get(String name) {
            return always.isEmpty() ? Outcome.ok(Optional.ofNullable(kept.get(name))) : Outcome.refused(Problem.of(always));
        }

        @Override
        public Outcome<Secrets.Kept> put(String name, String secret) {
            if (!always.isEmpty()) {
                return Outcome.refused(Problem.of(always));
            }
            kept.put(name, secret);
            return Outcome.ok(Secrets.Kept.KEYCHAIN);
        }

        @Override
        public Outcome<Boolean> remove(String name) {
            return always.isEmpty() ? Outcome.ok(kept.remove(name) != null) : Outcome.refused(Problem.of(always));
        }
    }

    @Test
    void a_working_keychain_keeps_the_secret_and_no_file_is_made() {
        Secrets secrets = new Secrets(new FakeKeychain(), byKeyFile());
        assertThat(secrets.put("smtp/a", PASSWORD)).isEqualTo(Outcome.ok(Secrets.Kept.KEYCHAIN));
        assertThat(secrets.get("smtp/a")).isEqualTo(Outcome.ok(Optional.of(PASSWORD)));
        assertThat(folder.resolve("secrets.vault")).doesNotExist();
        assertThat(secrets.remove("smtp/a")).isEqualTo(Outcome.ok(true));
        assertThat(secrets.get("smtp/a")).isEqualTo(Outcome.ok(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret.no_keychain", "secret.keychain_silent", "secret.keychain_refused"})
    void a_keychain_that_is_missing_silent_or_refuses_makes_way_for_the_vault(String code) {
        Secrets secrets = new Secrets(new FakeKeychain().answering(code), byKeyFile());
        assertThat(secrets.put("smtp/a", PASSWORD)).isEqualTo(Outcome.ok(Secrets.Kept.KEY_FILE));
        assertThat(secrets.get("smtp/a")).isEqualTo(Outcome.ok(Optional.of(PASSWORD)));
        assertThat(secrets.remove("smtp/a")).isEqualTo(Outcome.ok(true));
        assertThat(secrets.remove("smtp/a")).isEqualTo(Outcome.ok(false));
    }

    @Test
    void a_secret_that_may_lie_in_a_silent_keychain_is_not_called_missing() {
        Secrets silent = new Secrets(new FakeKeychain().answering("secret.keychain_silent"), byKeyFile());
        assertThat(refusal(silent.get("smtp/a"))).isEqualTo("secret.keychain_silent");
        Secrets none = new Secrets(new FakeKeychain().answering("secret.no_keychain"), byKeyFile());
        assertThat(none.get("smtp/a")).isEqualTo(Outcome.ok(Optional.empty()));
    }

    @Test
    void a_secret_that_moves_into_the_keychain_leaves_the_vault() {
        FakeKeychain keychain = new FakeKeychain().answering("secret.no_keychain");
        Secrets secrets = new Secrets(keychain, byKeyFile());
        secrets.put("smtp/a", "old").orThrow();
        keychain.answering("");
        secrets.put("smtp/a", "new").orThrow();
        assertThat(byKeyFile().get("smtp/a")).isEqualTo(Outcome.ok(Optional.empty()));
    }

    @Test
    void the_keychain_of_this_machine_answers_whatever_it_is() {
        Outcome<Optional<String>> answer = new SystemKeychain().get("a name that nobody has");
        assertThat(answer.isOk() || refusal(answer).startsWith("secret.")).isTrue();
    }

    @Test
    void an_empty_or_endless_password_is_refused() {
        Secrets secrets = new Secrets(new FakeKeychain(), byKeyFile());
        assertThat(refusal(secrets.put("a", ""))).isEqualTo("secret.not_kept");
        assertThat(refusal(secrets.put("a", "x".repeat(1001)))).isEqualTo("secret.not_kept");
        assertThat(refusal(secrets.put("a", "x\0y"))).isEqualTo("secret.not_kept");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_vault_comes_back_in_a_new_program_and_shows_nothing_outside(boolean passphrase) throws IOException {
        Vault vault = passphrase ? byPassphrase("open sesame") : byKeyFile();
        vault.put("smtp/books@example.org", PASSWORD).orThrow();
        vault.put("backup", "other").orThrow();
        Vault later = passphrase ? byPassphrase("open sesame") : byKeyFile();
        assertThat(later.get("smtp/books@example.org")).isEqualTo(Outcome.ok(Optional.of(PASSWORD)));
        assertThat(later.get("backup")).isEqualTo(Outcome.ok(Optional.of("other")));
        String file = Files.readString(folder.resolve("secrets.vault"), StandardCharsets.ISO_8859_1);
        assertThat(file).doesNotContain("books@example.org", "correct", "other", "sesame");
    }

    @Test
    void vault_and_key_are_for_their_owner_only() throws IOException {
        Assumptions.assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        byKeyFile().put("a", "b").orThrow();
        for (String name : List.of("secrets.vault", "secrets.key")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)))).isEqualTo("rw-------");
        }
    }

    @Test
    void a_wrong_passphrase_gets_the_same_answer_each_time_and_each_time_later() {
        byPassphrase("right").put("a", "b").orThrow();
        Vault wrong = byPassphrase("wrong");
        for (int i = 0; i < 4; i++) {
            assertThat(refusal(wrong.get("a"))).isEqualTo("secret.wrong_passphrase");
        }
        assertThat(pauses).containsExactly(250L, 500L, 1000L, 2000L);
        assertThat(refusal(wrong.put("a", "c"))).isEqualTo("secret.wrong_passphrase");
        assertThat(byPassphrase("right").get("a")).isEqualTo(Outcome.ok(Optional.of("b")));
    }

    @Test
    void a_changed_passphrase_opens_and_the_old_one_does_not() {
        Vault vault = byPassphrase("old");
        vault.put("a", "b").orThrow();
        vault.changePassphrase("new".toCharArray()).orThrow();
        assertThat(byPassphrase("new").get("a")).isEqualTo(Outcome.ok(Optional.of("b")));
        assertThat(refusal(byPassphrase("old").get("a"))).isEqualTo("secret.wrong_passphrase");
    }

    @Test
    void a_key_file_vault_may_get_a_passphrase() {
        Vault vault = byKeyFile();
        vault.put("a", "b").orThrow();
        vault.changePassphrase("new".toCharArray()).orThrow();
        assertThat(refusal(byKeyFile().get("a"))).isEqualTo("secret.passphrase_needed");
        assertThat(byPassphrase("new").get("a")).isEqualTo(Outcome.ok(Optional.of("b")));
    }

    @Test
    void a_passphrase_for_a_vault_without_one_is_said_to_be_too_much() {
        byKeyFile().put("a", "b").orThrow();
        assertThat(refusal(byPassphrase("x").get("a"))).isEqualTo("secret.no_passphrase");
    }

    @Test
    void a_missing_key_file_is_named() throws IOException {
        byKeyFile().put("a", "b").orThrow();
        Files.delete(folder.resolve("secrets.key"));
        assertThat(refusal(byKeyFile().get("a"))).isEqualTo("secret.key_file_missing");
    }

    @Test
    void whatever_is_changed_in_the_file_is_refused_and_never_a_crash() throws IOException {
        byKeyFile().put("name", PASSWORD).orThrow();
        Path file = folder.resolve("secrets.vault");
        byte[] good = Files.readAllBytes(file);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            Files.write(file, bad);
            Outcome<Optional<String>> answer = byKeyFile().get("name");
            assertThat(answer.isOk()).as("byte " + i).isEqualTo(answer.equals(Outcome.ok(Optional.of(PASSWORD))));
        }
        for (byte[] bad : List.of(new byte[0], "{}".getBytes(), "[1]".getBytes(), new byte[2_000_000])) {
            Files.write(file, bad);
            assertThat(refusal(byKeyFile().get("name"))).startsWith("secret.vault_");
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Vault vault = new Vault(file, null, () -> new VaultKey.Cost(64, 1), pauses::add);
        assertThat(refusal(vault.put("a", "b"))).isEqualTo("secret.vault_not_readable");
    }

    @Test
    void two_programs_lose_no_secret_of_each_other() {
        IntStream.range(0, 20).parallel().forEach(i -> new Vault(folder.resolve("v" + i % 2), null,
                () -> new VaultKey.Cost(64, 1), pauses::add).put("n" + i, "s" + i));
        for (int i = 0; i < 20; i++) {
            Vault vault = new Vault(folder.resolve("v" + i % 2), null, () -> new VaultKey.Cost(64, 1), pauses::add);
            assertThat(vault.get("n" + i)).isEqualTo(Outcome.ok(Optional.of("s" + i)));
        }
    }

    @Test
    void trying_a_passphrase_takes_a_quarter_of_a_second() {
        VaultKey.Cost cost = VaultKey.Cost.calibrated();
        assertThat(cost.memoryKib()).isEqualTo(65_536);
        assertThat(cost.rounds()).isGreaterThanOrEqualTo(3);
    }
}
