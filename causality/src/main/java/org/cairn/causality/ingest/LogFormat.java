package org.cairn.causality.ingest;

import java.util.Optional;
import java.util.regex.Pattern;

/// The formats that are read, told apart by how a log begins.
public enum LogFormat {
    /// auditd's own, raw or enriched, as in `/var/log/audit/audit.log`, also as `ausearch` without `-i` prints it.
    AUDITD("auditd", "(?m)^(node=\\S+ )?type=[A-Z0-9_\\[\\]]+ msg=audit\\(\\d+\\.\\d{3}:\\d+\\)"),
    /// `ausearch -i`: numbers turned into words, in the time zone of whoever ran it.
    AUSEARCH(
            "ausearch-i",
            "(?m)^(node=\\S+ )?type=[A-Z0-9_\\[\\]]+ msg=audit\\(\\d{1,2}/\\d{1,2}/\\d{2,4} [0-9:.]+:\\d+\\)"),
    /// laurel: one JSON object an event.
    LAUREL("laurel", "(?m)^\\{\"ID\":\"\\d+\\.\\d{3}:\\d+\"|^\\{\"NODE\":\"[^\"]*\",\"ID\":\"\\d+\\.\\d{3}:\\d+\""),
    /// Tetragon's export.
    TETRAGON("tetragon", "^\\s*\\{\\s*\"process_[a-z]+\"\\s*:\\s*\\{"),
    /// What `cairn runtime record` saw when it looked, now and then.
    PROC_SAMPLES("proc-samples", "^\\{[^\\n]{0,4096}\"format\":\"cairn-proc-samples\""),
    /// Falco's alerts with `json_output`.
    FALCO("falco", "(?s)^\\s*\\{.*\"(output_fields|rule)\"\\s*:"),
    /// `strace -f -ttt -yy -o FILE`.
    STRACE("strace", "(?m)^(\\[pid +)?\\d+\\]? +\\d{9,11}\\.\\d{6} (\\w+\\(|<\\.\\.\\. |\\+\\+\\+ |--- )");

    private final String id;
    private final Pattern beginning;

    LogFormat(String id, String beginning) {
        this.id = id;
        this.beginning = Pattern.compile(beginning);
    }

    boolean isJson() {
        return switch (this) {
            case AUDITD, AUSEARCH, STRACE, PROC_SAMPLES -> false;
            case LAUREL, TETRAGON, FALCO -> true;
        };
    }

    public String id() {
        return id;
    }

    /// @param id as `id()` gives it
    public static Optional<LogFormat> byId(String id) {
        for (LogFormat format : values()) {
            if (format.id.equals(id)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /// @param text the first kilobytes of a log
    static Optional<LogFormat> of(String text) {
        for (LogFormat format : values()) {
            if (format.beginning.matcher(text).find()) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
