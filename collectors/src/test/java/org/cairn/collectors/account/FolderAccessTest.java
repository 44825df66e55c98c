package org.cairn.collectors.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The users of the cases: owner 10, owning group 20.
final class FolderAccessTest {
    @ParameterizedTest
    @CsvSource({
        // mode, user, group, passes
        "rwx------, 10, 1, true",
        "rw-------, 10, 20, false",
        "rwxr-x---, 11, 20, true",
        "rwxr-x---, 11, 21, false",
        "rwx---r-x, 11, 21, true",
        // the owner and the group come first, even where others may
        "rw-r-xr-x, 10, 20, false",
        "rwxr--r-x, 11, 20, false",
        // set-group-id and sticky are no permission by themselves
        "rwxr-S---, 11, 20, false",
        "rwxr-s---, 11, 20, true",
        "rwxrwxrwt, 11, 21, true",
        "rwxrwxrwT, 11, 21, false",
    })
    void theModeDecidesByOwnerThenGroupThenOthers(String mode, int user, int group, boolean passes) {
        FolderAccess access =
                listing("d" + mode + " 2 10 20 4096 May  1 08:00 /srv/models").access();
        assertEquals(passes, access.passes(user, List.of(group)));
    }

    @ParameterizedTest
    @CsvSource({
        "user::rwx user:11:r-x group::--- mask::r-x other::---, 11, 21, true",
        // the mask takes away what an entry gives
        "user::rwx user:11:r-x group::--- mask::r-- other::---, 11, 21, false",
        // an entry for the user ends the search
        "user::rwx user:11:r-- group::r-x mask::rwx other::r-x, 11, 20, false",
        "user::rwx group::--- group:21:--x mask::--x other::---, 11, 21, true",
        // a group that matches and gives nothing keeps others out
        "user::rwx group::r-- group:21:r-- mask::rwx other::r-x, 11, 21, false",
        // the owner is not masked, and what new members inherit does not count
        "user::rwx group::--- mask::--- other::--- default:other::r-x, 10, 20, true",
        "user::rwx group::--- mask::--- other::--- default:other::r-x, 11, 21, false",
    })
    void aListDecidesAsItsAlgorithmSays(String entries, int user, int group, boolean passes) {
        FolderAccess access = listing("drwxr-x---+ 2 10 20 4096 May  1 08:00 /srv/models")
                .access()
                .withList(entries.replace(' ', '\n'))
                .orElseThrow();
        assertEquals(passes, access.passes(user, List.of(group)));
    }

    @Test
    void saysThatThereIsAListAndWhatIsNoFolder() {
        assertEquals(true, listing("drwxr-x---+ 2 0 0 4096 May  1 08:00 /a").hasList());
        assertEquals(false, listing("drwxr-x---. 2 0 0 4096 May  1 08:00 /a").hasList());
        assertEquals(false, listing("lrwxrwxrwx 1 0 0 7 May  1 08:00 /a -> /b").isFolder());
        assertEquals(Optional.empty(), FolderAccess.ofListing("ls: cannot access"));
    }

    @Test
    void aListThatIsNotWhollyUnderstoodIsRefused() {
        FolderAccess access =
                listing("drwxr-x---+ 2 10 20 4096 May  1 08:00 /srv/models").access();
        assertEquals(Optional.empty(), access.withList("user::rwx\nsomething:else\n"));
    }

    private static FolderAccess.Listing listing(String line) {
        return FolderAccess.ofListing(line).orElseThrow();
    }
}
