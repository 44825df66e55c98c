package org.cairn.ledger.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cairn.ledger.key.Slot.PersonSlot;
import org.cairn.ledger.store.DurableFolder;
import org.cairn.proof.Bytes;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedJson;

/// The folder `keys` on disk. Each file is replaced whole; failures name the file and what to do.
record KeyFolder(DurableFolder folder) {
    static final String PRIVATE_FILE = "private.keys";
    private static final int PRIVATE_SIZE_LIMIT_BYTES = 256 * 1024;
    private static final Bytes CERTIFICATES_CONTEXT = Bytes.utf8("cairn certificates, v1");
    private static final Bytes PRIVATE_CONTEXT = Bytes.utf8("cairn private keys, v2");

    static KeyFolder of(Path keysDir) {
        return new KeyFolder(DurableFolder.ofOwner(keysDir));
    }

    String name(String file) {
        return folder.path(file).toString();
    }

    boolean hasKeys() {
        return folder.has(WorkspaceKeyFile.FILE);
    }

    PublicKeys publicKeys() throws KeyException {
        return PublicKeys.read(folder.root());
    }

    void write(PublicKeys keys) throws KeyException {
        write(PublicKeys.FILE, keys.encode());
    }

    WorkspaceKeyFile workspaceKey() throws KeyException {
        return parse(WorkspaceKeyFile.FILE, WorkspaceKeyFile.SIZE_LIMIT_BYTES, WorkspaceKeyFile::parse);
    }

    void write(WorkspaceKeyFile file) throws KeyException {
        write(WorkspaceKeyFile.FILE, file.encode());
    }

    PrivateKeys privateKeys(byte[] workspaceKey) throws KeyException {
        Bytes plain = new KeyWrapping(workspaceKey)
                .unwrap(read(PRIVATE_FILE, PRIVATE_SIZE_LIMIT_BYTES), PRIVATE_CONTEXT)
                .orElseThrow(() -> new KeyException(name(PRIVATE_FILE)
                        + " was changed or is of another workspace. Restore the folder of keys from a backup."));
        return PrivateKeys.parse(plain);
    }

    void write(PrivateKeys keys, byte[] workspaceKey) throws KeyException {
        write(PRIVATE_FILE, new KeyWrapping(workspaceKey).wrap(keys.encode(), PRIVATE_CONTEXT));
    }

    PersonFile person(KeyId holder) throws KeyException {
        String path = PersonFile.path(holder);
        PersonFile file = parse(path, PersonFile.SIZE_LIMIT_BYTES, PersonFile::parse);
        if (!file.holder().equals(holder)) {
            throw new KeyException(name(path) + " is of another person. Restore it from a backup.");
        }
        return file;
    }

    void write(PersonFile file) throws KeyException {
        write(PersonFile.path(file.holder()), file.encode());
    }

    void deletePerson(KeyId holder) throws KeyException {
        String path = PersonFile.path(holder);
        try {
            Files.deleteIfExists(folder.path(path));
        } catch (IOException e) {
            throw new KeyException(name(path) + " cannot be deleted (" + e + "); it opens nothing any more.", e);
        }
    }

    CertificateRegister certificates(byte[] workspaceKey) throws KeyException {
        Bytes plain = new KeyWrapping(workspaceKey)
                .unwrap(read(CertificateRegister.FILE, CertificateRegister.SIZE_LIMIT_BYTES), CERTIFICATES_CONTEXT)
                .orElseThrow(() ->
                        new KeyException(name(CertificateRegister.FILE) + " was changed. Restore it from a backup."));
        try {
            return CertificateRegister.parse(plain);
        } catch (MalformedJson e) {
            throw new KeyException(name(CertificateRegister.FILE) + " is malformed: " + e.getMessage() + ".", e);
        }
    }

    void write(CertificateRegister register, byte[] workspaceKey) throws KeyException {
        write(CertificateRegister.FILE, new KeyWrapping(workspaceKey).wrap(register.encode(), CERTIFICATES_CONTEXT));
    }

    /// Everybody who has a slot, in the order of the slots, without names.
    List<WayIn> waysIn() throws KeyException {
        List<WayIn> ways = new ArrayList<>();
        for (PersonSlot slot : workspaceKey().people()) {
            String label = person(slot.holder()).label();
            ways.add(new WayIn(slot.holder(), label, slot.keyFile(), slot.totp()));
        }
        return ways;
    }

    List<Person> people(byte[] workspaceKey) throws KeyException {
        List<Person> people = new ArrayList<>();
        for (WayIn way : waysIn()) {
            PersonFile.About about = person(way.holder()).about(workspaceKey, name(PersonFile.path(way.holder())));
            people.add(new Person(way, about.name(), about.key(), about.certificate()));
        }
        return people;
    }

    Bytes read(String file, int sizeLimit) throws KeyException {
        try {
            return folder.read(file, sizeLimit);
        } catch (IOException e) {
            throw new KeyException(
                    name(file) + " cannot be read (" + e
                            + "). Check the folder's name, or restore the folder of keys from a backup.",
                    e);
        }
    }

    void write(String file, Bytes content) throws KeyException {
        try {
            folder.write(file, content);
        } catch (IOException e) {
            throw new KeyException(name(file) + " cannot be written (" + e + "); the keys are as they were.", e);
        }
    }

    private interface Parser<T> {
        T parse(Bytes content) throws MalformedJson;
    }

    private <T> T parse(String file, int sizeLimit, Parser<T> parser) throws KeyException {
        try {
            return parser.parse(read(file, sizeLimit));
        } catch (MalformedJson e) {
            throw new KeyException(name(file) + " is malformed: " + e.getMessage() + ". Restore it from a backup.", e);
        }
    }
}
