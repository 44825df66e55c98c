package org.cairn.ledger.key;

import java.io.IOException;
import java.nio.file.Files;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.security.auth.login.LoginException;
import org.cairn.ledger.key.UnlockRefused.Reason;
import org.cairn.proof.Bytes;

/// A PKCS#11 token, open. Its keys never leave it (`CKA_SENSITIVE`, not `CKA_EXTRACTABLE`). SunPKCS11 knows no Ed25519,
/// and one such key on the token hides the others from it: entry keys stay in files.
final class Token implements AutoCloseable {
    private static final int NONCE_SIZE_BYTES = 12;
    private static final int TAG_SIZE_BITS = 128;
    private static final int KEY_SIZE_BITS = 256;

    private final AuthProvider provider;
    private final KeyStore store;

    private Token(AuthProvider provider, KeyStore store) {
        this.provider = provider;
        this.store = store;
    }

    static Token open(TokenAccess access) throws KeyException {
        if (!Files.isRegularFile(access.module())) {
            throw new UnlockRefused(Reason.TOKEN, access.module() + ": there is no such PKCS#11 library.");
        }
        Provider base = Security.getProvider("SunPKCS11");
        if (base == null) {
            throw new UnlockRefused(Reason.TOKEN, "This Java has no PKCS#11 (module jdk.crypto.cryptoki).");
        }
        char[] pin = access.pin().toCharacters();
        try {
            if (!(base.configure(configuration(access)) instanceof AuthProvider provider)) {
                throw new UnlockRefused(Reason.TOKEN, "This Java's PKCS#11 asks for no PIN: it is not used.");
            }
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            return new Token(provider, store);
        } catch (GeneralSecurityException | IOException | ProviderException | IllegalArgumentException e) {
            throw new UnlockRefused(
                    Reason.TOKEN,
                    "The token in slot " + access.slot() + " of " + access.module() + " does not open (" + innermost(e)
                            + "). Check slot and PIN; a token locks itself after some wrong PINs.",
                    e);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private static String configuration(TokenAccess access) {
        String library = access.module().toAbsolutePath().toString();
        if (library.chars().anyMatch(c -> c == '"' || c == '\\' && java.io.File.separatorChar != '\\' || c < ' ')) {
            throw new IllegalArgumentException("a path with quotes or control characters");
        }
        return """
                --name = cairn%d
                library = "%s"
                slot = %d
                attributes(generate, CKO_SECRET_KEY, *) = {
                  CKA_TOKEN = true
                  CKA_SENSITIVE = true
                  CKA_EXTRACTABLE = false
                  CKA_ENCRYPT = true
                  CKA_DECRYPT = true
                }
                attributes(generate, CKO_PRIVATE_KEY, *) = {
                  CKA_TOKEN = true
                  CKA_SENSITIVE = true
                  CKA_EXTRACTABLE = false
                  CKA_SIGN = true
                }
                attributes(generate, CKO_PUBLIC_KEY, *) = {
                  CKA_TOKEN = true
                }
                """.formatted(access.slot(), library, access.slot());
    }

    boolean has(String alias) throws KeyException {
        try {
            return store.containsAlias(alias);
        } catch (GeneralSecurityException e) {
            throw failed(e);
        }
    }

    /// Makes an AES-256 key in the token.
    void makeWrappingKey(String alias) throws KeyException {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
            generator.init(KEY_SIZE_BITS);
            store.setKeyEntry(alias, generator.generateKey(), null, null);
        } catch (GeneralSecurityException | ProviderException e) {
            throw failed(e);
        }
    }

    /// AES-256-GCM (NIST SP 800-38D) inside the token: nonce, ciphertext, tag.
    Bytes wrap(String alias, Bytes plain, Bytes context, SecureRandom random) throws KeyException {
        byte[] nonce = new byte[NONCE_SIZE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, alias, nonce, context);
            return Bytes.copyOf(nonce).concat(Bytes.copyOf(cipher.doFinal(plain.toByteArray())));
        } catch (GeneralSecurityException | ProviderException e) {
            throw failed(e);
        }
    }

    /// Empty where the key is another, or a bit changed.
    Optional<Bytes> unwrap(String alias, Bytes wrapped, Bytes context) throws KeyException {
        if (wrapped.size() < NONCE_SIZE_BYTES || !has(alias)) {
            return Optional.empty();
        }
        byte[] nonce = wrapped.slice(0, NONCE_SIZE_BYTES).toByteArray();
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, alias, nonce, context);
            return Optional.of(Bytes.copyOf(cipher.doFinal(
                    wrapped.slice(NONCE_SIZE_BYTES, wrapped.size()).toByteArray())));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException | ProviderException e) {
            throw failed(e);
        }
    }

    private Cipher cipher(int mode, String alias, byte[] nonce, Bytes context)
            throws GeneralSecurityException, KeyException {
        if (!(store.getKey(alias, null) instanceof SecretKey key)) {
            throw new KeyException("The token has no key \"" + alias + "\".");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", provider);
        cipher.init(mode, key, new GCMParameterSpec(TAG_SIZE_BITS, nonce));
        cipher.updateAAD(context.toByteArray());
        return cipher;
    }

    /// Makes a P-256 key pair in the token.
    KeyPair makeDocumentKey() throws KeyException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException | ProviderException e) {
            throw failed(e);
        }
    }

    /// Gives a key made here its name and its certificates.
    DocumentKey keep(String alias, PrivateKey key, List<X509Certificate> chain) throws KeyException {
        try {
            store.setKeyEntry(alias, key, null, chain.toArray(Certificate[]::new));
            return find(alias, chain);
        } catch (GeneralSecurityException | ProviderException e) {
            throw failed(e);
        }
    }

    /// The key of that name; absent where the token has none.
    DocumentKey find(String alias, List<X509Certificate> chain) throws KeyException {
        try {
            return store.getKey(alias, null) instanceof PrivateKey key
                    ? new DocumentKey(new DocumentKey.Secret.InToken(alias, key, provider), chain)
                    : new DocumentKey(new DocumentKey.Secret.Absent(alias), chain);
        } catch (GeneralSecurityException | ProviderException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            provider.logout();
        } catch (LoginException | ProviderException e) {
            System.getLogger(Token.class.getName())
                    .log(System.Logger.Level.INFO, "the token was gone before it was closed: {0}", e.getMessage());
        }
    }

    private static KeyException failed(Exception e) {
        return new KeyException("The token did not do what was asked (" + innermost(e) + "). Is it connected?", e);
    }

    private static String innermost(Throwable e) {
        return Optional.ofNullable(e.getCause()).map(Token::innermost).orElseGet(() -> String.valueOf(e.getMessage()));
    }
}
