package org.cairn.collectors.host;

import java.io.IOException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.time.InstantSource;

/// Where the files of a host are found on this machine.
interface HostFiles {
    /// The file that the host knows by an absolute path.
    /// @param follow whether a symbolic link at its end stands for its target
    /// @throws IOException saying why there is none, in the words of the host's own file system
    Path find(String path, boolean follow) throws IOException;

    /// As [#find(String, boolean)], of a directory whose members are all there.
    Path findWhole(String path) throws IOException;

    /// What the file system says of a path that was found.
    FileFacts facts(String path, Path found) throws IOException;

    /// With which a file that was found is opened.
    OpenOption[] opening();

    /// When what is read here was so.
    InstantSource observedBy(InstantSource clock);
}
