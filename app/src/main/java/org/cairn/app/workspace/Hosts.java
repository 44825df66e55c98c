package org.cairn.app.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.codec.HostText;
import org.cairn.checklist.event.FleetEvent.HostDismissed;
import org.cairn.checklist.event.FleetEvent.HostExpected;
import org.cairn.checklist.posture.Fleet;
import org.cairn.checklist.posture.Fleet.HostState;
import org.cairn.evidence.HostRef;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.VaultException;

/// Several hosts: what each shows, which are expected, and what is carried here from those without a workspace.
public final class Hosts {
    private static final int LONGEST_NAME = 253; // hostname(7)

    private final Parts parts;

    Hosts(Parts parts) {
        this.parts = parts;
    }

    /// What each check says of each host.
    public Fleet at(AsOf asOf) throws WorkspaceException {
        return parts.fleet(parts.times(asOf));
    }

    /// Takes over a run of a host without a workspace; refuses it whole where anything about it is wrong.
    public ImportedRun take(Path run) throws WorkspaceException {
        return new HostRunImport(parts, run).run();
    }

    /// A host is expected to show evidence from now on, whether or not it was ever seen.
    /// @param named as in [#find(String)], or the name of a host that was never seen
    /// @return the entry's index
    public long expect(String named) throws WorkspaceException {
        parts.requireWritable();
        List<HostRef> known = fitting(named);
        if (known.size() > 1) {
            throw ambiguous(named, known);
        }
        HostRef host = known.isEmpty() ? unseen(named) : known.getFirst();
        return parts.log().recordByPerson(new HostExpected(stored(host)));
    }

    /// A host is no longer there.
    /// @return the entry's index
    public long dismiss(HostRef host, String reason) throws WorkspaceException {
        parts.requireWritable();
        if (reason.isBlank()) {
            throw new WorkspaceException(
                    Kind.MISSING_REASON,
                    host.text() + ": to dismiss a host needs a reason, in a sentence others can follow; nothing was"
                            + " recorded");
        }
        return parts.log().recordByPerson(new HostDismissed(stored(host), parts.store(reason.strip())));
    }

    /// The one host that is known here by this text: its name, or name and first digits of the machine, as in
    /// `web01/1f2e`.
    public HostRef find(String named) throws WorkspaceException {
        List<HostRef> fitting = fitting(named);
        if (fitting.size() > 1) {
            throw ambiguous(named, fitting);
        }
        if (fitting.isEmpty()) {
            List<String> names = at(AsOf.now()).hosts().stream()
                    .map(state -> state.host().text())
                    .toList();
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    "no host '" + named + "' is known here; nothing was recorded." + NearIds.question(named, names)
                            + " `cairn fleet show` shows them");
        }
        return fitting.getFirst();
    }

    private static WorkspaceException ambiguous(String named, List<HostRef> fitting) {
        return new WorkspaceException(
                Kind.BAD_INPUT,
                "'" + named + "' may be any of "
                        + String.join(", ", fitting.stream().map(HostRef::text).toList())
                        + "; name the machine too. Nothing was recorded");
    }

    private List<HostRef> fitting(String named) throws WorkspaceException {
        int slash = named.indexOf('/');
        String name = slash < 0 ? named : named.substring(0, slash);
        String digits = slash < 0 ? "" : named.substring(slash + 1).toLowerCase(Locale.ROOT);
        return at(AsOf.now()).hosts().stream()
                .map(HostState::host)
                .filter(host -> host.name().equals(name))
                .filter(host -> host.machine().orElse("").startsWith(digits))
                .toList();
    }

    private static HostRef unseen(String named) throws WorkspaceException {
        if (named.isBlank()
                || named.length() > LONGEST_NAME
                || named.contains("/")
                || named.chars().anyMatch(Character::isISOControl)) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    "'" + named
                            + "' is no host's name, and no host known here; nothing was recorded. Write the name that"
                            + " the host gives itself");
        }
        return HostRef.named(named);
    }

    private PayloadRef stored(HostRef host) throws WorkspaceException {
        try {
            return parts.vault().put(HostText.encode(host));
        } catch (VaultException e) {
            throw Failures.of(e);
        }
    }
}
