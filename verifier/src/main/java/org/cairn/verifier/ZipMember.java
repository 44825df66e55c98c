package org.cairn.verifier;

/// One file in a zip, as its central directory and its local header both describe it.
/// @param crc        CRC-32 of the unpacked bytes
/// @param dataOffset where the stored bytes begin in the zip
record ZipMember(String name, boolean deflated, long crc, long storedBytes, long sizeBytes, long dataOffset) {}
