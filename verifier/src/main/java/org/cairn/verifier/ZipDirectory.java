package org.cairn.verifier;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.cairn.proof.Defect;

/// What a zip holds.
/// @param members  the files that can be read without doubt, by name
/// @param faulty   names that occur, but whose record in the zip is at odds with itself
/// @param defects  everything wrong with the container
/// @param readable whether the directory made sense at all; if not, nothing else can be checked
record ZipDirectory(SortedMap<String, ZipMember> members, Set<String> faulty, List<Defect> defects, boolean readable) {}
