package org.cairn.causality.picture;

import org.cairn.causality.Action;
import org.cairn.causality.Result;

/// For files and reports in English.
public final class EnglishWords implements PictureWords {
    @Override
    public String process(long pid) {
        return "process " + pid;
    }

    @Override
    public String file() {
        return "file";
    }

    @Override
    public String network() {
        return "connection";
    }

    @Override
    public String mixed() {
        return "further things";
    }

    @Override
    public String user(String id) {
        return "user " + id;
    }

    @Override
    public String action(Action action) {
        return switch (action) {
            case FORK -> "starts";
            case BECOME -> "becomes";
            case CHANGE_USER -> "changes user";
            case END -> "ends, to parent";
            case EXECUTE -> "run by";
            case LOAD -> "loaded by";
            case READ -> "read by";
            case WRITE -> "opens to write";
            case CREATE -> "creates";
            case RENAME -> "renames to";
            case CHANGE_MODE -> "changes mode of";
            case UNLINK -> "removes";
            case BIND -> "binds";
            case CONNECT -> "connects to";
            case SEND -> "sends to";
            case ACCEPT -> "accepted by";
        };
    }

    @Override
    public String result(Result result) {
        return switch (result) {
            case SUCCEEDED -> "";
            case FAILED -> "FAILED";
            case ATTEMPTED -> "attempted, not proven";
        };
    }

    @Override
    public String inferred() {
        return "inferred";
    }

    @Override
    public String times(int count) {
        return count + " times";
    }

    @Override
    public String folded(Fold fold, Box.Kind kind) {
        return switch (fold.key().reason()) {
            case HELPERS -> "helpers it ran to their end: " + fold.things() + " processes and programs";
            case CONNECTIONS -> fold.things() + " connections";
            case SYSTEM_FILES -> fold.things() + " programs, libraries, system files";
            case SIBLINGS, REST ->
                "+" + fold.things() + " more "
                        + switch (kind) {
                            case PROCESS -> fold.things() == 1 ? "process" : "processes";
                            case FILE -> fold.things() == 1 ? "file" : "files";
                            case NETWORK -> fold.things() == 1 ? "connection" : "connections";
                            case MIXED -> "things";
                        };
        };
    }

    @Override
    public String meant() {
        return "asked about";
    }

    @Override
    public String diverges() {
        return "DIVERGES HERE";
    }

    @Override
    public String nameless() {
        return "without a recorded name";
    }

    @Override
    public String unrecordedProgram() {
        return "program not recorded";
    }

    @Override
    public String recordAt(String file, long offset) {
        return "record in " + file + " at byte " + offset;
    }

    @Override
    public String furtherRecords(int count) {
        return "and " + count + " records more";
    }
}
