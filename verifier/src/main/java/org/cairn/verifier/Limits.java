package org.cairn.verifier;

/// Bounds a pack has to keep, so that a hostile one costs bounded memory and time. Ours, stated in
/// `docs/pack-format.md`; the pack writer keeps the same ones.
/// @param files      how many files
/// @param fileBytes  the largest file, unpacked; such a file is read in pieces
/// @param heldBytes  the largest file that has to be in memory at once: what is no artefact
/// @param totalBytes all files together, unpacked
/// @param ratio      how many times its stored size a file above [#SMALL_BYTES] may unpack to (deflate reaches 1032)
record Limits(int files, long fileBytes, long heldBytes, long totalBytes, int ratio) {
    static final long MEBIBYTE = 1L << 20;
    static final long SMALL_BYTES = MEBIBYTE;
    static final Limits PACK = new Limits(150_000, 2048 * MEBIBYTE - 1, 64 * MEBIBYTE, 16_384 * MEBIBYTE, 200);
}
