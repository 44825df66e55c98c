package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// A systemd service and its timer (systemd.service(5), systemd.timer(5)). The passphrase stays in its file: systemd
/// hands
/// it over as a credential (systemd.exec(5), `LoadCredential`), and the unit holds the path alone.
record TimerUnits(String service, String timer) {
    static final String NAME = "cairn-collect";

    /// systemd.syntax(7): nothing that is quoted, split or expanded there.
    private static final Pattern PLAIN = Pattern.compile("/[A-Za-z0-9/._+@=:,-]*");

    private static final Pattern CALENDAR = Pattern.compile("[A-Za-z0-9 :.,*/~-]{1,100}");

    /// @param calendar systemd.time(7), e.g. `daily`
    static TimerUnits intoWorkspace(Path program, Path workspace, Path passphraseFile, String calendar) throws Refused {
        return of(
                List.of(
                        "LoadCredential=passphrase:" + plain(passphraseFile),
                        "ExecStart=" + plain(program) + " collect --workspace " + plain(workspace)
                                + " --passphrase-file %d/passphrase"),
                calendar);
    }

    /// @param folder gets a file of every run
    static TimerUnits intoFolder(Path program, Path key, Path folder, String calendar) throws Refused {
        return of(
                List.of("ExecStart=" + plain(program) + " collect --collector-key " + plain(key) + " --out "
                        + plain(folder)),
                calendar);
    }

    /// No mount namespace: a service that systemd shuts in would see other mounts than the host has.
    private static TimerUnits of(List<String> how, String calendar) throws Refused {
        if (!CALENDAR.matcher(calendar).matches()) {
            throw new Refused("'" + calendar + "' is no calendar event of systemd.time(7), like daily or Mon 06:00;"
                    + " nothing was written");
        }
        String service = """
                [Unit]
                Description=Cairn reads this host and records what it sees

                [Service]
                Type=oneshot
                NoNewPrivileges=yes
                UMask=0077
                Nice=10
                %s
                """.formatted(String.join("\n", how));
        String timer = """
                [Unit]
                Description=Cairn reads this host regularly

                [Timer]
                OnCalendar=%s
                Persistent=yes
                RandomizedDelaySec=15m

                [Install]
                WantedBy=timers.target
                """.formatted(calendar);
        return new TimerUnits(service, timer);
    }

    private static String plain(Path path) throws Refused {
        String text = path.toAbsolutePath().normalize().toString();
        if (!PLAIN.matcher(text).matches()) {
            throw new Refused(
                    text + ": a unit file takes paths of letters, digits and / . _ + @ = : , - only; nothing was"
                            + " written. Use another place");
        }
        return text;
    }
}
