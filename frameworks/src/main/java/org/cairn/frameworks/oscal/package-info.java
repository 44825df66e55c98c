/// Own frameworks in NIST's OSCAL: catalogues and profiles are read from JSON, catalogues and control mappings written.
@NullMarked
package org.cairn.frameworks.oscal;

import org.jspecify.annotations.NullMarked;
