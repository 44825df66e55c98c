package org.cairn.causality.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The argument list of EXECVE records. Long lists continue in further records, and a long argument comes in pieces
/// `a2[0]`, `a2[1]` after its `a2_len` (kernel/auditsc.c, audit_log_execve_info).
final class ProgramArguments {
    private ProgramArguments() {}

    static List<String> of(AuditEvent event) {
        Map<String, String> raw = new HashMap<>();
        event.all("EXECVE").forEach(record -> record.fields().values().forEach(raw::putIfAbsent));
        List<String> arguments = new ArrayList<>();
        for (Optional<String> next = argument(raw, 0); next.isPresent(); next = argument(raw, arguments.size())) {
            arguments.add(next.get());
        }
        return arguments;
    }

    private static Optional<String> argument(Map<String, String> raw, int index) {
        String name = "a" + index;
        String whole = raw.get(name);
        if (whole != null) {
            return Optional.of(Fields.decoded(whole).orElse(""));
        }
        StringBuilder pieces = new StringBuilder();
        int count = 0;
        for (String piece = raw.get(name + "[0]"); piece != null; piece = raw.get(name + "[" + count + "]")) {
            pieces.append(piece.startsWith("\"") ? piece.substring(1, piece.length() - 1) : piece);
            count++;
        }
        boolean quoted = raw.getOrDefault(name + "[0]", "").startsWith("\"");
        String text = pieces.toString();
        return count == 0
                ? Optional.empty()
                : Optional.of(quoted || !HexText.isHex(text) ? text : HexText.decode(text));
    }
}
