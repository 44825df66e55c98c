package org.cairn.app.workspace;

/// Writing a pack.
final class PackIssue {
    private final Parts parts;

    PackIssue(Parts parts) {
        this.parts = parts;
    }

    IssuedPack issue(PackRequest request, Progress progress) throws WorkspaceException {
        parts.requireWritable();
        progress.at(new Step("Collecting " + request.framework(), 0, 1));
        throw new WorkspaceException(WorkspaceException.Kind.OUTSIDE, "packs cannot be written yet");
    }
}
