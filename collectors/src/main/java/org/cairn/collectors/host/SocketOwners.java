package org.cairn.collectors.host;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;

/// Which process holds which socket, from the links in `/proc/<pid>/fd` (proc_pid_fd(5): `socket:[inode]`).
public final class SocketOwners {
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    private static final Pattern PID = Pattern.compile("\\d{1,9}");

    private final Map<Long, Owner> byInode = new HashMap<>();
    private int hidden;

    private SocketOwners() {}

    /// @param name the program's short name, as in `/proc/<pid>/comm`
    public record Owner(int pid, String name) {}

    public static SocketOwners read(HostReader host) throws InterruptedException {
        SocketOwners owners = new SocketOwners();
        if (host.list("/proc") instanceof Read.Got<List<FileFacts>>(List<FileFacts> members)) {
            for (FileFacts member : members) {
                if (PID.matcher(member.name()).matches()) {
                    owners.look(host, member);
                }
            }
        }
        return owners;
    }

    public Optional<Owner> ownerOf(long inode) {
        return Optional.ofNullable(byInode.get(inode));
    }

    /// That some processes did not show what they hold; empty if all did.
    public Optional<Refusal> denied() {
        return hidden == 0
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "/proc/<pid>/fd", Refusal.Why.DENIED, hidden + " processes of other users hide their sockets"));
    }

    private void look(HostReader host, FileFacts process) throws InterruptedException {
        switch (host.list(process.path() + "/fd")) {
            case Read.Got<List<FileFacts>>(List<FileFacts> links) -> {
                for (FileFacts link : links) {
                    note(host, process, link);
                }
            }
            case Read.Refused<List<FileFacts>>(Refusal refusal) ->
                hidden += refusal.why() == Refusal.Why.DENIED ? 1 : 0;
        }
    }

    private void note(HostReader host, FileFacts process, FileFacts link) throws InterruptedException {
        if (host.linkTarget(link.path()) instanceof Read.Got<String>(String target)) {
            Matcher socket = SOCKET.matcher(target);
            if (socket.matches()) {
                byInode.putIfAbsent(
                        Long.parseLong(socket.group(1)),
                        new Owner(Integer.parseInt(process.name()), name(host, process)));
            }
        }
    }

    private static String name(HostReader host, FileFacts process) throws InterruptedException {
        return host.read(process.path() + "/comm", 256) instanceof Read.Got<Bytes>(Bytes bytes)
                ? bytes.asUtf8().strip()
                : "?";
    }
}
