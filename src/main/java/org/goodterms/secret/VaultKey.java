package org.goodterms.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/** The arithmetic of the vault: keys from passphrases (Argon2id, RFC 9106) and sealed bytes (AES-256-GCM). */
final class VaultKey {
    static final int BYTES = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final long SLOW_ENOUGH_MILLIS = 250;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** How much work it is to try one passphrase. */
    record Cost(int memoryKib, int rounds) {
        static final int MOST_MEMORY = 1 << 20;
        static final int MOST_ROUNDS = 64;

        Cost {
            if (memoryKib < 8 || memoryKib > MOST_MEMORY || rounds < 1 || rounds > MOST_ROUNDS) {
                throw new IllegalArgumentException("not a cost");
            }
        }

        /** 64 MiB, and as many rounds as take this machine a quarter of a second. */
        static Cost calibrated() {
            int rounds = 3;
            while (rounds < MOST_ROUNDS) {
                long start = System.nanoTime();
                fromPassphrase("calibration".toCharArray(), new byte[16], new Cost(1 << 16, rounds));
                if (System.nanoTime() - start >= SLOW_ENOUGH_MILLIS * 1_000_000) {
                    break;
                }
                rounds *= 2;
            }
            return new Cost(1 << 16, Math.min(rounds, MOST_ROUNDS));
        }
    }

    private VaultKey() {
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static byte[] fromPassphrase(char[] passphrase, byte[] salt, Cost cost) {
        byte[] typed = new String(passphrase).getBytes(StandardCharsets.UTF_8);
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withSalt(salt)
                .withMemoryAsKB(cost.memoryKib()).withIterations(cost.rounds()).withParallelism(1).build());
        byte[] key = new byte[BYTES];
        generator.generateBytes(typed, key);
        Arrays.fill(typed, (byte) 0);
        return key;
    }

    /** @param about bound into the seal: the same must be said at opening */
    static byte[] seal(byte[] key, byte[] plain, String about) {
        byte[] nonce = random(NONCE);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, about).doFinal(plain);
            byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** Null where the key is another one, or a bit was changed. */
    static byte @Nullable [] open(byte[] key, byte[] sealed, String about) {
        if (sealed.length < NONCE + TAG_BITS / 8) {
            return null;
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), about)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String about) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
