package org.cairn.causality;

import java.util.Optional;

/// Who acted, as one record states it.
/// @param ppid the parent at that moment: 1 or a subreaper once the true parent is gone (prctl(2),
///             PR_SET_CHILD_SUBREAPER)
/// @param exe  the program file as the kernel knows it; its last words may be ` (deleted)`
/// @param uid  the real user id
/// @param auid the user id of the login, empty where there was none
public record Actor(long pid, long ppid, Optional<String> exe, Optional<String> uid, Optional<String> auid) {}
