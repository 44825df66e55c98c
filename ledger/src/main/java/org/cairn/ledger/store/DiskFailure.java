package org.cairn.ledger.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/// Turns the operating system's errors into words. The JDK has no type for a full disk: its text is that of
/// `strerror(ENOSPC)` or `strerror(EDQUOT)` (errno(3)), or of Windows' ERROR_DISK_FULL.
final class DiskFailure {
    private DiskFailure() {}

    static boolean isFullDisk(IOException failure) {
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("disk quota") || text.contains("not enough space");
    }

    static String reason(IOException failure) {
        if (isFullDisk(failure)) {
            return "the disk is full";
        }
        return switch (failure) {
            case NoSuchFileException _ -> "the file is missing";
            case AccessDeniedException _ -> "no permission";
            case FileSystemException denied
            when denied.getReason() != null ->
                String.valueOf(denied.getReason()).toLowerCase(Locale.ROOT);
            default -> "the disk refused (" + failure.getMessage() + ")";
        };
    }

    static String advice(IOException failure) {
        if (isFullDisk(failure)) {
            return "Everything acknowledged so far is safe; free some space and try again";
        }
        return switch (failure) {
            case NoSuchFileException _ -> "Restore it from a backup; nothing was changed";
            case AccessDeniedException _ -> "Check who owns the folder and its permissions";
            default -> "Check the disk; everything acknowledged so far is on it";
        };
    }
}
