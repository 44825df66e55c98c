package org.cairn.causality.picture;

import org.cairn.causality.Action;
import org.cairn.causality.Result;

/// For windows, files and reports in German.
public final class GermanWords implements PictureWords {
    @Override
    public String process(long pid) {
        return "Prozess " + pid;
    }

    @Override
    public String file() {
        return "Datei";
    }

    @Override
    public String network() {
        return "Verbindung";
    }

    @Override
    public String mixed() {
        return "weitere Dinge";
    }

    @Override
    public String user(String id) {
        return "Benutzer " + id;
    }

    @Override
    public String action(Action action) {
        return switch (action) {
            case FORK -> "startet";
            case BECOME -> "wird zu";
            case CHANGE_USER -> "wechselt Benutzer";
            case END -> "endet, an Elternprozess";
            case EXECUTE -> "ausgeführt von";
            case LOAD -> "geladen von";
            case READ -> "gelesen von";
            case WRITE -> "öffnet zum Schreiben";
            case CREATE -> "legt an";
            case RENAME -> "benennt um in";
            case CHANGE_MODE -> "ändert Rechte von";
            case UNLINK -> "entfernt";
            case BIND -> "bindet";
            case CONNECT -> "verbindet sich mit";
            case SEND -> "sendet an";
            case ACCEPT -> "angenommen von";
        };
    }

    @Override
    public String result(Result result) {
        return switch (result) {
            case SUCCEEDED -> "";
            case FAILED -> "MISSLUNGEN";
            case ATTEMPTED -> "versucht, nicht bewiesen";
        };
    }

    @Override
    public String inferred() {
        return "erschlossen";
    }

    @Override
    public String times(int count) {
        return count + " Mal";
    }

    @Override
    public String folded(Fold fold, Box.Kind kind) {
        return switch (fold.key().reason()) {
            case HELPERS -> "beendete Helfer: " + fold.things() + " Prozesse und Programme";
            case CONNECTIONS -> fold.things() + " Verbindungen";
            case SYSTEM_FILES -> fold.things() + " Programme, Bibliotheken, Systemdateien";
            case SIBLINGS, REST -> "+" + fold.things() + " " + further(kind, fold.things() == 1);
        };
    }

    private static String further(Box.Kind kind, boolean one) {
        return switch (kind) {
            case PROCESS -> one ? "weiterer Prozess" : "weitere Prozesse";
            case FILE -> one ? "weitere Datei" : "weitere Dateien";
            case NETWORK -> one ? "weitere Verbindung" : "weitere Verbindungen";
            case MIXED -> "weitere Dinge";
        };
    }

    @Override
    public String meant() {
        return "danach gefragt";
    }

    @Override
    public String diverges() {
        return "HIER WEICHT ES AB";
    }

    @Override
    public String nameless() {
        return "ohne bekannten Namen";
    }

    @Override
    public String unrecordedProgram() {
        return "Programm nicht aufgezeichnet";
    }

    @Override
    public String recordAt(String file, long offset) {
        return "Datensatz in " + file + " ab Byte " + offset;
    }

    @Override
    public String furtherRecords(int count) {
        return "und " + count + " weitere Datensätze";
    }
}
