package org.cairn.collectors.recorder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.collectors.network.SocketTable.Socket;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonObject;

/// What differs between one look and the one before, as lines of the format `cairn-proc-samples` (docs/causality.md).
/// In this order, since a reader believes the order: what ended, what started, what changed its program, what is held
/// no longer, files, listening sockets, connections asked for, connections taken.
final class LookLines {
    private static final String LISTENING = "0A"; // include/net/tcp_states.h
    private static final String ASKING = "02";

    private record Place(String address, int port) {}

    private final Look look;
    private final Map<Long, RunningProcess> before = new HashMap<>();
    private final Map<Long, Look.Connection> socketsBefore;
    private final Set<Place> listening = new HashSet<>();
    private final List<JsonObject> lines = new ArrayList<>();

    private LookLines(Optional<Look> last, Look look) {
        this.look = look;
        last.ifPresent(one -> one.processes().forEach(process -> before.put(process.pid(), process)));
        this.socketsBefore = last.map(Look::sockets).orElse(Map.of());
        for (Look.Connection one : look.sockets().values()) {
            if (one.transport().equals("tcp") && one.socket().state().equals(LISTENING)) {
                listening.add(new Place(one.socket().address(), one.socket().port()));
            }
        }
    }

    /// @param number of the look, from 1
    static List<JsonObject> between(Optional<Look> last, Look look, long number) {
        LookLines lines = new LookLines(last, look);
        lines.ends();
        lines.starts();
        lines.releases();
        lines.files();
        lines.sockets();
        lines.summary(number);
        return lines.lines;
    }

    private JsonObject line(String kind, Json.Builder what) {
        return line(kind, look.at(), what);
    }

    private static JsonObject line(String kind, Instant at, Json.Builder what) {
        return Json.object().with("at", at.toString()).with(kind, what.build()).build();
    }

    private static Json.Builder of(RunningProcess process) {
        return Json.object().with("pid", process.pid()).with("start", process.start());
    }

    /// Where the id is used again, the process before had ended when the next one started.
    private void ends() {
        Map<Long, RunningProcess> now = new HashMap<>();
        look.processes().forEach(process -> now.put(process.pid(), process));
        for (RunningProcess process : before.values()) {
            Optional<RunningProcess> same = Optional.ofNullable(now.get(process.pid()));
            if (same.isEmpty() || !same.get().isSameAs(process)) {
                Instant by = same.map(RunningProcess::startedAt).orElse(look.at());
                lines.add(line("ended", by, of(process)));
            }
        }
        lines.sort(Comparator.comparing(JsonObject::toString));
    }

    private Optional<RunningProcess> earlier(RunningProcess process) {
        return Optional.ofNullable(before.get(process.pid())).filter(process::isSameAs);
    }

    private void starts() {
        for (RunningProcess process : look.processes()) {
            Optional<RunningProcess> earlier = earlier(process);
            if (earlier.isEmpty() || !earlier.get().runsWhat(process)) {
                Json.Builder is = of(process)
                        .with("startedAt", process.startedAt().toString())
                        .with("parent", process.parent())
                        .with("words", process.words())
                        .with("uid", process.uid())
                        .with("euid", process.euid());
                process.program().ifPresent(program -> is.with("program", program));
                process.programFile()
                        .ifPresent(file -> is.with("device", file.device()).with("inode", file.inode()));
                lines.add(line(earlier.isEmpty() ? "process" : "changed", is));
            }
        }
    }

    private void releases() {
        for (RunningProcess process : look.processes()) {
            earlier(process)
                    .ifPresent(earlier -> earlier.held().forEach((descriptor, held) -> {
                        if (!Optional.ofNullable(process.held().get(descriptor))
                                .map(Held::link)
                                .equals(Optional.of(held.link()))) {
                            lines.add(line("closed", of(process).with("descriptor", descriptor)));
                        }
                    }));
        }
    }

    private boolean isNew(RunningProcess process, int descriptor, Held held) {
        return earlier(process)
                .flatMap(earlier -> Optional.ofNullable(earlier.held().get(descriptor)))
                .filter(known -> known.link().equals(held.link()))
                .isEmpty();
    }

    private void files() {
        for (RunningProcess process : look.processes()) {
            process.held().forEach((descriptor, held) -> {
                if (held instanceof Held.OpenFile file && isNew(process, descriptor, held)) {
                    Json.Builder is = of(process)
                            .with("descriptor", descriptor)
                            .with("path", file.path())
                            .with("closesOnExecute", new JsonFlag(file.closesOnExecute()));
                    file.access().ifPresent(access -> is.with("access", access));
                    file.identity()
                            .ifPresent(identity ->
                                    is.with("device", identity.device()).with("inode", identity.inode()));
                    lines.add(line("file", is));
                }
            });
        }
    }

    private void sockets() {
        List<JsonObject> bound = new ArrayList<>();
        List<JsonObject> asked = new ArrayList<>();
        List<JsonObject> taken = new ArrayList<>();
        for (RunningProcess process : look.processes()) {
            process.held().forEach((descriptor, held) -> {
                Optional<Look.Connection> now = connection(held, look.sockets());
                Optional<String> role = now.flatMap(this::role);
                boolean told = !isNew(process, descriptor, held)
                        && connection(held, socketsBefore).flatMap(this::role).equals(role);
                if (now.isPresent() && role.isPresent() && !told) {
                    JsonObject line = socket(process, descriptor, now.get(), role.get());
                    switch (role.get()) {
                        case "bound", "listening" -> bound.add(line);
                        case "accepted" -> taken.add(line);
                        default -> asked.add(line);
                    }
                }
            });
        }
        lines.addAll(bound);
        lines.addAll(asked);
        lines.addAll(taken);
    }

    private static Optional<Look.Connection> connection(Held held, Map<Long, Look.Connection> sockets) {
        return held instanceof Held.OpenSocket socket
                ? Optional.ofNullable(sockets.get(socket.inode()))
                : Optional.empty();
    }

    /// Who asked for a connection the table does not say. A side whose address is listened on is taken to have
    /// accepted. Empty for a socket that is neither bound nor connected.
    private Optional<String> role(Look.Connection connection) {
        Socket socket = connection.socket();
        if (socket.remotePort() == 0) {
            boolean listens = socket.state().equals(LISTENING);
            return socket.port() == 0 ? Optional.empty() : Optional.of(listens ? "listening" : "bound");
        }
        if (connection.transport().equals("tcp")) {
            return Optional.of(
                    isListenedOn(socket) ? "accepted" : socket.state().equals(ASKING) ? "connecting" : "connected");
        }
        return Optional.of("connected");
    }

    private boolean isListenedOn(Socket socket) {
        return Stream.of(socket.address(), "0.0.0.0", "::")
                .anyMatch(address -> listening.contains(new Place(address, socket.port())));
    }

    private JsonObject socket(RunningProcess process, int descriptor, Look.Connection connection, String role) {
        Socket socket = connection.socket();
        Json.Builder is = of(process)
                .with("descriptor", descriptor)
                .with("transport", connection.transport())
                .with("role", role)
                .with("address", socket.address())
                .with("port", socket.port());
        if (socket.remotePort() != 0) {
            is.with("peerAddress", socket.remoteAddress()).with("peerPort", socket.remotePort());
        }
        return line("socket", is);
    }

    private void summary(long number) {
        lines.add(line(
                "sample",
                Json.object()
                        .with("number", number)
                        .with("processes", look.processes().size())
                        .with("deniedFiles", look.deniedFiles())
                        .with("deniedPrograms", look.deniedPrograms())
                        .with("vanished", look.vanished())
                        .with("unreadSockets", look.unreadSockets())
                        .with("hidden", new JsonFlag(look.hidden()))));
    }
}
