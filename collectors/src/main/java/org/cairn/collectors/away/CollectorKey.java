package org.cairn.collectors.away;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Envelope;
import org.cairn.proof.EnvelopeSignature;
import org.cairn.proof.MalformedKey;
import org.cairn.proof.authority.EnrolmentForm;

/// The Ed25519 key of a host's collectors, in a file that only its owner reads, without a passphrase, so that a timer
/// can
/// use it. Beside it, in a file that ends with `.runs`, stands how many runs it signed: each number is used once.
public final class CollectorKey {
    /// RFC 7468: PKCS#8 (section 10) and SubjectPublicKeyInfo (section 13) as text.
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----\\R([A-Za-z0-9+/=\\r\\n]+)-----END \\1 KEY-----");

    private static final int LARGEST_BYTES = 4096;
    private static final int LONGEST_NUMBER = 19;
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.complementOf(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

    private final Path file;
    private final PrivateKey secret;
    private final Ed25519PublicKey key;

    private CollectorKey(Path file, PrivateKey secret, Ed25519PublicKey key) {
        this.file = file;
        this.secret = secret;
        this.key = key;
    }

    /// Makes a key in a new file.
    public static CollectorKey make(Path file, SecureRandom random) throws AwayException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            KeyPair pair = generator.generateKeyPair();
            write(runs(file), "0\n");
            write(
                    file,
                    pem("PRIVATE", pair.getPrivate().getEncoded())
                            + pem("PUBLIC", pair.getPublic().getEncoded()));
            return read(file);
        } catch (FileAlreadyExistsException e) {
            throw new AwayException(
                    e.getFile() + ": exists; a key never replaces another file. Choose another name", e);
        } catch (IOException e) {
            throw new AwayException(file + ": the key cannot be written (" + e + ")", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    public static CollectorKey read(Path file) throws AwayException {
        String text = text(file);
        Optional<Bytes> secret = Optional.empty();
        Optional<Bytes> open = Optional.empty();
        Matcher pem = PEM.matcher(text);
        while (pem.find()) {
            Optional<Bytes> der =
                    Optional.of(Bytes.copyOf(Base64.getMimeDecoder().decode(pem.group(2))));
            if (pem.group(1).equals("PRIVATE")) {
                secret = der;
            } else {
                open = der;
            }
        }
        if (secret.isEmpty() || open.isEmpty()) {
            throw unusable(file, "does not hold a private and a public key as text (RFC 7468)");
        }
        try {
            PrivateKey loaded = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(secret.get().toByteArray()));
            CollectorKey key = new CollectorKey(file, loaded, Ed25519PublicKey.parseSpki(open.get()));
            Bytes sample = Bytes.utf8("do they belong together?");
            if (!key.key.verifies(sample, key.signature(sample))) {
                throw unusable(file, "holds a private and a public key that do not belong together");
            }
            return key;
        } catch (GeneralSecurityException | MalformedKey | IllegalArgumentException e) {
            throw unusable(file, "holds no Ed25519 key (" + e.getMessage() + ")");
        }
    }

    private static AwayException unusable(Path file, String why) {
        return new AwayException(file + ": " + why + ". Make a new key, and have it enrolled in place of this one");
    }

    private static String text(Path file) throws AwayException {
        try (InputStream in = Files.newInputStream(file)) {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new AwayException(file + ": others than its owner may use this key (it is "
                        + PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) + "). Run chmod 600 "
                        + file
                        + ", and have a new key enrolled if anybody may have read it");
            }
            byte[] read = in.readNBytes(LARGEST_BYTES + 1);
            if (read.length > LARGEST_BYTES) {
                throw unusable(file, "is larger than a key");
            }
            return new String(read, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new AwayException(file + ": the key cannot be read (" + e + ")", e);
        }
    }

    public Ed25519PublicKey publicKey() {
        return key;
    }

    /// Asks that this key be enrolled as a collector.
    public Envelope request(String name) {
        return sign(EnrolmentForm.TYPE, EnrolmentForm.payload(name, key));
    }

    Envelope sign(String type, Bytes payload) {
        Bytes signature = signature(Envelope.preAuthenticationEncoding(type, payload));
        return new Envelope(type, payload, List.of(new EnvelopeSignature(key.keyId(), signature)));
    }

    private Bytes signature(Bytes message) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(secret);
            ed25519.update(message.toByteArray());
            return Bytes.copyOf(ed25519.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key was tried when it was read", e);
        }
    }

    /// The number of the next run, which is used up at once: also a run that then fails has had it.
    long nextRun() throws AwayException {
        Path runs = runs(file);
        try (FileChannel channel = FileChannel.open(runs, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            ByteBuffer read = ByteBuffer.allocate(LONGEST_NUMBER + 2);
            channel.read(read, 0);
            String text = new String(read.array(), 0, read.position(), StandardCharsets.US_ASCII).strip();
            if (!text.matches("\\d{1,18}")) {
                throw unusable(runs, "does not say how many runs the key signed");
            }
            long next = Long.parseLong(text) + 1;
            channel.write(ByteBuffer.wrap((next + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
            channel.force(true);
            return next;
        } catch (IOException e) {
            throw new AwayException(
                    runs + ": how many runs the key signed cannot be read and written (" + e
                            + "), and no number is used twice. Make a new key, and have it enrolled in place of this one",
                    e);
        }
    }

    private static Path runs(Path file) {
        return file.resolveSibling(file.getFileName() + ".runs");
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + " KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + what + " KEY-----\n";
    }

    private static void write(Path file, String text) throws IOException {
        FileAttribute<?>[] owner =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try (FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), owner)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }
}
