package org.cairn.app.workspace;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.HostIdentity;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.SystemCommands;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.Unlock.PassphraseUnlock;

/// A workspace in a temporary folder, with a clock that a test moves and collectors that it chooses.
public final class WorkspaceFixture {
    public static final String PASSPHRASE = "correct horse battery staple";
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    public final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T09:00:00Z"));
    public final Path folder;
    private final Clock time;
    private final Path hostRoot;

    /// @param temporary empty; the workspace becomes its member `acme`, and `host` is an empty host
    public WorkspaceFixture(Path temporary) {
        this(temporary, Optional.empty());
    }

    private WorkspaceFixture(Path temporary, Optional<Clock> other) {
        time = other.orElse(clock);
        folder = temporary.resolve("acme");
        hostRoot = temporary.resolve("host");
    }

    /// With the machine's clock, for several processes.
    public static WorkspaceFixture withSystemClock(Path temporary) {
        return new WorkspaceFixture(temporary, Optional.of(Clock.systemUTC()));
    }

    public WorkspaceEnvironment environment(Collector... collectors) {
        HostReader host = new HostReader(
                hostRoot, new HostIdentity("node1", "anna"), new SystemCommands(Duration.ofSeconds(5), 1 << 20));
        return new WorkspaceEnvironment(time, new SecureRandom(), host, List.of(collectors), KNOWLEDGE, "test");
    }

    public Workspace found(Collector... collectors) throws WorkspaceException {
        try (Passphrase passphrase = passphrase()) {
            return Workspace.found(
                    folder, Founding.of("Acme Bank", "Anna Jensen"), passphrase, environment(collectors));
        }
    }

    public Workspace open(Access access, Collector... collectors) throws WorkspaceException {
        try (Passphrase passphrase = passphrase()) {
            return Workspace.open(folder, passphrase, access, environment(collectors));
        }
    }

    /// The keys themselves, as whoever knows the passphrase can open them without Cairn.
    Keyring keyring() throws KeyException {
        try (Passphrase passphrase = passphrase()) {
            return Keyring.open(folder.resolve("keys"), PassphraseUnlock.of(passphrase), clock);
        }
    }

    public static Passphrase passphrase() {
        return Passphrase.of(PASSPHRASE.toCharArray());
    }
}
