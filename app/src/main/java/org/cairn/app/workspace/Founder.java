package org.cairn.app.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.IdentityEvent;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.VaultException;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.ledger.key.AuthorityAdmission;
import org.cairn.ledger.key.EntrySigner;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.store.DurableFolder;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;
import org.cairn.proof.authority.HolderId;
import org.cairn.proof.authority.Role;

/// Founds a workspace: keys, an empty ledger, and the first entries. `cairn.json` is written last, so that a folder
/// whose founding was cut off is no workspace.
final class Founder {
    private static final int LONGEST_NAME = 200;

    private final WorkspaceFolder folder;
    private final Founding founding;
    private final WorkspaceEnvironment environment;

    Founder(WorkspaceFolder folder, Founding founding, WorkspaceEnvironment environment) {
        this.folder = folder;
        this.founding = founding;
        this.environment = environment;
    }

    Parts found(Passphrase passphrase) throws WorkspaceException {
        requireName("the organisation", founding.organisation());
        requireName("the person", founding.personName());
        List<Framework> frameworks = frameworks();
        String origin = Origins.of(founding, environment.random());
        requireEmpty();
        try {
            Keyring keyring = Keyring.create(
                    folder.keys(),
                    passphrase,
                    origin,
                    founding.personName(),
                    environment.random(),
                    environment.clock());
            AuthorityAdmission admission = new AuthorityAdmission();
            Ledger ledger = Ledger.create(folder.ledger(), origin, keyring.log(), admission);
            WorkspaceFile file = new WorkspaceFile(WorkspaceFile.FORMAT, origin, founding.organisation());
            Parts parts =
                    Opener.assemble(folder, file, environment, Access.WRITE, ledger, admission, keyring, List.of());
            boolean founded = false;
            try {
                recordFirstEntries(parts, frameworks);
                file.write(folder);
                founded = true;
                return parts;
            } finally {
                if (!founded) {
                    ledger.close();
                }
            }
        } catch (KeyException e) {
            throw new WorkspaceException(Kind.OUTSIDE, String.valueOf(e.getMessage()), e);
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (VaultException e) {
            throw Failures.of(e);
        } catch (IOException e) {
            throw new WorkspaceException(Kind.OUTSIDE, folder.description() + ": cannot be written (" + e + ")", e);
        }
    }

    private void recordFirstEntries(Parts parts, List<Framework> frameworks) throws WorkspaceException, VaultException {
        EntrySigner person = parts.keyring().person();
        EntrySigner collector = parts.keyring().collector();
        List<PayloadRef> texts = parts.vault()
                .putAll(Stream.of(
                                founding.organisation(),
                                founding.personName(),
                                "Collectors on " + environment.host().identity().host(),
                                founding.scope())
                        .map(Bytes::utf8)
                        .toList());
        EventLog log = parts.log();
        log.recordFounding(
                new Event.WorkspaceFounded(WorkspaceFile.FORMAT, parts.file().origin(), texts.get(0)));
        log.recordFounding(enrolled(person, Role.ADMINISTRATOR, texts.get(1)));
        log.recordFounding(enrolled(collector, Role.COLLECTOR, texts.get(2)));
        for (Framework framework : frameworks) {
            log.recordFounding(new Event.FrameworkAdopted(framework.id(), framework.version(), framework.content()));
        }
        log.recordFounding(new Event.ScopeDefined(founding.roles(), texts.get(3)));
        EntrySigner recovery = parts.keyring().recoveryCode().orElseThrow().signer();
        log.recordFounding(new IdentityEvent.RecoveryKeyEnrolled(recovery.keyId(), recovery.spki()));
    }

    private Event enrolled(EntrySigner key, Role role, PayloadRef name) {
        byte[] random = new byte[16];
        environment.random().nextBytes(random);
        HolderId holder = HolderId.ofRandom(Bytes.copyOf(random));
        return new Event.IdentityEnrolled(key.keyId(), key.spki(), role, Optional.of(holder), name);
    }

    private List<Framework> frameworks() throws WorkspaceException {
        FrameworkLibrary library = environment.knowledge().library();
        List<String> known = library.frameworks().stream()
                .map(framework -> framework.id().value())
                .toList();
        for (FrameworkId id : founding.frameworks()) {
            if (!known.contains(id.value())) {
                throw new WorkspaceException(
                        Kind.UNKNOWN_FRAMEWORK,
                        "no framework " + id + "; nothing was created." + NearIds.question(id.value(), known));
            }
        }
        return founding.frameworks().isEmpty()
                ? library.frameworks()
                : founding.frameworks().stream()
                        .distinct()
                        .map(library::framework)
                        .toList();
    }

    private void requireEmpty() throws WorkspaceException {
        Path root = folder.root();
        try {
            if (Files.exists(root) && !Files.isDirectory(root)) {
                throw new WorkspaceException(
                        Kind.FOLDER_NOT_EMPTY, root + ": is a file; nothing was created. Choose a new folder");
            }
            DurableFolder.of(root).create();
            try (Stream<Path> members = Files.list(root)) {
                if (members.findAny().isPresent()) {
                    throw new WorkspaceException(
                            Kind.FOLDER_NOT_EMPTY,
                            root + ": is not empty; nothing was created. Choose a new folder, or open this one if it"
                                    + " is a workspace");
                }
            }
        } catch (IOException e) {
            throw new WorkspaceException(Kind.OUTSIDE, root + ": cannot be used (" + e + ")", e);
        }
    }

    private static void requireName(String what, String name) throws WorkspaceException {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    "the name of " + what + " must have 1 to " + LONGEST_NAME
                            + " characters in one line; nothing was created");
        }
    }
}
