package org.cairn.causality;

import java.util.Optional;

/// Who acted, as one record states it.
/// @param ppid      the parent at that moment: 1 or a subreaper once the true parent is gone (prctl(2),
///                  PR_SET_CHILD_SUBREAPER); empty where the source does not say
/// @param exe       the program file as the kernel knows it; its last words may be ` (deleted)`
/// @param uid       the real user id, or the user's name where the source gives only that
/// @param euid      the effective user id, likewise
/// @param auid      the user id of the login, empty where there was none
/// @param container the container the process is in, empty where it is in none or the source does not say
public record Actor(
        long pid,
        Optional<Long> ppid,
        Optional<String> exe,
        Optional<String> uid,
        Optional<String> euid,
        Optional<String> auid,
        Optional<String> container) {}
