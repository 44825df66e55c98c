package org.cairn.collectors.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.evidence.HostRef;
import org.cairn.evidence.Origin;
import org.cairn.proof.Bytes;

/// Which machine is read, and as whom.
/// @param host the name the machine gives itself
/// @param user the effective user's name
/// @param origin which machine it is, beyond its name, and how it is read
public record HostIdentity(String host, String user, Origin origin) {
    /// proc_pid_status(5): real, effective, saved and file-system user id.
    private static final Pattern EFFECTIVE_UID = Pattern.compile("(?m)^Uid:\\s+\\d+\\s+(\\d+)");

    private static final String ROOT = "root";
    private static final String NAMELESS = "host without a readable name";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int NAME_BYTES = 1024;

    /// A machine of which no more is known than its name.
    public HostIdentity(String host, String user) {
        this(host, user, Origin.UNKNOWN);
    }

    /// The machine and user of this process.
    public static HostIdentity ofThisProcess() {
        Optional<String> machine = MachineId.read(Path.of("/etc/machine-id"));
        return new HostIdentity(nameOfHost(), effectiveUser(), new Origin(machine, Optional.empty()));
    }

    /// Which host it is.
    public HostRef hostRef() {
        return new HostRef(host.isBlank() ? HostRef.NAMELESS : host, origin.machine());
    }

    public boolean isRoot() {
        return user.equals(ROOT);
    }

    private static String nameOfHost() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException _) {
            return nameByCommand();
        }
    }

    /// Windows and macOS have a program of this name, and no file that says it.
    private static String nameByCommand() {
        try {
            Commands.Answer answer = new SystemCommands(PATIENCE, NAME_BYTES).run(Command.of("hostname"));
            return answer instanceof Commands.Answer.Printed(Bytes name)
                            && !name.asUtf8().isBlank()
                    ? name.asUtf8().strip()
                    : NAMELESS;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return NAMELESS;
        }
    }

    private static String effectiveUser() {
        try {
            Matcher uid = EFFECTIVE_UID.matcher(Files.readString(Path.of("/proc/self/status")));
            return uid.find() && uid.group(1).equals("0") ? ROOT : System.getProperty("user.name");
        } catch (IOException _) {
            return System.getProperty("user.name");
        }
    }
}
